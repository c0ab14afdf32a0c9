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

/** The units that later ones were made of. */
export interface Ancestry {
  /** Those that stood on the earlier day. */
  readonly orgUnits: readonly string[];
  /** Later units beside those asked about that got a part of them: with any, what was before is not theirs alone. */
  readonly strays: readonly string[];
  /** Every unit on the way, those asked about among them. */
  readonly ever: readonly string[];
}

/**
 * Goes back from units to those that they were made of.
 *
 * - Shape: `since` is the day from which, not included, and `until` the day up to which changes count; ISO dates. Several units are taken
 *   together: a split of one into two of them leaves no stray.
 */
export function ancestry(units: readonly string[], since: string, until: string, lineage: readonly Lineage[]): Ancestry {
  const days = Map.groupBy(
    lineage.filter(({ on }) => on > since && on <= until),
    ({ on }) => on,
  );
  let now = new Set(units);
  const [ever, strays] = [new Set(units), new Set<string>()];
  for (const day of [...days.keys()].sort().reverse()) {
    const changes = days.get(day) ?? [];
    const making = changes.filter(({ into }) => into.some((id) => now.has(id)));
    const made = new Set(making.flatMap(({ into }) => into));
    const before = new Set([...[...now].filter((id) => !made.has(id)), ...making.flatMap(({ from }) => from)]);
    for (const { from, into } of changes) if (from.some((id) => before.has(id))) for (const id of into) if (!now.has(id)) strays.add(id);
    for (const id of before) ever.add(id);
    now = before;
  }
  return { orgUnits: [...now], strays: [...strays], ever: [...ever] };
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
 * - A merger is recast where the indicator may be summed; a unit that got a part of another has no earlier figure of its own.
 */
export function comparability(
  unit: OrgUnit,
  indicator: Indicator,
  since: string,
  until: string,
  lineage: readonly Lineage[],
): Comparability {
  const { orgUnits, strays } = ancestry([unit.id], since, until, lineage);
  if (strays.length > 0) return "notComparable";
  if (orgUnits.length === 1) return "comparable";
  return indicator.additive ? "recast" : "notComparable";
}

/** The units whose earlier figures a recast sums. */
export function predecessors(unit: OrgUnit, since: string, until: string, lineage: readonly Lineage[]): readonly string[] {
  const { orgUnits, ever } = ancestry([unit.id], since, until, lineage);
  return ever.length === 1 ? [] : orgUnits;
}
