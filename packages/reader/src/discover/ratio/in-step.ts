import { fit, relations } from "@khop/core";
import { type Fig, isAmount, isLevelFigure } from "../../figures.ts";
import { isInTurn, rowFrom } from "../in-turn.ts";
import { alike, type Sight } from "../sight.ts";

const LEAST = 2;
const MOST = 8;
const FARTHEST = 24;

/**
 * `tiểu học 138.472 em/3.921 lớp, THCS 98.307 em/2.386 lớp. Sĩ số bình quân lần lượt là 35,3 và 41,2 học sinh/lớp`: as many averages in turn as pairs before them, each
 * of the pair in its place. Where all but one hold, the one is wrong.
 */
export function averagesInStep(sight: Sight): void {
  for (const first of sight.quantities) {
    if (!isAmount(first) || first.twin !== undefined || !isInTurn(first)) continue;
    const row = rowFrom(sight, first, MOST);
    if (row.length < LEAST || !row.every((fig) => isLevelFigure(fig) && alike(fig, first))) continue;
    const pairs = sight
      .between(first.order - FARTHEST, first.order - 1)
      .filter(
        (fig) => fig.tokens === first.tokens && first.sentence - fig.sentence <= 1 && fig.twin !== undefined && fig.twin.token > fig.token,
      )
      .slice(-row.length);
    if (pairs.length < row.length) continue;
    const places = (at: number) => ({ ratio: row[at]?.cell, numerators: [pairs[at]?.cell], denominator: pairs[at]?.twin?.cell });
    const holding = row.filter((_, at) => fit(relations.ratio, places(at)) === "holds");
    if (holding.length === 0 || holding.length < row.length - 1) continue;
    row.forEach((ratio, at) => {
      const pair = pairs[at] as Fig;
      const seats = { ratio, numerators: [pair], denominator: pair.twin as Fig };
      const holds = holding.includes(ratio);
      sight.takeBack(({ options: [option] }) => option?.kind === relations.ratio && option.seats.ratio === ratio);
      sight.add({
        options: [{ kind: relations.ratio, seats }],
        prior: 0.85,
        pattern: "ratio:in-step",
        cue: "lần lượt",
        confirm: holds,
        passage: ratio.blockIndex,
      });
    });
  }
}
