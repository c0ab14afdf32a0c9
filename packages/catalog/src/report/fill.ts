import { type Cell, type Derived, derive, type Fact, instantiate, type Network, type OrgUnit, type Period } from "@khop/core";
import { entriesOf } from "./entries.ts";
import type { NoSuch, RegimeIndicator, ReportRegime } from "./regime.ts";

/** What a report is made of: whose, of when, from which facts. */
export interface ReportScope {
  readonly orgUnits: readonly OrgUnit[];
  /** Those that figures are wanted of; the one before belongs to them where rises and falls are told. */
  readonly periods: readonly Period[];
  readonly facts: readonly Fact[];
}

/** The network of a regime: every figure that its forms ask for or its rules tie, filled from facts, and the relations between them. */
export function networkOf(regime: ReportRegime, { orgUnits, periods, facts }: ReportScope): Network {
  const absent = absentIn(regime.structuralZeros);
  const entries = entriesOf(regime).filter(({ indicator }) => indicator.frequency === undefined);
  const asked = periods.flatMap((period) =>
    orgUnits
      .filter(({ level }) => level === regime.level)
      .flatMap(({ id: orgUnit }) => entries.map(({ indicator, members }) => ({ indicator: indicator.id, orgUnit, period, members }))),
  );
  return instantiate(regime.rules, { indicators: regime.indicators, orgUnits, periods, facts, absent }, asked);
}

/**
 * Every figure that follows from the facts: totals, shares, changes, densities, each as its indicator is printed.
 *
 * - Unit: of the indicator, with its multiplier and its decimals.
 */
export function fill(regime: ReportRegime, scope: ReportScope): Derived {
  const indicators = new Map(regime.indicators.map((one) => [one.id, one]));
  const precision = ({ address }: Cell) => {
    const { decimals, unit, exponent = 0 } = indicators.get(address.indicator as string) as RegimeIndicator;
    return { decimals, unit, exponent };
  };
  return derive(networkOf(regime, scope), { precision });
}

/** The figures of a network as facts: those that were told, and those that follow. */
export function factsIn({ cells }: Network): readonly Fact[] {
  return cells.flatMap(({ address: { indicator, orgUnit, period, members }, quantity, status }): Fact[] => {
    if (quantity === null || indicator === undefined || orgUnit === undefined || period === undefined) return [];
    return [
      { indicator, orgUnit, period, ...(members === undefined ? {} : { members }), quantity, ...(status === "stated" ? {} : { status }) },
    ];
  });
}

/** Where there can be nothing, as `instantiate` asks it. */
export function absentIn(zeros: readonly NoSuch[]): NonNullable<Parameters<typeof instantiate>[1]["absent"]> {
  const keyOf = (indicator = "", members: Readonly<Record<string, string>> = {}): string =>
    JSON.stringify([indicator, Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1))]);
  const keys = new Set(zeros.map(({ indicator, members }) => keyOf(indicator, members)));
  return ({ indicator, members }) => (keys.has(keyOf(indicator, members)) ? "structuralZero" : undefined);
}
