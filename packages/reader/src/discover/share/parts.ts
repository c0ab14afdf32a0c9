import { type Fig, isLevelFigure, isOfPlan, takesUp } from "../../figures.ts";
import { isCompared } from "../compared.ts";
import { amountsBefore, type Sight } from "../sight.ts";

/** What a share may be of: the figure behind a slash, the amount before it, the one after "tương đương". */
export function partsOf(sight: Sight, share: Fig): { part: Fig; from: string }[] {
  const added = sight.quantities[share.order - 1];
  // "tăng thêm 301,7 triệu USD, chiếm 41,0%": what came is a part of its total as any other.
  if (added?.change && takesUp(share) && added.sentence === share.sentence && added.tokens === share.tokens && sight.parents.has(added))
    return [{ part: added, from: "before" }];
  const found: { part: Fig; from: string }[] = [];
  const inner: Fig[] = [];
  let seen = 0;
  // "186.420 người, tăng 3,65% so với 179.854 người của năm trước, đạt 99,16% kế hoạch": of what there is, and not of what it is compared with.
  const isOfThen = (part: Fig): boolean =>
    isOfPlan(share) && part.depth === share.depth && part.sentence === share.sentence && isCompared(part);
  for (const part of amountsBefore(sight, share, 0)) {
    if (seen === 0 && isOfThen(part)) continue;
    if (part.cues.some(({ cue, near, distance }) => cue.kind === "added" && near && distance === 0)) continue;
    if (share.sentence - part.sentence > 0 && seen > 0) break;
    if (share.sentence - part.sentence > 1) break;
    if (part.depth > share.depth && part.sentence === share.sentence && inner.length < 2) {
      inner.push(part);
      continue;
    }
    if (part.under && part.sentence === share.sentence && seen === 0) {
      found.push({ part: part.under, from: "slash" });
      seen += 1;
      continue;
    }
    found.push({ part, from: seen === 0 ? (part.sentence === share.sentence ? "before" : "sentenceBefore") : `before${seen}` });
    seen += 1;
    if (seen >= 3) break;
  }
  for (const part of inner) found.push({ part, from: "inner" });
  for (const next of sight.between(share.order + 1, share.order + 2)) {
    if (!isLevelFigure(next) || next.blockIndex !== share.blockIndex || next.sentence !== share.sentence) continue;
    if (next.cues.some(({ cue, near }) => cue.kind === "same" && near) || isToldWith(share, next))
      found.unshift({ part: next, from: "after" });
    else if (next.over && isRightBehind(share, next)) found.unshift({ part: next, from: "slash" });
    else if (isAloneBehind(share, next)) found.push({ part: next, from: "behind" });
  }
  return found;
}

/** `100% đơn vị (35/35)`, `82,4% dự toán (4.532/5.500 tỷ đồng)`: in parentheses behind the percentage, with nothing but its noun or the name of a plan between. */
function isRightBehind({ tokens, token: at }: Fig, part: Fig): boolean {
  const between = tokens.slice(at + 1, part.token);
  return (
    between.length <= 6 &&
    between.at(-1)?.text === "(" &&
    between.slice(0, -1).every(({ type, cue }) => type === "word" || cue?.kind === "plan" || cue?.kind === "sum")
  );
}

/** `lúa lai chiếm 33,2% với 2.180 ha`, `chiếm 68,12%, tức 163.720 người`, `thuế giá trị gia tăng 5% là 253,85 triệu đồng`: a word or two lead from the share to its figure. */
function isToldWith(share: Fig, { tokens, token: at, depth }: Fig): boolean {
  const between = tokens.slice(share.token + 1, at).filter(({ text }) => text !== ",");
  const words = between.map(({ text }) => text).join(" ");
  if (depth !== share.depth || between.length > MOST_WORDS || share.tokens !== tokens) return false;
  const isTaken = takesUp(share) !== undefined || share.cues.some(({ cue, near }) => near && cue.kind === "share");
  return (isTaken && TOLD_WITH.test(words)) || (words === "là" && share.before.includes("thuế"));
}

const TOLD_WITH = /^(?:với|tức|hay|ứng với|nghĩa là|tức là)(?: (?:là|khoảng|gần|hơn))?$/;

/** `di tích lịch sử chiếm 64,1% (574), kiến trúc 26,9% (241)`: alone in the brackets right behind the percentage. */
function isAloneBehind({ token: at, cues }: Fig, { tokens, token, depth }: Fig): boolean {
  if (token !== at + 2 || tokens[at + 1]?.text !== "(") return false;
  const after = tokens.slice(token + 1).findIndex((one) => one.depth < depth || one.text === ")");
  return after >= 0 && after <= MOST_WORDS && !cues.some(({ cue, near }) => near && cue.kind === "plan");
}

const MOST_WORDS = 3;
