import { relations } from "@khop/core";
import { type Fig, sizeOf, takesUp } from "../../figures.ts";
import { saysPast } from "../../lexicon/earlier.ts";
import { alike, type Sight } from "../sight.ts";
import { isNear } from "./near.ts";
import type { Candidate, Reading } from "./reading.ts";

/** What a share is of, by the list that its figure stands in, in place of what fits farther off. */
type Found = Pick<Reading, "option" | "pattern">;

/**
 * `vốn 3.915,4 triệu USD, chiếm 86,0% …; liên doanh 37 dự án với 612,8 triệu USD, chiếm 11,5%`: of the figure right before it, out of what its list is of, as the one beside it
 * is; whatever fits farther off.
 */
export function ofParentBeside(
  sight: Sight,
  share: Fig,
  nearest: Candidate | undefined,
  readings: readonly Reading[],
  best: Reading | undefined,
): Found | undefined {
  const parent = nearest && sight.parents.get(nearest.part);
  if (parent === undefined || best === undefined || nearest?.from !== "before" || best.option.seats.whole === parent) return undefined;
  const isOfOther = (best.option.seats.parts as readonly Fig[])[0] !== nearest.part;
  const own = readings.find(({ option }) => (option.seats.parts as readonly Fig[])[0] === nearest.part && option.seats.whole === parent);
  if (!isOfOther || own === undefined || !isNear(own.option)) return undefined;
  const isBeside = sharesBeside(sight, share).some((fig) => sight.shares.get(fig)?.whole === parent);
  return isBeside ? { option: own.option, pattern: "share:before:parent" } : undefined;
}

const BESIDE = 8;

/**
 * `đã giải quyết 1.067 hồ sơ, trong đó 1.043 hồ sơ đúng hạn chiếm 97,75% và 24 hồ sơ trễ hạn chiếm 18,75%`: of what its list divides, which adds up, as
 * the share beside it in the same words is, whatever it fits farther off.
 */
export function ofClosedParent(sight: Sight, share: Fig, nearest: Candidate | undefined, best: Reading | undefined): Found | undefined {
  const part = nearest?.part;
  const parent = part && sight.parents.get(part);
  if (!part || !parent || !best?.holds || nearest.from !== "before" || !/:(?:passage|far)$/.test(best.pattern)) return undefined;
  if (share.after.length > 0 || best.option.seats.whole === parent || !alike(parent, part) || !isPartOfWhole(sight, part)) return undefined;
  return isToldOfBeside(sight, share, parent)
    ? { option: { kind: relations.share, seats: { share, parts: [part], whole: parent } }, pattern: "share:before:parent" }
    : undefined;
}

/**
 * `chiếu 396 buổi (đạt 52,1% kế hoạch 760 buổi), trong đó vùng dân tộc 284 buổi, chiếm 37,4%`, `41 ca, trong đó trẻ dưới 3 tuổi 33 ca (91,7%); tháng trước 36 ca`:
 * of what it is a part of, and not of what brackets or words of another time tell of that.
 */
export function ofHeadBeside(sight: Sight, share: Fig, nearest: Candidate | undefined, best: Reading | undefined): Found | undefined {
  const part = nearest?.part;
  const whole = best?.option.seats.whole as Fig | undefined;
  if (!part || !whole || !best?.holds || nearest.from !== "before" || part.order !== share.order - 1 || share.after.length > 0)
    return undefined;
  if ((best.option.seats.parts as readonly Fig[])[0] !== part || whole.tokens !== part.tokens || whole.sentence !== part.sentence)
    return undefined;
  // "tỷ lệ 0,43% (28/6.485 vụ), gồm 19 vụ (0,29%)", "vượt kế hoạch (228.000) 8.480 hay 3,72%": of a pair, and over what brackets tell, it is of that.
  if (whole.under !== undefined || part.tokens[part.token - 1]?.text === ")") return undefined;
  // "712.157 văn bản (đi 214.806; đến 497.351), trong số văn bản đi có 214.378": it is called as what the brackets tell of.
  if (whole.before.some((word) => part.phrase.includes(word))) return undefined;
  const isAside = whole.depth > part.depth || (whole.order > share.order && saysPast(whole.before));
  const head = sight.parents.get(part) ?? headOfBrackets(sight, whole, part);
  if (!isAside || head === undefined || head === whole || head.sentence !== part.sentence) return undefined;
  if (!alike(head, part) || sizeOf(head) <= sizeOf(part)) return undefined;
  return { option: { kind: relations.share, seats: { share, parts: [part], whole: head } }, pattern: "share:head" };
}

/** The figure that the brackets of another explain, where that is a part of it. */
function headOfBrackets(sight: Sight, inside: Fig, part: Fig): Fig | undefined {
  const head = sight.parents.get(inside);
  return head !== undefined && head.depth === part.depth && head.order < inside.order ? head : undefined;
}

/** What its sentence tells right before it. */
const sharesBeside = (sight: Sight, share: Fig): readonly Fig[] =>
  sight
    .between(share.order - BESIDE, share.order - 1)
    .filter((fig) => fig.sentence === share.sentence && fig.blockIndex === share.blockIndex && sight.shares.has(fig));

/** The share beside it, in the same words, is of that whole and holds. */
const isToldOfBeside = (sight: Sight, share: Fig, whole: Fig): boolean =>
  sharesBeside(sight, share).some(
    (fig) => fig.depth === share.depth && takesUp(fig) === takesUp(share) && sight.shares.get(fig)?.whole === whole,
  );

/** `1.043 hồ sơ đúng hạn chiếm 97,75% và 24 hồ sơ trễ hạn chiếm 18,75%`: of the list that adds up, as the share beside it is, however far off. */
export const isOfListBeside = (sight: Sight, share: Fig, { part, from }: Candidate, meant: Reading | undefined): boolean =>
  from === "before" &&
  meant?.pattern.endsWith(":parent") === true &&
  share.after.length === 0 &&
  isPartOfWhole(sight, part) &&
  isToldOfBeside(sight, share, meant.option.seats.whole as Fig);

/** Whether the list that a figure stands in adds up. */
export const isPartOfWhole = (sight: Sight, part: Fig): boolean =>
  sight.listsOf(part).some(({ found }) => found.options[0]?.verdict === "holds");
