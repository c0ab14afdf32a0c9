import { fit, near, relations } from "@khop/core";
import { type Fig, isAmount, isLevelFigure, isPercent, printedAs, sizeOf } from "../figures.ts";
import { isPoints } from "./change/points.ts";
import { alike, type Sight } from "./sight.ts";

/** `chi 1.618,2 tỷ đồng, bằng 102,7% dự toán (1.575,4 tỷ đồng), vượt 42,8 tỷ đồng`: by how much a figure is above what was planned. */
export function discoverExcess(sight: Sight): void {
  for (const excess of sight.quantities) {
    if (!isAmount(excess) || excess.tokens[excess.token - 1]?.text !== "vượt") continue;
    const [current, share, base] = sight.between(excess.order - 3, excess.order - 1);
    if (!current || !share || !base || !isPercent(share) || base.depth !== share.depth + 1) continue;
    if (
      ![current, base].every(
        (fig) => isLevelFigure(fig) && alike(fig, excess) && fig.sentence === excess.sentence && fig.blockIndex === excess.blockIndex,
      )
    )
      continue;
    propose(sight, excess, current, base, { pattern: "gap:plan", cue: "vượt" });
  }
}

/**
 * `Tổng thu 338,6 tỷ đồng, tổng chi 214,9 tỷ đồng, chênh lệch thu chi 123,7 tỷ đồng`, `cao nhất 97,2%, thấp nhất 71,8%, khoảng cách 25,4 điểm phần trăm`: what is
 * between the two figures right before it.
 */
export function discoverGaps(sight: Sight): void {
  for (const gap of sight.quantities) {
    if (gap.change !== undefined || !(isLevelFigure(gap) || isPoints(gap)) || !namesGap(gap)) continue;
    const [first, second] = sight.between(gap.order - 2, gap.order - 1);
    const isSide = (fig: Fig): boolean =>
      (isPoints(gap) ? isPercent(fig) && fig.change === undefined : isLevelFigure(fig) && alike(fig, gap)) &&
      fig.blockIndex === gap.blockIndex &&
      fig.depth === gap.depth;
    if (!first || !second || ![first, second].every(isSide)) continue;
    const [current, base] = sizeOf(first) >= sizeOf(second) ? [first, second] : [second, first];
    propose(sight, gap, current, base, { pattern: "gap", cue: "chênh lệch" });
  }
}

/** "chênh lệch", "chênh", "khoảng cách" */
const namesGap = ({ before }: Fig): boolean =>
  before.some(
    (word, i) => word === "chênh" || (word === "khoảng" && before[i + 1] === "cách") || (word === "cách" && before[i + 1] === "biệt"),
  );

const BEHIND = 6;

/** `chênh lệch khoảng 200 đồng so với giá niêm yết`, `chênh lệch chi phí 21,1 tỷ đồng, … chênh lệch lãi vay 1,92 tỷ đồng`: against something else, roughly, or the name of an amount. */
function isLoose(gap: Fig, ...sides: readonly Fig[]): boolean {
  const isAgainst = gap.tokens.slice(gap.token + 1, gap.token + BEHIND).some(({ cue }) => cue?.kind === "versus");
  const isRough = [gap, ...sides].some(({ hedge }) => hedge !== undefined && hedge !== "estimate");
  const isNamed = sides.some(({ before, sentence }) => before.includes("chênh") || Math.abs(sentence - gap.sentence) > 1);
  return isAgainst || isRough || isNamed || sides.some((side) => printedAs(side) === printedAs(gap));
}

/** Confirms what fits, and accuses what is a slip away. */
function propose(
  sight: Sight,
  difference: Fig,
  current: Fig,
  base: Fig,
  { pattern, cue }: { readonly pattern: string; readonly cue: string },
): void {
  const places = { difference: difference.cell, current: current.cell, base: base.cell, falls: false };
  const holds = fit(relations.difference, places) === "holds";
  if (!holds && (isLoose(difference, current, base) || !near(relations.difference, places, "slip"))) return;
  const seats = { difference, current, base, falls: false };
  sight.add({
    options: [{ kind: relations.difference, seats }],
    prior: 0.75,
    pattern,
    cue,
    confirm: holds,
    passage: difference.blockIndex,
  });
}
