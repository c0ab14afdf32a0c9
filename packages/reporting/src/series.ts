import { factsIn, fill, patternsOf, type ReportRegime } from "@khop/catalog/report";
import {
  addressKey,
  comparability,
  existsIn,
  type Fact,
  factKey,
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

/** What a figure in a series is: entered, following from what was, summed over units below, or over those that a unit was made of. */
export type PointKind = "told" | "followed" | "summed" | "recast";

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
}

/** What has to be read for a series: a nation's facts of ten years are many, and one indicator of one place needs few of them. */
export interface SeriesNeeds {
  readonly orgUnits: readonly string[];
  readonly indicators: readonly string[];
}

/** The units whose figures a series is made of, and the indicators that anything of it may follow from. */
export function seriesNeeds({ regime, indicator, of, orgUnits, lineage }: Omit<SeriesScope, "facts">): SeriesNeeds {
  const wanted = new Set<string>();
  const want = (id: string): void => {
    if (wanted.has(id)) return;
    wanted.add(id);
    for (const { into, from } of lineage) if (into.includes(id)) for (const one of from) want(one);
    for (const { id: below, parent } of orgUnits) if (parent === id) want(below);
  };
  for (const id of of) want(id);
  return { orgUnits: [...wanted], indicators: tiedTo(indicator, regime) };
}

/** The indicators that a rule speaks of. */
const indicatorsOf = ({ places }: ReportRegime["rules"][number]): readonly string[] =>
  Object.values(places)
    .flatMap(patternsOf)
    .map(({ indicator }) => indicator);

/** Whether rules hold a period against that of the year before, and not only against the one before it. */
const looksBackAYear = ({ rules }: ReportRegime): boolean =>
  rules.some(({ places }) =>
    Object.values(places)
      .flatMap(patternsOf)
      .some(({ period }) => period === "yearBefore"),
  );

/** A regime as far as some of its indicators go: nothing else is asked for, or reckoned with. */
function partOf(regime: ReportRegime, indicators: readonly string[]): ReportRegime {
  const wanted = new Set(indicators);
  return {
    ...regime,
    rules: regime.rules.filter((rule) => indicatorsOf(rule).some((one) => wanted.has(one))),
    forms: regime.forms.map((form) => ({ ...form, rows: form.rows.filter((row) => wanted.has(row.indicator)) })),
  };
}

/** The indicators that rules tie to one, and to those, and so on. */
function tiedTo(indicator: string, { rules }: ReportRegime): readonly string[] {
  const groups = rules.map(indicatorsOf);
  const tied = new Set([indicator]);
  for (let before = 0; before < tied.size; ) {
    before = tied.size;
    for (const group of groups) if (group.some((one) => tied.has(one))) for (const one of group) tied.add(one);
  }
  return [...tied];
}

type Told = ReadonlyMap<string, { readonly quantity: Quantity; readonly is: PointKind }>;

const keyOf = (period: string, members: Readonly<Record<string, string>>): string => `${period} ${addressKey({ members })}`;

/**
 * An indicator over every period that there are figures of.
 *
 * - A unit above the regime's level has the sum of those below it that exist in the period, of what may be summed; with one missing, none.
 * - Before its first day a unit has the sum of those that it was made of, where that is comparable; a split has nothing.
 */
export function series({ regime, indicator: id, of, orgUnits, lineage, facts }: SeriesScope): readonly Series[] {
  const indicator = regime.indicators.find((one) => one.id === id);
  if (indicator === undefined) return [];
  const periods = periodsIn(regime, facts);
  const units = new Map(orgUnits.map((one) => [one.id, one]));
  const known = new Map<string, Told>();
  const part = partOf(regime, tiedTo(id, regime));
  const factsOf = Map.groupBy(facts, ({ orgUnit }) => orgUnit);
  const toldBy = (unit: string): Told => {
    const found = known.get(unit) ?? tell(part, id, units.get(unit), periods, factsOf.get(unit) ?? []);
    known.set(unit, found);
    return found;
  };
  const cuts = [{}, ...(indicator.breakdowns ?? []).flatMap(({ id: over, members }) => members.map((member) => ({ [over]: member.id })))];
  return of
    .flatMap((name) => {
      const unit = units.get(name);
      if (unit === undefined) return [];
      return cuts.map((members): Series => {
        const points = periods.map((period) => pointOf(unit, period, members));
        return { orgUnit: name, members, points };
      });
    })
    .filter(({ members, points }) => Object.keys(members).length === 0 || points.some(({ quantity }) => quantity !== null));

  function pointOf(unit: OrgUnit, period: Period, members: Readonly<Record<string, string>>): SeriesPoint {
    const window = windowOf(period, regime.windows);
    const at = keyOf(period.id, members);
    if (unit.level === regime.level && existsIn(unit, window)) {
      const told = toldBy(unit.id).get(at);
      return { period: period.id, quantity: told?.quantity ?? null, is: told?.is ?? "told", missing: told === undefined ? [unit.id] : [] };
    }
    const parts = unit.level === regime.level ? before(unit, window) : belowIn(unit, window);
    const summed: PointKind = unit.level === regime.level ? "recast" : "summed";
    const figures = parts.map((part) => toldBy(part).get(at)?.quantity ?? null);
    const missing = parts.filter((_, i) => figures[i] === null);
    const isSum = parts.length > 0 && missing.length === 0 && ((indicator as Indicator).additive || parts.length === 1);
    return { period: period.id, quantity: isSum ? total(figures).quantity : null, is: summed, missing };
  }

  /** The units of the regime's level below one, as they were. */
  function belowIn(unit: OrgUnit, window: Window | null): readonly string[] {
    const there = orgUnits.filter((one) => existsIn(one, window));
    const under = (parent: string): readonly OrgUnit[] =>
      there.filter((one) => one.parent === parent).flatMap((one) => (one.level === regime.level ? [one] : under(one.id)));
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

/**
 * What was told over years, and what follows from it: year by year, each with the year before as it was filled. Together, figures that are missing for years
 * would be sought all at once.
 */
function filledByYears(regime: ReportRegime, unit: OrgUnit, periods: readonly Period[], own: readonly Fact[]): readonly Fact[] {
  const all = new Map(own.map((fact) => [factKey(fact), fact]));
  const isOfSeries = new Set(periods.map(({ id }) => id));
  for (const [year, current] of Map.groupBy(periods, (one) => one.year)) {
    const before = periods.filter((one) => one.year === year - 1).slice(looksBackAYear(regime) ? 0 : -1);
    const scope = [...before, ...current];
    const within = new Set(scope.map(({ id }) => id));
    const facts = [...all.values()].filter(({ period }) => within.has(period.id) || !isOfSeries.has(period.id));
    for (const fact of factsIn(fill(regime, { orgUnits: [unit], periods: scope, facts }).network))
      if (!all.has(factKey(fact))) all.set(factKey(fact), fact);
  }
  return [...all.values()];
}

/** What a unit of the regime's own level told of an indicator, and what follows. */
function tell(regime: ReportRegime, indicator: string, unit: OrgUnit | undefined, periods: readonly Period[], own: readonly Fact[]): Told {
  if (unit === undefined) return new Map();
  const entered = new Set(own.map(({ period, members = {}, indicator: of }) => `${of} ${keyOf(period.id, members)}`));
  // Where nothing follows from anything, all there is was told.
  const all = regime.rules.length === 0 ? own : filledByYears(regime, unit, periods, own);
  return new Map(
    all
      .filter((fact) => fact.indicator === indicator && fact.quantity !== null)
      .map(({ period, members = {}, quantity }) => {
        const key = keyOf(period.id, members);
        return [key, { quantity: quantity as Quantity, is: entered.has(`${indicator} ${key}`) ? "told" : "followed" }] as const;
      }),
  );
}
