import { fit, relations } from "@khop/core";
import { type Fig, isRate } from "../figures.ts";
import type { Sight } from "./sight.ts";

const REACH = 12;

/**
 * `179.700 tỷ đồng vốn, 8.038 doanh nghiệp, giảm 20,3% về số doanh nghiệp, tăng 16% về vốn … vốn bình quân một doanh nghiệp 22,4 tỷ
 * đồng, tăng 45,5%`: the average has grown as its numerator over its denominator. Arithmetic only confirms.
 */
export function discoverAverageGrowth(sight: Sight): void {
  for (const option of sight.hypotheses.flatMap(({ options }) => options.slice(0, 1))) {
    if (option.kind !== relations.ratio) continue;
    const { ratio, numerators, denominator } = option.seats as { ratio: Fig; numerators: readonly Fig[]; denominator: Fig };
    const [numerator] = numerators;
    if (!(numerator && "order" in numerator) || !("order" in denominator)) continue;
    const of = (fig: Fig): Fig[] => ratesOf(sight, Math.max(numerator.order, denominator.order), fig);
    for (const growth of ratesBehind(sight, ratio)) {
      const found = of(numerator)
        .flatMap((above) => of(denominator).map((below) => [above, below] as const))
        .find(([above, below]) => above !== below && holds(growth, above, below));
      if (found === undefined) continue;
      const [above, below] = found;
      sight.add({
        options: [{ kind: relations.quotientGrowth, seats: seatsOf(growth, above, below), verdict: "holds" }],
        prior: 0.9,
        pattern: "average:growth",
        cue: "bình quân",
        confirm: true,
        passage: ratio.blockIndex,
      });
    }
  }
}

/** The rates right behind an average, in its sentence. */
const ratesBehind = (sight: Sight, ratio: Fig): readonly Fig[] =>
  sight
    .between(ratio.order + 1, ratio.order + 3)
    .filter((fig) => isRate(fig) && fig.change && fig.blockIndex === ratio.blockIndex && fig.sentence === ratio.sentence);

/** Rates of change behind two figures that name one of them: "về vốn", "về số doanh nghiệp". */
const ratesOf = (sight: Sight, from: number, fig: Fig): readonly Fig[] & Fig[] =>
  sight.between(from + 1, from + REACH).filter((rate) => isRate(rate) && rate.change && rate.after[0] === "về" && names(rate, fig));

function names({ after }: Fig, fig: Fig): boolean {
  const unit = fig.quantity?.unit.kind === "count" ? (fig.quantity.unit.id.split(" ") ?? []) : [];
  const words = new Set([...unit, ...fig.keys]);
  return after.slice(1).some((word) => words.has(word));
}

const seatsOf = (growth: Fig, above: Fig, below: Fig) => ({
  growth,
  numerator: above,
  denominator: below,
  falls: growth.change === "fall",
  numeratorFalls: above.change === "fall",
  denominatorFalls: below.change === "fall",
});

function holds(growth: Fig, above: Fig, below: Fig): boolean {
  const seats = seatsOf(growth, above, below);
  return fit(relations.quotientGrowth, { ...seats, growth: growth.cell, numerator: above.cell, denominator: below.cell }) === "holds";
}
