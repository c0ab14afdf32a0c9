import { type Fact, type Indicator, noUnit, type Quantity, quantity } from "@khop/core";
import type { Match } from "./matches.ts";

/** Figures that were matched, as facts: each in the unit of its indicator, with the multiplier, decimals and hedge that it was printed with. */
export function factsOf(matches: readonly Match[], indicators: readonly Indicator[]): readonly Fact[] {
  const known = new Map(indicators.map((one) => [one.id, one]));
  return matches.flatMap(({ address, quantity: printed }): Fact[] => {
    const { indicator: id, orgUnit, period, members } = address;
    const indicator = id === undefined ? undefined : known.get(id);
    if (indicator === undefined || orgUnit === undefined || period === undefined) return [];
    return [
      { indicator: indicator.id, orgUnit, period, ...(members === undefined ? {} : { members }), quantity: inUnitOf(indicator, printed) },
    ];
  });
}

/** What is printed without its unit, or with another word for it, has that of its indicator; what is measured otherwise keeps its own. */
function inUnitOf({ unit }: Indicator, printed: Quantity): Quantity {
  const { value, exponent, decimals, hedge, upper } = printed;
  const isOther =
    printed.unit.kind !== unit.kind && printed.unit.id !== noUnit.id && unit.kind !== "ratio" && printed.unit.kind !== "count";
  return quantity({
    value: value.toFixed(Math.max(decimals, 0)),
    unit: isOther ? printed.unit : unit,
    exponent,
    decimals,
    ...(hedge === undefined ? {} : { hedge }),
    ...(upper === undefined ? {} : { upper: upper.toFixed() }),
  });
}
