import { type CarryOver, carryOver, fill, type ReportRegime, reportRegimes } from "@khop/catalog/report";
import { type Fact, type Network, type OrgUnit, type Period, previous } from "@khop/core";

/** Whose figures, of when, by which regime; facts may hold more than belongs to it. */
export interface ReportFacts {
  readonly regime: ReportRegime;
  readonly orgUnit: OrgUnit;
  readonly period: Period;
  readonly facts: readonly Fact[];
}

/**
 * The figures of a report with all that follows from them: of its period, of the one before, and of those behind it that there are facts
 * of, each by the regime of its own time.
 */
export function networkFrom({ regime, orgUnit, period, facts }: ReportFacts): Network {
  const scope = { orgUnits: [orgUnit], periods: periodsUpTo(period, facts) };
  return fill(regime, { ...scope, facts: known(regime, sinceItsTime(regime, { ...scope, facts })) }).network;
}

/** The facts that a regime can be held against; those of before its time by the rules of theirs. */
function sinceItsTime(regime: ReportRegime, scope: CarryOver): readonly Fact[] {
  const before = reportRegimes.find(({ id }) => id === regime.replaces);
  return before === undefined ? scope.facts : carryOver(regime, before, { ...scope, facts: known(before, scope.facts) });
}

/** How many periods a line of a chart shows at most: a year of months and the month that it is held against. */
const longestLine = 13;

/** The period, the one before, and those behind it that there are figures of, without a gap. */
function periodsUpTo(period: Period, facts: readonly Fact[]): Period[] {
  const told = new Set(facts.map((one) => one.period.id));
  const periods = [previous(period), period];
  for (let one = previous(periods[0] as Period); told.has(one.id) && periods.length < longestLine; one = previous(one))
    periods.unshift(one);
  return periods;
}

/** A file may hold figures of other regimes, and of members that this one no longer has. */
function known({ indicators }: ReportRegime, facts: readonly Fact[]): readonly Fact[] {
  const byId = new Map(indicators.map((one) => [one.id, one]));
  return facts.filter(({ indicator, members = {} }) => {
    const breakdowns = byId.get(indicator)?.breakdowns ?? [];
    const isOf = ([breakdown, member]: [string, string]): boolean =>
      breakdowns.some(({ id, members: all }) => id === breakdown && all.some((one) => one.id === member));
    return byId.has(indicator) && Object.entries(members).every(isOf);
  });
}
