import { fit, near, relations, type Verdict } from "@khop/core";
import { type Fig, isAmount } from "../../figures.ts";
import type { Row, Table } from "../../tables.ts";
import { isUnseen, type Option, type Sight } from "../sight.ts";

/** A promise of one row or column of a table, before it is known whether the table makes it. */
export interface Candidate {
  readonly option: Option;
  readonly row: Row;
}

/** A table makes a promise when so many of its candidates keep it, and so many at least. */
const MOST = 0.6;
const LEAST = 2;

const isKept = ({ option }: Candidate): boolean => holds(option);

export const placesOf = (seats: Option["seats"]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(seats).map(([key, value]) => [key, cellOf(value)]));

export const verdictOf = (kind: Option["kind"], seats: Option["seats"]): Verdict => fit(kind, placesOf(seats));

/** Whether an option holds, as it says itself or by its law. */
export const holds = ({ kind, seats, verdict }: Option): boolean => (verdict ?? verdictOf(kind, seats)) === "holds";

/** Whether an option speaks for its figures: it holds, is no mere part of something, and rests on none that is printed nowhere. */
export const speaksFor = (option: Option): boolean =>
  option.kind !== relations.part && !Object.values(option.seats).flat().some(isUnseen) && holds(option);

const cellOf = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(cellOf) : typeof value === "object" && value !== null && "cell" in value ? (value as Fig).cell : value;

export const kept = (candidates: readonly Candidate[]): number => candidates.filter(isKept).length;

/** Whether enough rows keep a promise for the others to have meant it. */
export const isPromise = (candidates: readonly Candidate[], most = MOST, least = LEAST): boolean => {
  const holding = kept(candidates);
  return holding >= least && holding >= candidates.length * most;
};

/** All candidates when the table makes the promise; else only those that keep it. */
export function propose(sight: Sight, candidates: readonly Candidate[], pattern: string, sure = isPromise(candidates), prior = 0.9): void {
  for (const { option, row } of candidates)
    sight.add({ options: [option], prior, pattern, cue: "|", confirm: !sure, passage: row.passage.index });
}

/**
 * Off by little, or by one slip of a key: in a plain table with one total row, the total is meant though it does not fit. Rows that
 * make less than half of it are some of many.
 */
export const isNearly = (candidate: Candidate): boolean => {
  if (isKept(candidate)) return true;
  const { kind, seats } = candidate.option;
  const places = placesOf(seats);
  return near(kind, places, "double") && near(kind, places, "slip");
};

/** Of the readings of a column, the one that most rows keep. */
export const bestOf = (readings: readonly Candidate[][]): Candidate[] | undefined =>
  readings
    .filter((candidates) => candidates.length >= 2)
    .map((candidates) => ({ candidates, agree: kept(candidates) / candidates.length }))
    .sort((a, b) => b.agree - a.agree)[0]?.candidates;

export const columnsOfAmounts = ({ rows, headings }: Table, except: number): number[] =>
  headings.map((_, i) => i).filter((i) => i !== except && rows.some(({ cells }) => cells[i] && isAmount(cells[i] as Fig)));
