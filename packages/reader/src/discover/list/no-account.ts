import { sumFits } from "@khop/core";
import { type Fig, sizeOf } from "../../figures.ts";
import { inflowWords, openingWords, outflowWords, says } from "../../lexicon/flows.ts";
import type { Listing } from "../listings.ts";
import { alike, type Sight } from "../sight.ts";

/** Figures behind a total that tell of it, and that nobody would add up to it. */
export const isNoAccount = (sight: Sight, listing: Listing, total: Fig, parts: readonly Fig[]): boolean =>
  cameAndWent(listing, parts) ||
  isReckoned(listing, parts) ||
  holdsSums(parts) ||
  isLessThanFirst(listing, total, parts) ||
  standsBeside(sight, total, parts);

/** `318.754 bản (đầu năm 313.582 bản; thanh lý 1.248 bản)`, `tháng trước 91 vụ (xử lý được 8 vụ, phát sinh mới 3 vụ)`: what was there, what came and what went. */
function cameAndWent({ pattern }: Listing, parts: readonly Fig[]): boolean {
  const [first] = parts;
  const went = parts.filter(({ before }) => says(before, outflowWords));
  const came = parts.filter(({ before }) => says(before, inflowWords) && !says(before, outflowWords));
  if (first === undefined || went.length === 0) return false;
  return says(first.before, openingWords) || (pattern === "list:(" && came.length > 0 && came.length + went.length === parts.length);
}

/** `57 đối tượng (tăng 7 đối tượng so với tháng trước: 34 vụ, 50 đối tượng)`, `849 phiên (142 điểm x 6 tháng, nghỉ 3 phiên)`: brackets that compare, or reckon. */
function isReckoned({ pattern, passage, from }: Listing, parts: readonly Fig[]): boolean {
  const last = parts.at(-1);
  if (pattern !== "list:(" || last?.tokens !== passage.tokens) return false;
  const inside = passage.tokens.slice(from, last.token).filter(({ group }) => group === last.group);
  return inside.some(({ cue, text, figure }, i) => cue?.kind === "versus" || (/^[x×*]$/.test(text) && figure === undefined && i > 0));
}

/** `204,5 ha đã cho thu hoạch; trồng mới 18,3 ha, cộng với 6,9 ha thành 25,2 ha`: one of them is what two others make. */
const holdsSums = (parts: readonly Fig[]): boolean =>
  parts.some((sum, at) => {
    const [one, other] = parts.slice(at - 2, at);
    if (at < 3 || !one?.quantity || !other?.quantity || !sum.quantity) return false;
    return sumFits(sum.quantity, [one.quantity, other.quantity]) && /^(?:thành|là|cộng|tổng)$/.test(sum.before.at(-1) ?? wordBefore(sum));
  });

const wordBefore = ({ tokens, token }: Fig): string => tokens[token - 1]?.text ?? "";

/** `12 cuộc còn lại của kế hoạch (67 cuộc, đã thực hiện 55)`: what stands first in the brackets is more than what they explain. */
const isLessThanFirst = ({ pattern }: Listing, total: Fig, [first, ...others]: readonly Fig[]): boolean =>
  pattern === "list:(" && others.length === 1 && sizeOf(first) > sizeOf(total) * TIMES;

const TIMES = 2;
const NEXT = 2;

/** `điện tử 339.518 chiếc, trong đó đo xa 326.940 chiếc; cơ khí còn lại 12.836 chiếc, tổng số 352.354`: the last stands beside the total, and both make the next. */
export function standsBeside(sight: Sight, total: Fig, parts: readonly Fig[]): boolean {
  const last = parts.at(-1);
  if (last?.quantity == null || total.quantity === null) return false;
  const both = [total.quantity, last.quantity];
  return sight
    .between(last.order + 1, last.order + NEXT)
    .some(
      (fig) =>
        (alike(fig, total) || fig.before.includes("tổng")) &&
        fig.blockIndex === last.blockIndex &&
        fig.quantity !== null &&
        sumFits(fig.quantity, both),
    );
}
