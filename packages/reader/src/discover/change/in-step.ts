import { relations } from "@khop/core";
import { type Fig, isLevelFigure, isPercent } from "../../figures.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { holds } from "../table/proposals.ts";

/** Words back to "lần lượt". */
const BACK = 3;
const FEWEST = 2;

/**
 * `A 3.806 tỷ đồng, B 2.977 tỷ đồng, C 1.245 tỷ đồng, tăng lần lượt 8,4%, 6,2% và 13,0% so với cùng kỳ (3.511; 2.804; 1.102 tỷ đồng)`: as many changes as
 * figures before them and figures in the brackets behind, each of the one in its place. Where all but one fit, the one is wrong.
 */
export function changesInStep(sight: Sight): void {
  for (const first of sight.quantities) {
    const way = wayOf(first);
    if (!isPercent(first) || way === undefined || !isInTurn(first)) continue;
    const changes = rowFrom(sight, first);
    const count = changes.length;
    if (count < FEWEST) continue;
    const current = sight.between(first.order - count, first.order - 1);
    const bases = sight.between(first.order + count, first.order + 2 * count - 1);
    const isWhole =
      bases.length === count &&
      current.every(
        (fig, i) => isLevelFigure(fig) && fig.sentence === first.sentence && fig.depth === first.depth && alike(fig, bases[i] as Fig),
      ) &&
      bases.every((fig) => fig.depth === first.depth + 1 && fig.group === bases[0]?.group && fig.tokens === first.tokens);
    if (!isWhole || sight.quantities[first.order + 2 * count]?.group === bases[0]?.group) continue;
    const falls = way === "fall";
    const options = changes.map(
      (growth, i): Option => ({ kind: relations.growth, seats: { growth, current: current[i] as Fig, base: bases[i] as Fig, falls } }),
    );
    const holding = options.filter(holds);
    if (holding.length < count - 1 || holding.length === 0) continue;
    for (const option of options)
      sight.add({
        options: [option],
        prior: 0.85,
        pattern: "change:in-step",
        cue: "lần lượt",
        confirm: holding.includes(option),
        passage: first.blockIndex,
      });
  }
}

/** `tăng lần lượt 8,4%`: the word for the change stands before that for the turn. */
const wayOf = ({ change, cues }: Fig): string | undefined =>
  change ?? cues.find(({ cue, near }) => near && (cue.kind === "rise" || cue.kind === "fall"))?.cue.kind;

const isInTurn = ({ tokens, token: at }: Fig): boolean =>
  tokens.slice(Math.max(0, at - BACK), at).some(({ text }) => /^(?:lần lượt|tương ứng)/.test(text));

/** The percentages in a row from the first, of its sentence and outside brackets as it is. */
function rowFrom(sight: Sight, first: Fig): readonly Fig[] {
  const row: Fig[] = [];
  for (
    let fig: Fig | undefined = first;
    fig && isPercent(fig) && fig.sentence === first.sentence && fig.depth === first.depth && fig.tokens === first.tokens;
    fig = sight.quantities[fig.order + 1]
  )
    row.push(fig);
  return row;
}
