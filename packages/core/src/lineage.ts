import type { Indicator } from "./indicator.ts";
import type { OrgUnit } from "./org-unit.ts";

/** What became of org units on a day: which of them merged, were split, or were renamed into which. */
export interface Lineage {
  readonly on: string;
  readonly change: "merge" | "split" | "rename";
  readonly from: readonly string[];
  readonly into: readonly string[];
  readonly source: string;
}

/**
 * Whether a figure can be set against an earlier one of the same unit: `comparable` as it stands, `recast` against the sum of the
 * units it was made of, or not at all.
 */
export type Comparability = "comparable" | "recast" | "notComparable";

/**
 * How a unit's figure compares across the days between.
 *
 * - Shape: `since` is the last day of the earlier window, `until` the last day of the later one; ISO dates.
 * - A merger is recast where the indicator may be summed; a split has no earlier figure of its own.
 */
export function comparability(
  unit: OrgUnit,
  indicator: Indicator,
  since: string,
  until: string,
  lineage: readonly Lineage[],
): Comparability {
  const between = lineage.filter(({ on, change, into }) => change !== "rename" && on > since && on <= until && into.includes(unit.id));
  if (between.length === 0) return "comparable";
  return indicator.additive && between.every(({ change }) => change === "merge") ? "recast" : "notComparable";
}

/** The units whose earlier figures a recast sums. */
export function predecessors(unit: OrgUnit, since: string, until: string, lineage: readonly Lineage[]): readonly string[] {
  const between = lineage.filter(({ on, into }) => on > since && on <= until && into.includes(unit.id));
  return [...new Set(between.flatMap(({ from }) => from))];
}
