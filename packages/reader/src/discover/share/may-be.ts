import { type Fig, isPercent, sizeOf, type Token } from "../../figures.ts";
import { earlierWords } from "../../lexicon/earlier.ts";
import { isCompared } from "../compared.ts";
import type { Sight } from "../sight.ts";

/** No change, no limit, no average, and of nothing that stands elsewhere. */
export const mayBeShare = (sight: Sight, share: Fig): boolean =>
  isPercent(share) &&
  !(share.change || share.threshold || share.under || share.over) &&
  !share.cues.some(({ cue, near }) => near && cue.kind === "mean") &&
  !isOfPlanOrPast(share) &&
  !isNamedRate(share) &&
  !isOfUncounted(share) &&
  !isToldThen(share) &&
  !isOfEach(sight, share);

/** `tăng 6,57 điểm phần trăm so với năm 2023 (65,19%)`: alone in brackets, what it was then. */
const isToldThen = (share: Fig): boolean =>
  share.depth > 0 && share.tokens[share.token - 1]?.text === "(" && share.before.length === 0 && isCompared(share);

/** `Có 94 trên tổng số 118 xã đạt 100%`: what each of those reached. */
function isOfEach(sight: Sight, share: Fig): boolean {
  const whole = sight.quantities[share.order - 1];
  const part = whole?.under;
  if (!part || !share.quantity || share.quantity.approximate < 100 || share.depth !== part.depth) return false;
  return part.tokens[part.token - 1]?.text === "có" && sizeOf(part) < sizeOf(whole);
}

/** Rates that are set, and taken of nothing that is counted: `vay 250 tỷ đồng (lãi suất 4%/năm)`, `cổ tức 8%`. */
const SET_RATES = ["lãi suất", "thuế suất", "cổ tức", "lạm phát", "tỷ số", "tỉ số", "tốc độ"];

const isNamedRate = ({ before }: Fig): boolean => {
  const words = before.join(" ");
  return SET_RATES.some((rate) => words.includes(rate));
};

/** `350 triệu lít rượu (trong đó rượu công nghiệp chiếm 35%)`: a share of what stands before its brackets, and how much it is, is not said. */
function isOfUncounted({ tokens, token: at, depth, group }: Fig): boolean {
  if (depth === 0) return false;
  for (let i = at - 1; i >= 0 && tokens[i]?.group === group; i--) {
    const { cue, figure, text } = tokens[i] as Token;
    if (figure?.role === "quantity" || text === "(") return false;
    if (cue?.kind === "opener") return true;
  }
  return false;
}

const OTHERS = new Set(["kh", "hoạch", "tiêu", ...earlierWords]);

/** `9.846/10.835 hộ = 90,9% (KH 92%)`: in brackets, what was planned or what it was before. */
const isOfPlanOrPast = (share: Fig): boolean =>
  share.depth > 0 && (isOfDate(share) || (share.before.length <= 3 && share.before.some((word) => OTHERS.has(word))));

/** `(năm 2024: 98,21%)`: a date and a colon right before it. */
const isOfDate = ({ tokens, token: at }: Fig): boolean => tokens[at - 1]?.text === ":" && tokens[at - 2]?.figure?.role === "date";
