import { type CarryOver, carryOver, fill, outlineOf, type ReportRegime, reportRegimes } from "@khop/catalog/report";
import { examine, type Fact, type Finding, type OrgUnit, type Period, previous, windowOf } from "@khop/core";
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
  const periods = periodsUpTo(period, facts);
  const { network } = fill(regime, {
    orgUnits: [orgUnit],
    periods,
    facts: known(regime, sinceItsTime(regime, { orgUnits: [orgUnit], periods, facts })),
  });
  const composed = compose({
    outline: outlineOf(regime),
    indicators: regime.indicators,
    ...(regime.windows === undefined ? {} : { windows: regime.windows }),
    ...(isFirstOf(regime, period) ? { incomparable: whyIncomparable(regime) } : {}),
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

/** The facts that a regime can be held against; those of before its time by the rules of theirs. */
export function sinceItsTime(regime: ReportRegime, scope: CarryOver): readonly Fact[] {
  const before = reportRegimes.find(({ id }) => id === regime.replaces);
  return before === undefined ? scope.facts : carryOver(regime, before, { ...scope, facts: known(before, scope.facts) });
}

/** Whether the period before was told under another regime, part by part of which is not comparable. */
const isFirstOf = ({ replaces, validFrom }: ReportRegime, period: Period): boolean =>
  replaces !== undefined && (windowOf(previous(period))?.to ?? validFrom) < validFrom;

const whyIncomparable = ({ validFrom }: ReportRegime): string =>
  `chưa so sánh được với kỳ trước do thay đổi tổ chức từ ngày ${validFrom
    .split("-")
    .reverse()
    .join("/")
    .replace(/\/0(?=[3-9]\/)/, "/")}`;

/** How many periods a line of a chart shows at most: a year of months and the month that it is held against. */
const longestLine = 13;

/** The period, the one before, and those behind it that there are figures of, without a gap. */
export function periodsUpTo(period: Period, facts: readonly Fact[]): Period[] {
  const told = new Set(facts.map((one) => one.period.id));
  const periods = [previous(period), period];
  for (let one = previous(periods[0] as Period); told.has(one.id) && periods.length < longestLine; one = previous(one))
    periods.unshift(one);
  return periods;
}

/** A file may hold figures of other regimes, and of members that this one no longer has. */
export function known({ indicators }: ReportRegime, facts: readonly Fact[]): readonly Fact[] {
  const byId = new Map(indicators.map((one) => [one.id, one]));
  return facts.filter(({ indicator, members = {} }) => {
    const breakdowns = byId.get(indicator)?.breakdowns ?? [];
    const isOf = ([breakdown, member]: [string, string]): boolean =>
      breakdowns.some(({ id, members: all }) => id === breakdown && all.some((one) => one.id === member));
    return byId.has(indicator) && Object.entries(members).every(isOf);
  });
}
