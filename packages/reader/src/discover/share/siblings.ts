import { relations, shareFits } from "@khop/core";
import { type Fig, takesUp } from "../../figures.ts";
import { verbOf } from "../../words.ts";
import { alike, amountsBefore, type Option, type Sight } from "../sight.ts";
import { isNear } from "./near.ts";
import type { Orphan } from "./orphan.ts";
import { isLastOf } from "./parents.ts";
import { isOfThen, isSaidRoughly } from "./wholes.ts";

/**
 * `20 đại biểu nữ, chiếm 63,33%; 40 đại biểu dân tộc, chiếm 66,67%`: where the shares beside it are of one whole, it is of that
 * whole too. One such share tells what a slip of a key would mend; two tell what is within twice of it.
 */
export function besideSiblings(sight: Sight, orphan: Orphan): Orphan | undefined {
  const { share, part, doubtful } = orphan;
  const beside = sight
    .between(share.order - NEIGHBOURS, share.order + NEIGHBOURS)
    .filter((fig) => Math.abs(fig.blockIndex - share.blockIndex) <= 1 && (!doubtful || sayTheSame(fig, share) || areInOneForm(fig, share)))
    .flatMap((fig) => sight.shares.get(fig) ?? []);
  if (part.order > share.order || beside.some(({ parts }) => parts[0] === part) || isOfThen(share, part)) return undefined;
  const wholes = new Map<Fig, number>();
  for (const { whole } of beside) wholes.set(whole, (wholes.get(whole) ?? 0) + 1);
  for (const [whole, siblings] of wholes) {
    if (whole === part || !alike(whole, part) || isSaidLater(whole, share) || isSaidRoughly(whole, part, share)) continue;
    if (isOfWhatIsLeft(share) && !whole.phrase.includes("còn")) continue;
    const parent = sight.parents.get(part);
    // "chi 311 tỷ đồng, đạt 51,5% dự toán (604 tỷ đồng), trong đó chi đầu tư 93 tỷ đồng (29,8%), …": what all of it is measured by is no whole of a part.
    const isOfParent = parent !== undefined && parent !== whole && beside.some((one) => one.parts[0] === parent && one.whole === whole);
    if (isOfParent && share.after.length === 0) continue;
    const option: Option = { kind: relations.share, seats: { share, parts: [part], whole } };
    if (
      isNear(option) ||
      (parent === whole && siblings >= 2 && isLastOf(sight, whole, siblings)) ||
      ((siblings >= 2 || share.after[0] === "tổng") && isNear(option, "double")) ||
      (sight.parents.get(part) === whole && isNear(option, "some")) ||
      isInRow(sight, orphan, whole)
    )
      return { ...orphan, pattern: "share:before:sibling", prior: 0.85, option, worded: option };
  }
  return undefined;
}

/** `theo khối: hành chính 31.284 người (34,2%); …; ngoài quốc doanh 29.471 người (32,2%)`: what shares behind it in its sentence hold of, where it does so too. */
export function ofLaterSibling(sight: Sight, { share, part, option, pattern }: Orphan): Option | undefined {
  if (option === undefined || !pattern.endsWith(":sibling")) return undefined;
  const wholes = sight
    .between(share.order + 1, share.order + NEIGHBOURS)
    .filter((fig) => fig.sentence === share.sentence && fig.blockIndex === share.blockIndex && fig.depth === share.depth)
    .flatMap((fig) => sight.shares.get(fig)?.whole ?? []);
  const whole = wholes.find(
    (one) => one !== option.seats.whole && alike(one, part) && shareFits(share.cell, part.cell, one.cell) === "holds",
  );
  return whole && { kind: relations.share, seats: { share, parts: [part], whole }, verdict: "holds" };
}

/** `thụ lý 1.319 vụ với 2.318 bị cáo; giải quyết 1.312 vụ …, đạt tỷ lệ 99,74%`: other shares of the text are each of what was solved of what was taken on. */
export function byVerbs(sight: Sight, orphan: Orphan): Orphan | undefined {
  const { share } = orphan;
  const alikes = new Map<string, number>();
  for (const { parts, whole } of sight.shares.values()) {
    const [of, out] = [verbOf(parts[0]), verbOf(whole)];
    if (of !== "" && out !== "" && of !== out) alikes.set(`${of}|${out}`, (alikes.get(`${of}|${out}`) ?? 0) + 1);
  }
  const before = [...amountsBefore(sight, share, 0)]
    .slice(0, 6)
    .filter((fig) => fig.sentence === share.sentence && fig.depth <= share.depth);
  for (const [pair, count] of alikes) {
    if (count < 2) continue;
    const [of, out] = pair.split("|");
    const part = before.find((fig) => verbOf(fig) === of);
    const whole = before.find((fig) => verbOf(fig) === out && part !== undefined && fig.order < part.order && alike(fig, part));
    if (part === undefined || whole === undefined) continue;
    const option: Option = { kind: relations.share, seats: { share, parts: [part], whole } };
    if (isNear(option) || isNear(option, "some"))
      return { ...orphan, part, pattern: "share:verbs:sentence", prior: 0.85, option, worded: option };
  }
  return undefined;
}

/**
 * `80 tuổi trở lên 2.846 người, chiếm 50,5%; khuyết tật nặng 1.932 người, chiếm 34,3%; đặc biệt nặng 587 người, chiếm 23,3%`: in the form of the two
 * nearest to it in its sentence, which are of one whole; what else is told of each in between, a change, does not matter.
 */
function isInRow(sight: Sight, { share, part }: Orphan, whole: Fig): boolean {
  if (part.order !== share.order - 1 || part.phrase.includes("trong")) return false;
  const row = sight.between(share.order - ROW, share.order + ROW).filter((fig) => fig !== share && areInOneForm(fig, share));
  const before = row.filter((fig) => fig.order < share.order).slice(-2);
  const near = [...before, ...row.filter((fig) => fig.order > share.order)].slice(0, 2);
  return near.length === 2 && near.every((fig) => isOf(sight, fig, whole));
}

/** Told to be a share of a whole, of the figure right before it. */
function isOf(sight: Sight, share: Fig, whole: Fig): boolean {
  const own = sight.shares.get(share);
  return own?.whole === whole && own.parts[0].order === share.order - 1;
}

/** In one sentence, behind the same word "chiếm", or each in brackets of its own where nothing else stands. */
function areInOneForm(a: Fig, b: Fig): boolean {
  if (a.sentence !== b.sentence || a.blockIndex !== b.blockIndex || a.depth !== b.depth || takesUp(a) !== takesUp(b)) return false;
  return takesUp(a) !== undefined || [a, b].every(isAloneInBrackets);
}

const isAloneInBrackets = ({ tokens, token: at, depth }: Fig): boolean =>
  depth > 0 && tokens[at - 1]?.text === "(" && /^[);,]/.test(tokens[at + 1]?.text ?? "");

/** `chiếm 50,00% số vụ, việc còn lại của toàn đơn vị`: the words behind it name a whole that is left of another. */
const isOfWhatIsLeft = ({ tokens, token: at, sentence }: Fig): boolean =>
  tokens
    .slice(at + 1, at + 1 + NEIGHBOURS)
    .filter((token) => token.sentence === sentence)
    .some(({ text }, i, all) => text === "còn lại" || (text === "còn" && all[i + 1]?.text === "lại"));

/** `chiếm 25,7% tổng vốn … chiếm 16,8% tổng vốn`: the whole is named in the same words. */
const sayTheSame = (a: Fig, b: Fig): boolean => a.after.length >= 2 && a.after[0] === b.after[0] && a.after[1] === b.after[1];

/** In a sentence of its own behind the share: another matter. */
const isSaidLater = (whole: Fig, share: Fig): boolean =>
  whole.order > share.order && (whole.blockIndex !== share.blockIndex || whole.sentence !== share.sentence);

const NEIGHBOURS = 8;

/** A row is so long at most: an amount, its share and a change of each, some places apart. */
const ROW = 12;
