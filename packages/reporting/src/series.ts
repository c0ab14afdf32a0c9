import type { ReportRegime } from "@khop/catalog/report";
import {
  ancestry,
  comparability,
  existsIn,
  type Fact,
  type Indicator,
  type Lineage,
  type OrgUnit,
  type Period,
  predecessors,
  previous,
  type Quantity,
  total,
  type Window,
  windowOf,
} from "@khop/core";
import { Figures, keyOf, type PointKind, partOf, tiedTo } from "./series-figures.ts";

/** One period of a series; no quantity where it cannot be told, and whose figures are missing. */
export interface SeriesPoint {
  readonly period: string;
  readonly quantity: Quantity | null;
  readonly is: PointKind;
  readonly missing: readonly string[];
}

/** An indicator of a unit over time: the whole, or one member of a breakdown. */
export interface Series {
  readonly orgUnit: string;
  readonly members: Readonly<Record<string, string>>;
  readonly points: readonly SeriesPoint[];
}

/** Which series are wanted, and what they are made from. */
export interface SeriesScope {
  readonly regime: ReportRegime;
  readonly indicator: string;
  /** The ids of the units that are asked about. */
  readonly of: readonly string[];
  readonly orgUnits: readonly OrgUnit[];
  readonly lineage: readonly Lineage[];
  /** At least those of the regime, of these units and of those below and before them. */
  readonly facts: readonly Fact[];
  /** The periods to tell, in their order; every one that there are figures of, when left out. */
  readonly periods?: readonly Period[];
}

/** What has to be read for a series: a nation's facts of ten years are many, and one indicator of one place needs few of them. */
export interface SeriesNeeds {
  readonly orgUnits: readonly string[];
  readonly indicators: readonly string[];
}

/** The units whose figures a series is made of, and the indicators that anything of it may follow from. */
export function seriesNeeds({ regime, indicator, of, orgUnits, lineage }: Omit<SeriesScope, "facts">): SeriesNeeds {
  const wanted = new Set<string>();
  const children = Map.groupBy(orgUnits, ({ parent }) => parent ?? "");
  const want = (id: string): void => {
    if (wanted.has(id)) return;
    wanted.add(id);
    for (const { into, from } of lineage) if (into.includes(id)) for (const one of from) want(one);
    for (const below of children.get(id) ?? []) want(below.id);
  };
  for (const id of of) want(id);
  return { orgUnits: [...wanted], indicators: tiedTo(indicator, regime) };
}

/**
 * An indicator over every period that there are figures of.
 *
 * - A unit above the regime's level has the sum of those below it that exist in the period, of what may be summed; with one missing, none.
 * - Before its first day a unit has the sum of those that it was made of, where that is comparable; a split has nothing.
 */
export const series = (scope: SeriesScope): readonly Series[] => everySeries(scope).filter(isTold);

/** The whole is told always, a member of a breakdown where there is anything of it. */
export const isTold = ({ members, points }: Series): boolean =>
  Object.keys(members).length === 0 || points.some(({ quantity }) => quantity !== null);

/** The same with every member of a breakdown, told or not. */
export function everySeries({
  regime,
  indicator: id,
  of,
  orgUnits,
  lineage,
  facts,
  periods = periodsIn(regime, facts),
}: SeriesScope): readonly Series[] {
  const indicator = regime.indicators.find((one) => one.id === id);
  if (indicator === undefined) return [];
  const units = new Map(orgUnits.map((one) => [one.id, one]));
  const part = partOf(regime, tiedTo(id, regime));
  const children = Map.groupBy(orgUnits, ({ parent }) => parent ?? "");
  const figures = new Figures({ regime: part, indicator: id, units, periods, facts });
  const cuts = [{}, ...(indicator.breakdowns ?? []).flatMap(({ id: over, members }) => members.map((member) => ({ [over]: member.id })))];
  return of.flatMap((name) => {
    const unit = units.get(name);
    if (unit === undefined) return [];
    return cuts.map((members): Series => {
      const points = periods.map((period) => pointOf(unit, period, members));
      return { orgUnit: name, members, points };
    });
  });

  function pointOf(unit: OrgUnit, period: Period, members: Readonly<Record<string, string>>): SeriesPoint {
    const window = windowOf(period, regime.windows);
    const at = keyOf(period.id, members);
    if (unit.level === regime.level && existsIn(unit, window)) {
      const within = since(unit, window);
      if (within.length > 1) return summedOf(within, period, at, members, "recast");
      const told = figures.at(unit.id, at, members);
      return { period: period.id, quantity: told?.quantity ?? null, is: told?.is ?? "told", missing: told === undefined ? [unit.id] : [] };
    }
    const parts = unit.level === regime.level ? before(unit, window) : belowIn(unit, window);
    return summedOf(parts, period, at, members, unit.level === regime.level ? "recast" : "summed");
  }

  function summedOf(
    parts: readonly string[],
    period: Period,
    at: string,
    members: Readonly<Record<string, string>>,
    summed: PointKind,
  ): SeriesPoint {
    const told = parts.map((part) => figures.at(part, at, members)?.quantity ?? null);
    const missing = parts.filter((_, i) => told[i] === null);
    const isSum = parts.length > 0 && missing.length === 0 && ((indicator as Indicator).additive || parts.length === 1);
    return { period: period.id, quantity: isSum ? total(told).quantity : null, is: summed, missing };
  }

  /** A unit that was made in the course of a period, with those that it was made of: what came in it came to all of them. */
  function since(unit: OrgUnit, window: Window | null): readonly string[] {
    if (window === null || (indicator as Indicator).kind === "stock") return [unit.id];
    const { ever, strays } = ancestry([unit.id], window.from, window.to, lineage);
    return strays.length > 0 ? [unit.id] : ever;
  }

  /** The units of the regime's level below one, as they were; a stock is that of those of the last day. */
  function belowIn(unit: OrgUnit, days: Window | null): readonly string[] {
    const window = days !== null && (indicator as Indicator).kind === "stock" ? { from: days.to, to: days.to } : days;
    const under = (parent: string): readonly OrgUnit[] =>
      (children.get(parent) ?? []).flatMap((one) => (!existsIn(one, window) ? [] : one.level === regime.level ? [one] : under(one.id)));
    return under(unit.id).map((one) => one.id);
  }

  /** The units that one was made of, where its earlier figures are theirs. */
  function before(unit: OrgUnit, window: Window | null): readonly string[] {
    if (window === null || unit.validFrom === null || window.to >= unit.validFrom) return [];
    const how = comparability(unit, indicator as Indicator, window.to, unit.validFrom, lineage);
    return how === "notComparable" ? [] : predecessors(unit, window.to, unit.validFrom, lineage);
  }
}

/** Every period of the regime from the first that there are figures of to the last. */
function periodsIn(regime: ReportRegime, facts: readonly Fact[]): readonly Period[] {
  const own = new Set(regime.indicators.map(({ id }) => id));
  const told = facts
    .filter(({ indicator, period }) => own.has(indicator) && period.frequency === regime.frequency)
    .map(({ period }) => period);
  const ordered = [...new Map(told.map((one) => [one.id, one])).values()].sort((a, b) => a.year - b.year || a.index - b.index);
  const [first] = ordered;
  const periods: Period[] = [];
  for (let at = ordered.at(-1); at !== undefined && first !== undefined; at = previous(at)) {
    periods.unshift(at);
    if (at.id === first.id) break;
  }
  return periods;
}
