import { fit, relations } from "@khop/core";
import { type Fig, isLevelFigure, isOfPlan, isPercent, printedAs, sizeOf, type Token } from "../../figures.ts";
import { isComparedInBracket, isInBracketOfThen } from "../compared.ts";
import { alike, amountsAfter, amountsBefore, type Sight, sameNature } from "../sight.ts";

/** `A có 10.594 chuyến; B 3.823 chuyến … A chậm 2.304 chuyến, chiếm 21,7%`: what was said before of the same name. */
function* namesakes(sight: Sight, part: Fig, isSame: (fig: Fig, part: Fig) => boolean): Generator<Fig> {
  for (let i = part.order - 1, seen = 0; i >= Math.max(0, part.order - NAMED_BACK) && seen < 2; i--) {
    const fig = sight.quantities[i] as Fig;
    if (!isLevelFigure(fig) || (fig.sentence === part.sentence && fig.blockIndex === part.blockIndex) || !alike(fig, part)) continue;
    if ((fig.quantity?.approximate ?? 0) <= (part.quantity?.approximate ?? 0)) continue;
    if (fig.level !== part.level || !isSame(fig, part)) continue;
    seen += 1;
    yield fig;
  }
}

const isOfOneName = (fig: Fig, part: Fig): boolean => nameOf(fig) === nameOf(part);

/** `19,7 triệu thuê bao cố định … 11,5 triệu thuê bao cố định`: the same thing of all and of some. */
const isOneThing = (fig: Fig, part: Fig): boolean => part.after.length >= WORDY && fig.after.join(" ") === part.after.join(" ");

/** The name in capitals that a figure is said of: the last one before it in its clause. */
function nameOf({ tokens, token: at }: Fig): string {
  const words: string[] = [];
  for (let i = at - 1; i >= Math.max(0, at - NAME_REACH); i--) {
    const token = tokens[i] as Token;
    if (token.figure?.role === "quantity" || (token.type === "sign" && /[;.:()…]/.test(token.text))) break;
    if (token.type === "word" && token.capital) words.unshift(token.text);
    else if (words.length >= 2) return words.join(" ");
    else words.length = 0;
  }
  return words.length >= 2 ? words.join(" ") : "";
}

const NAME_REACH = 16;

const WORDY = 4;

const NAMED_BACK = 80;

const FAR = 14;

const LATER = 6;

export function* wholesOf(sight: Sight, part: Fig, share: Fig, linked: Fig | undefined): Generator<{ whole: Fig; where: string }> {
  const given = new Set<Fig | undefined>();
  const offer = (whole: Fig | undefined, where: string): { whole: Fig; where: string }[] => {
    if (whole === undefined || given.has(whole) || whole === part) return [];
    given.add(whole);
    return [{ whole, where }];
  };
  if (part.over) yield* offer(part.over, "slash");
  const paired = part.over !== undefined;
  // "46/51 (đạt tỷ lệ 88,46%)": what brackets right behind a pair say is of the pair.
  if (paired && share.depth > part.depth && share.after.length === 0 && share.cues.every(({ cue }) => cue.words.startsWith("đạt"))) return;
  const parent = sight.parents.get(part);
  // "5.318 ha, đạt 106,4% kế hoạch (5.000 ha); trong đó rừng gỗ lớn 1.864 ha, chiếm 35,1%": of what there is, not of what was planned.
  if (parent) given.add(plannedBeside(sight, parent));
  yield* offer(parent, "parent");
  if (linked && !isOfThen(share, part) && (alike(linked, part) || (sameNature(linked, part) && isShare(share, part, linked))))
    yield* offer(linked, "sibling");
  if (parent) yield* offer(sight.parents.get(parent), "grandparent");
  if (nameOf(part) !== "") for (const other of namesakes(sight, part, isOfOneName)) yield* offer(other, "namesake");
  let steps = 0;
  const whole = share.quantity?.decimals === 0;
  for (const other of amountsBefore(sight, part, whole ? 1 : 3)) {
    if (steps++ > (whole ? 4 : FAR)) break;
    if (!alike(other, part) || isOfOtherTime(other, share) || isWhereFrom(other, part) || isSaidRoughly(other, part, share)) continue;
    // "nhà ở 4.800 triệu đồng; …; học bổng 735 triệu đồng (đạt 91,9%)": no part is a share of another.
    if (parent !== undefined && sight.parents.get(other) === parent && !isShare(share, part, other)) continue;
    const least = steps === 1 && share.depth > 0 ? 0.5 : 0.999;
    if ((other.quantity?.approximate ?? 0) < (part.quantity?.approximate ?? 0) * least && (share.quantity?.approximate ?? 0) <= 100)
      continue;
    const where = other.blockIndex !== part.blockIndex ? "far" : other.sentence !== part.sentence ? "passage" : "sentence";
    // "473/476 phiếu, 95,75%" may be of the whole house, but not of what is printed pages away.
    if (!paired || where === "sentence") yield* offer(other, where);
  }
  for (const other of namedBases(sight, share)) if (alike(other, part)) yield* offer(other, "named");
  for (const other of totalsCounted(sight, share, part)) yield* offer(other, "named");
  for (const other of sight.between(share.order + 1, share.order + LATER))
    if (other.under && other.blockIndex === share.blockIndex && alike(other, part) && !isOfOtherTime(other, share))
      yield* offer(other, "later");
  const after = [...[...amountsAfter(sight, part, 0)].slice(0, 2), ...[...amountsAfter(sight, share, 0)].slice(0, 1)];
  for (const other of after)
    if (alike(other, part) && other.sentence === share.sentence && !isOfOtherTime(other, share)) yield* offer(other, "after");
  for (const other of namesakes(sight, part, isOneThing)) yield* offer(other, "thing");
}

/** `tiếp 755 lượt/924 người; cụ thể: … Riêng lãnh đạo 247 lượt (chiếm 32,7% tổng số lượt)`: the nearest total that is counted by the word behind "tổng số". */
function totalsCounted(sight: Sight, share: Fig, part: Fig): readonly Fig[] {
  const [first, second, noun] = share.after;
  if (first !== "tổng" || second !== "số" || noun === undefined || noun !== part.quantity?.unit.id.split(" ")[0]) return [];
  const nearest = sight.totals
    .flatMap(({ total }) => ("unseen" in total ? [] : [total]))
    .filter((total) => total.order < part.order && part.order - total.order <= NAMED_BACK && alike(total, part) && total.depth === 0)
    .reduce<Fig | undefined>((last, total) => (last === undefined || total.order > last.order ? total : last), undefined);
  return nearest === undefined ? [] : [nearest];
}

/** `So với đầu năm (4.102 hộ nghèo, tỷ lệ 6,43%)`: what was then is of what there was then. */
export const isOfThen = (share: Fig, part: Fig): boolean =>
  share.depth > 0 && part.group === share.group && (isComparedInBracket(share) || isInBracketOfThen(share));

const isShare = (share: Fig, part: Fig, whole: Fig): boolean =>
  fit(relations.share, { share: share.cell, parts: [part.cell], whole: whole.cell }) === "holds";

/** `từ 1.250 hộ, tỷ lệ 5,2%, xuống còn 1.100 hộ, tỷ lệ 4,6%`: what it was, and no whole of what it is. */
const isWhereFrom = (other: Fig, part: Fig): boolean =>
  other.before.includes("từ") &&
  other.tokens === part.tokens &&
  other.sentence === part.sentence &&
  /^(?:còn|xuống|lên)$/.test(part.before.at(-1) ?? part.tokens[part.token - 1]?.text ?? "");

/** `Nợ đóng bảo hiểm gần 10.000 tỷ đồng … tổng nợ là 9.920,8 tỷ đồng, chiếm 4,88%`: the same said roughly before, and far from what its share would make. */
export function isSaidRoughly(other: Fig, part: Fig, share: Fig): boolean {
  if (other.hedge === undefined && printedAs(other) !== printedAs(part)) return false;
  const ratio = sizeOf(part) / sizeOf(other);
  return ratio > ROUGHLY && ratio < 1 / ROUGHLY && sizeOf(share) < FULL;
}

const ROUGHLY = 0.95;
const FULL = 90;

const COMPARED_BACK = 20;

/** `187 hộ nghèo, tỷ lệ 3,84%, giảm 54 hộ so với năm 2024 (241 hộ/4.819 hộ)`: in the brackets behind "so với" stands what was then. */
function isOfOtherTime(other: Fig, share: Fig): boolean {
  const { tokens, token: at, depth, group } = other;
  if (depth === 0 || (share.tokens === tokens && share.group === group)) return false;
  // "17.482 tỷ đồng, tăng 14,5% (2021: 15.263); vốn FDI 5.747 tỷ đồng, chiếm 18,0%"
  if (isInBracketOfThen(other) && (share.tokens !== tokens || share.token > at)) return true;
  let isCompared = false;
  for (let i = at - 1; i >= Math.max(0, at - COMPARED_BACK); i--) {
    const token = tokens[i] as Token;
    if (token.group === group) continue;
    isCompared ||= token.cue?.kind === "versus";
    // "180 hồ sơ, bằng 120% so với cùng kỳ (150 hồ sơ)": there it is what the share is of.
    if (token.figure?.role === "quantity") return isCompared && token.figure !== share;
    if (token.type === "sign" && token.text !== "(") return isCompared;
  }
  return isCompared;
}

/** What was planned of a figure, in brackets behind its share of the plan. */
function plannedBeside(sight: Sight, fig: Fig): Fig | undefined {
  const [share, plan] = sight.between(fig.order + 1, fig.order + 2);
  const isPlan = share !== undefined && plan !== undefined && isPercent(share) && isOfPlan(share) && plan.depth === share.depth + 1;
  return isPlan && isLevelFigure(plan) && alike(plan, fig) ? plan : undefined;
}

/**
 * `chiếm 22,9% tổng vốn đăng ký`, `chiếm 84,48% tổng số đại biểu HĐND tỉnh`: figures whose own phrase says the same, however far
 * back, with the word for the whole or with all the words that name it; those above `least`.
 */
export function namedBases(sight: Sight, share: Fig, least = 0): Fig[] {
  const at = share.after.indexOf("tổng");
  const name = share.after.slice(at, at + 3);
  if (at < 0 || at > 2 || name.length < 2) return [];
  const what = share.after.slice(at + (name[1] === "số" ? 2 : 1)).slice(0, 4);
  const found: Fig[] = [];
  for (let i = share.order - 1; i >= Math.max(0, share.order - 300) && found.length < 3; i--) {
    const fig = sight.quantities[i] as Fig;
    if (!isLevelFigure(fig) || (fig.quantity?.approximate ?? 0) <= least) continue;
    const said = [...fig.phrase, ...fig.after];
    const sameTotal = fig.phrase.includes("tổng") && fig.phrase.includes(name[1] as string);
    if (sameTotal || (what.length >= 3 && what.every((word) => said.includes(word)))) found.push(fig);
  }
  return found;
}
