import { relations, shareFits } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, sizeOf, type Token } from "../../figures.ts";
import { alike, amountsBefore, type Option, type Sight, sameNature } from "../sight.ts";

/** Counts that tell no more than this fit by chance. */
const TELLING = 2;
const LEAST = 50;
const NAMED_BACK = 12;
/** Words of a name behind the percentage that are all said of its whole. */
const WORDS = 2;

/**
 * `nộp 1.263 đơn, được cấp 698 văn bằng (55,3%)`, `điều trị nội trú 141.902 lượt …; chuyển tuyến 4.316 ca, chiếm 3,04% số nội trú`: what came of
 * so many is counted by another noun. Of the count right before, or of the one that the words behind name, or that stands right behind those; it only confirms.
 */
export function ofOtherNoun(sight: Sight, share: Fig): Option | null {
  const part = sight.quantities[share.order - 1];
  if (!part || !isCount(part) || part.sentence !== share.sentence || part.blockIndex !== share.blockIndex) return null;
  if ((share.quantity?.decimals ?? 0) < 1 || digitsOf(part) < TELLING) return null;
  const holds = (whole: Fig): boolean => shareFits(share.cell, part.cell, whole.cell) === "holds";
  const isOther = (whole: Fig): boolean => isCount(whole) && !alike(whole, part) && sameNature(whole, part) && sizeOf(whole) >= LEAST;
  const behind = totalBehind(sight, share);
  if (behind && isOther(behind) && holds(behind))
    return { kind: relations.share, seats: { share, parts: [part], whole: behind }, verdict: "holds" };
  const before = sight.quantities[part.order - 1];
  const isBeside = before && isOther(before) && before.sentence === part.sentence && before.blockIndex === part.blockIndex;
  const whole = isBeside && holds(before) ? before : named(sight, share).find((fig) => fig !== part && isOther(fig) && holds(fig));
  return whole ? { kind: relations.share, seats: { share, parts: [part], whole }, verdict: "holds" } : null;
}

/** `201.874 gia đình văn hóa, đạt 84,7% tổng số 238.416 hộ`: with nothing but words for all of them between. */
function totalBehind(sight: Sight, share: Fig): Fig | undefined {
  const next = sight.quantities[share.order + 1];
  if (next === undefined || next.tokens !== share.tokens || next.sentence !== share.sentence) return undefined;
  const words = share.tokens.slice(share.token + 1, next.token).flatMap(({ text }) => text.split(" "));
  return words.length > 0 && words.every((word) => LEADS.has(word)) ? next : undefined;
}

const isCount = (fig: Fig): boolean => isLevelFigure(fig) && fig.quantity?.exact === true && fig.quantity.unit.kind === "count";

/** Figures before that are called as the words behind the percentage say: "số nội trú" of "điều trị nội trú 141.902 lượt". */
function named(sight: Sight, share: Fig): readonly Fig[] {
  const words: string[] = [];
  for (const { type, text } of share.tokens.slice(share.token + 1) as Token[]) {
    if (type === "sign" || type === "figure" || words.length === WORDS) break;
    words.push(...text.split(" ").filter((word) => words.length > 0 || !LEADS.has(word)));
  }
  if (words.length < WORDS) return [];
  return [...amountsBefore(sight, share, 1)].slice(0, NAMED_BACK).filter(({ before }) => words.every((word) => before.includes(word)));
}

const LEADS = new Set("trên so với của trong tổng số các".split(" "));
