import { basename } from "node:path";
import { networkOf, type ReportRegime } from "@khop/catalog/report";
import { addressFrom, addressKey, type Fact, type Network, type OrgUnit, type Period, previous, type Quantity, quantity } from "@khop/core";
import { readText } from "@khop/reader";
import { type Doubt, factsOf, type Match, matchFigures } from "@khop/reader/match";
import { type LiveFigure, liveDocument } from "@khop/writer/live";
import { type Opened, readDocument } from "../input/document.ts";
import { openSource } from "../input/open.ts";

/** Whose report it is, of when, and by which regime. */
export interface ReportOf {
  readonly regime: ReportRegime;
  readonly unit: OrgUnit;
  readonly period: Period;
}

/** The figures of a report, as facts. */
export interface ReportFacts {
  readonly document: Opened;
  readonly facts: readonly Fact[];
  /** How sure each is, by its key: 1 where the report says itself which fact it is. */
  readonly sure: ReadonlyMap<string, number>;
  readonly doubts: readonly Doubt[];
  /** Every figure that such a report may tell. */
  readonly network: Network;
}

/**
 * The figures of a report at their places in a regime: of a Word file that khop wrote by the facts that its figures name, of any other by
 * what is said about each.
 *
 * @throws Trouble for what cannot be read.
 */
export async function factsInReport(file: string, of: ReportOf, { libreoffice }: { readonly libreoffice: boolean }): Promise<ReportFacts> {
  const { regime, unit, period } = of;
  const source = await openSource(file, { libreoffice });
  const document = await readDocument(source);
  const network = networkOf(regime, { orgUnits: [unit], periods: [previous(period), period], facts: [] });
  const { matches, doubts } = matchFigures(
    { ...document, blocks: document.blocks ?? [] },
    { indicators: regime.indicators, network, period },
  );
  const own = source.format === "docx" ? ownMatches(source.bytes, of) : [];
  const taken = own.length > 0 ? own : matches;
  const told = new Map<string, { readonly fact: Fact; readonly sure: number }>();
  for (const match of taken) {
    for (const fact of factsOf([match], regime.indicators)) {
      const key = keyOf(fact);
      if (!told.has(key)) told.set(key, { fact: { ...fact, source: sourceOf(file, document, match) }, sure: match.sure });
    }
  }
  return {
    document,
    facts: [...told.values()].map(({ fact }) => fact),
    sure: new Map([...told].map(([key, { sure }]) => [key, sure])),
    doubts: own.length > 0 ? [] : doubts,
    network,
  };
}

const keyOf = ({ indicator, orgUnit, period, members = {} }: Fact): string => addressKey({ indicator, orgUnit, period, members });

const sourceOf = (file: string, { text }: Opened, { start, end }: Pick<Match, "start" | "end">): string =>
  start === end ? basename(file) : `${basename(file)}: "${text.slice(start, end)}"`;

/** The facts that the figures of our own Word file name, with what stands there now. */
function ownMatches(bytes: Uint8Array, { unit }: ReportOf): Match[] {
  const live = liveDocument(bytes);
  if (live === undefined) return [];
  return live.figures.flatMap((figure): Match[] => {
    const address = addressFrom(figure.fact);
    const said = quantityIn(figure);
    if (address === undefined || said === undefined) return [];
    return [{ address: { ...address, orgUnit: unit.id }, quantity: said, figure: null, start: 0, end: 0, sure: 1 }];
  });
}

/** What a figure says: what was typed over it, else what was written; undefined where neither is a number. */
function quantityIn({ now, isEdited, value }: LiveFigure): Quantity | undefined {
  const read = readText(now, "text").figures.find(({ quantity }) => quantity !== null)?.quantity ?? undefined;
  // "không phát sinh": in words, but the value stands beside.
  if (read === undefined) return isEdited || value === undefined ? undefined : quantity({ value });
  return /^giảm\s/iu.test(now) ? read.negated() : read;
}
