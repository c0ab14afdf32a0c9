import { relations } from "@khop/core";
import { type Fig, isLevelFigure, isOfPlan, isPercent } from "../../figures.ts";
import { isInTurn } from "../in-turn.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { holds } from "../table/proposals.ts";
import { comparesAfter } from "./promised.ts";

const FEWEST = 2;
const MOST = 8;
const FARTHEST = 16;

/**
 * `A 3.806 tỷ đồng, B 2.977 tỷ đồng, C 1.245 tỷ đồng, tăng lần lượt 8,4%, 6,2% và 13,0% so với cùng kỳ (3.511; 2.804; 1.102 tỷ đồng)`, `4.186 chuyến bay, 618.350
 * hành khách; bằng 107,2% và 106,8% so với quý III năm ngoái (3.905 chuyến; 578.920 khách)`: as many changes, or shares of then, as figures before them and figures in
 * the brackets behind, each of the one in its place. Where all but one fit, the one is wrong.
 */
export function changesInStep(sight: Sight): void {
  for (const first of sight.quantities) {
    if (!isPercent(first)) continue;
    const way = wayOf(first);
    const rates = rowFrom(sight, first);
    const count = rates.length;
    const last = rates.at(-1) as Fig;
    if (count < FEWEST || count > MOST) continue;
    const bases = sight.between(last.order + 1, last.order + count);
    const isInBrackets =
      bases.length === count &&
      bases.every((fig) => fig.depth === first.depth + 1 && fig.group === bases[0]?.group && fig.tokens === first.tokens) &&
      sight.quantities[last.order + count + 1]?.group !== bases[0]?.group;
    if (!isInBrackets || !(isInTurn(first) || comparesAfter(last) || isOfPlan(last))) continue;
    const current = sight
      .between(first.order - FARTHEST, first.order - 1)
      .filter((fig) => fig.sentence === first.sentence && fig.tokens === first.tokens && fig.depth === first.depth)
      .slice(-count);
    if (current.length < count || !current.every((fig, i) => isLevelFigure(fig) && alike(fig, bases[i] as Fig))) continue;
    const options = rates.map((rate, i): Option => {
      const [now, base] = [current[i] as Fig, bases[i] as Fig];
      // "giảm 4,9% về số doanh nghiệp, tăng 6,0% về vốn so với cùng kỳ (1.113 doanh nghiệp; 10.687 tỷ đồng)": each its own way.
      const falls = (rate.change ?? way) === "fall";
      return way === undefined
        ? { kind: relations.share, seats: { share: rate, parts: [now], whole: base } }
        : { kind: relations.growth, seats: { growth: rate, current: now, base, falls } };
    });
    const holding = options.filter(holds);
    if (holding.length < count - 1 || holding.length === 0) continue;
    sight.takeBack(({ options: [option] }) => option?.kind === relations.share && rates.includes(option.seats.share as Fig));
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

/** The percentages in a row from the first, of its sentence and outside brackets as it is. */
function rowFrom(sight: Sight, first: Fig): readonly Fig[] {
  const row: Fig[] = [];
  for (
    let fig: Fig | undefined = first;
    row.length <= MOST &&
    fig &&
    isPercent(fig) &&
    fig.sentence === first.sentence &&
    fig.depth === first.depth &&
    fig.tokens === first.tokens;
    fig = sight.quantities[fig.order + 1]
  )
    row.push(fig);
  return row;
}
