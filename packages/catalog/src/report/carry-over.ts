import { type Fact, type OrgUnit, type Period, windowOf } from "@khop/core";
import { factsIn, fill } from "./fill.ts";
import type { ReportRegime } from "./regime.ts";

/** Facts of either regime, and whose they are. */
export interface CarryOver {
  readonly orgUnits: readonly OrgUnit[];
  readonly periods: readonly Period[];
  readonly facts: readonly Fact[];
}

/**
 * Facts as a regime may be held against them across the day that it took another one's place: those of earlier periods are worked out by
 * the rules of their own time, and only what means the same in both is kept.
 *
 * - What is told along a breakdown that has lost or won members is not comparable part by part, only as a whole: communes are no longer
 *   what they were where districts are gone.
 */
export function carryOver(regime: ReportRegime, before: ReportRegime, { orgUnits, periods, facts }: CarryOver): readonly Fact[] {
  const isEarlier = (period: Period): boolean => {
    const window = windowOf(period);
    return window !== null && period.frequency === regime.frequency && window.to < regime.validFrom;
  };
  const earlier = periods.filter(isEarlier);
  const own = facts.filter(({ period }) => !isEarlier(period));
  if (earlier.length === 0) return own;
  const { network } = fill(before, { orgUnits, periods: earlier, facts });
  const same = sameIn(regime, before);
  return [...own, ...factsIn(network).filter((fact) => isEarlier(fact.period) && same(fact))];
}

/** Whether a figure of one regime means the same in another. */
function sameIn(regime: ReportRegime, before: ReportRegime): (fact: Fact) => boolean {
  const membersOf = ({ indicators }: ReportRegime, indicator: string, breakdown: string): string | undefined =>
    indicators
      .find(({ id }) => id === indicator)
      ?.breakdowns?.find(({ id }) => id === breakdown)
      ?.members.map(({ id }) => id)
      .join();
  const known = new Set(regime.indicators.map(({ id }) => id));
  return ({ indicator, members = {} }) =>
    known.has(indicator) &&
    Object.keys(members).every((breakdown) => membersOf(regime, indicator, breakdown) === membersOf(before, indicator, breakdown));
}
