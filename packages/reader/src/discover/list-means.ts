import { fit, near, relations } from "@khop/core";
import { type Fig, isLevelFigure, isPerOther, sizeOf } from "../figures.ts";
import type { Sight } from "./sight.ts";

const FEWEST = 3;
const MOST = 12;
/** Figures between the last of the list and its mean: the count of them. */
const NEAR = 2;

/**
 * `tại bốn trạm: A 412,6 mm, B 358,0 mm, C 526,9 mm, D 297,3 mm; bình quân bốn trạm 398,7 mm`: the mean of what was listed, over the number of
 * things that it was listed for.
 */
export function discoverListMeans(sight: Sight): void {
  for (const mean of sight.quantities) {
    if (!isLevelFigure(mean) || isPerOther(mean) || !isSaidToBeMean(sight, mean)) continue;
    const values = listBefore(sight, mean);
    const count = values.length < FEWEST ? undefined : countOf(sight, mean, values);
    if (count === undefined) continue;
    const places = { ratio: mean.cell, numerators: values.map(({ cell }) => cell), denominator: count.cell };
    const holds = fit(relations.ratio, places) === "holds";
    if (!holds && !near(relations.ratio, places, "tenth") && !near(relations.ratio, places, "slip")) continue;
    sight.add({
      options: [{ kind: relations.ratio, seats: { ratio: mean, numerators: values, denominator: count } }],
      prior: 0.8,
      pattern: "mean:list",
      cue: "bình quân",
      confirm: holds,
      passage: mean.blockIndex,
    });
  }
}

/** "bình quân 398,7 mm", "bình quân bốn trạm 398,7 mm" */
const isSaidToBeMean = (sight: Sight, mean: Fig): boolean =>
  [mean, ...sight.between(mean.order - 1, mean.order - 1).filter((fig) => fig.clause === mean.clause && fig.tokens === mean.tokens)].some(
    ({ cues }) => cues.some(({ cue, near: beside }) => beside && cue.kind === "mean"),
  );

/** The figures of the same measure right before a mean, in one sentence, one after the other. */
function listBefore(sight: Sight, mean: Fig): readonly Fig[] {
  const same = (fig: Fig | undefined): fig is Fig =>
    fig !== undefined && isLevelFigure(fig) && fig.quantity?.unit.id === mean.quantity?.unit.id && fig.blockIndex === mean.blockIndex;
  const last = sight.between(mean.order - NEAR, mean.order - 1).findLast(same);
  if (last === undefined || mean.sentence - last.sentence > 1) return [];
  const values: Fig[] = [];
  for (let i = last.order; i >= 0 && values.length < MOST; i--) {
    const fig = sight.quantities[i];
    if (!same(fig) || fig.sentence !== last.sentence || fig.depth !== last.depth) break;
    values.unshift(fig);
  }
  return values;
}

/** So many things, said beside the mean or at the head of the list. */
function countOf(sight: Sight, mean: Fig, values: readonly Fig[]): Fig | undefined {
  const first = (values[0] as Fig).order;
  return [...sight.between(first - NEAR, first - 1), ...sight.between(mean.order - 1, mean.order - 1)].findLast(
    (fig) =>
      fig.quantity?.exact === true &&
      fig.quantity.unit.kind === "count" &&
      sizeOf(fig) === values.length &&
      fig.blockIndex === mean.blockIndex,
  );
}
