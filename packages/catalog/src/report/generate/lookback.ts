import { type Period, period, previous, sinceYearStart, yearBefore } from "@khop/core";
import { patternsOf } from "../references.ts";
import type { ReportRegime } from "../regime.ts";

/** The periods that are asked for, and those that rules look back to from them, the earliest first. */
export function withLookback(regime: ReportRegime, periods: readonly Period[]): readonly Period[] {
  const looks = new Set(regime.rules.flatMap(({ places }) => Object.values(places).flatMap(patternsOf)).map((one) => one.period));
  const all = periods.flatMap((one) => [
    one,
    ...(looks.has("previous") ? [previous(one)] : []),
    ...(looks.has("yearBefore") ? [yearBefore(one)] : []),
    ...(looks.has("sinceYearStart") ? sinceYearStart(one) : []),
  ]);
  return [...new Map(all.map((one) => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The years before those of some periods: what is told once a year was told of them. */
export function yearsBefore(periods: readonly Period[]): readonly Period[] {
  return [...new Set(periods.map(({ year }) => year - 1))].map((year) => period(`${year}-A1`));
}
