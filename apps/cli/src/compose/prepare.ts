import { fill, outlineOf, type ReportRegime } from "@khop/catalog/report";
import { examine, type Fact, type Finding, type OrgUnit, type Period, previous } from "@khop/core";
import { type Composed, compose, type Letter } from "@khop/writer/prose";

/** What a report is composed from. */
export interface Material {
  readonly regime: ReportRegime;
  readonly orgUnit: OrgUnit;
  readonly period: Period;
  readonly facts: readonly Fact[];
  readonly letter: Letter;
  readonly written: Readonly<Record<string, string>>;
}

/** A report, and what does not fit among the figures that it was made from. */
export interface Prepared extends Composed {
  readonly findings: readonly Finding[];
  readonly network: ReturnType<typeof fill>["network"];
}

/** Fills in what follows from the facts and tells it. Rises and falls need the facts of the period before. */
export function prepare({ regime, orgUnit, period, facts, letter, written }: Material): Prepared {
  const { network } = fill(regime, { orgUnits: [orgUnit], periods: [previous(period), period], facts: known(regime, facts) });
  const composed = compose({
    outline: outlineOf(regime),
    indicators: regime.indicators,
    ...(regime.windows === undefined ? {} : { windows: regime.windows }),
    network,
    orgUnit,
    period,
    letter,
    written,
  });
  const { findings } = examine(network);
  const report = { ...composed.report, madeBy: { regime: regime.id, version: regime.version } };
  return {
    ...composed,
    report,
    network,
    findings: findings.filter(({ cells }) => cells.some(({ address }) => address.period?.id === period.id)),
  };
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
