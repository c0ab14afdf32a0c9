import { fit, near, relations } from "@khop/core";
import { isLevelFigure, sizeOf } from "../figures.ts";
import { alike, type Sight } from "./sight.ts";

/** `Tổng thu 338,6 tỷ đồng, tổng chi 214,9 tỷ đồng, chênh lệch thu chi 123,7 tỷ đồng`: what is between the two figures right before it. */
export function discoverGaps(sight: Sight): void {
  for (const gap of sight.quantities) {
    if (!isLevelFigure(gap) || !gap.before.some((word, i) => word === "chênh" && gap.before[i + 1] === "lệch")) continue;
    const [first, second] = sight.between(gap.order - 2, gap.order - 1);
    if (
      !first ||
      !second ||
      ![first, second].every((fig) => isLevelFigure(fig) && alike(fig, gap) && fig.blockIndex === gap.blockIndex && fig.depth === gap.depth)
    )
      continue;
    const [current, base] = sizeOf(first) >= sizeOf(second) ? [first, second] : [second, first];
    const places = { difference: gap.cell, current: current.cell, base: base.cell, falls: false };
    const holds = fit(relations.difference, places) === "holds";
    if (!holds && !near(relations.difference, places, "slip")) continue;
    sight.add({
      options: [{ kind: relations.difference, seats: { difference: gap, current, base, falls: false } }],
      prior: 0.75,
      pattern: "gap",
      cue: "chênh lệch",
      confirm: holds,
      passage: gap.blockIndex,
    });
  }
}
