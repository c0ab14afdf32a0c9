import { outlineOf, type RegimeOutline, type ReportRegime } from "@khop/catalog/report";
import { examine, type Finding, type Network, type Period, previous, windowOf } from "@khop/core";
import { type Composed, compose, type Letter } from "@khop/writer/prose";
import { networkFrom, type ReportFacts } from "./network.ts";

/** What a report is composed from. */
export interface Material extends ReportFacts {
  readonly letter: Letter;
  readonly written: Readonly<Record<string, string>>;
  /** What the report tells; the regime's own outline where it is not said. */
  readonly outline?: RegimeOutline;
}

/** A report, and what does not fit among the figures that it was made from. */
export interface Prepared extends Composed {
  readonly findings: readonly Finding[];
  readonly network: Network;
}

/** Fills in what follows from the facts and tells it. Rises and falls need the facts of the period before. */
export function prepare({ regime, orgUnit, period, facts, letter, written, outline }: Material): Prepared {
  const network = networkFrom({ regime, orgUnit, period, facts });
  const composed = compose({
    outline: outline ?? outlineOf(regime),
    indicators: regime.indicators,
    ...(regime.windows === undefined ? {} : { windows: regime.windows }),
    ...(isFirstOf(regime, period) ? { incomparableBefore: regime.validFrom } : {}),
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

/** Whether the period before was told under another regime, part by part of which is not comparable. */
const isFirstOf = ({ replaces, validFrom }: ReportRegime, period: Period): boolean =>
  replaces !== undefined && (windowOf(previous(period))?.to ?? validFrom) < validFrom;
