import { type Period, previous } from "@khop/core";
import type { Figure, ReadDocument } from "../document.ts";
import { type Aligned, align } from "./align.ts";
import { type PairedFigures, pairFigures } from "./figures.ts";
import { type Passage, type Placed, passagesOf } from "./passages.ts";
import { type Periods, periodAfter, periodOf, standingOf } from "./periods.ts";

/** What is read of a document to pair it with another. */
export type Pairable = Pick<ReadDocument, "text" | "figures" | "blocks" | "network">;

/** Which figure of its regime each figure of a report of a period is, by its id; a figure that is not told is left out. */
export type Seating = (document: Pairable, period: Period) => ReadonlyMap<string, string>;

/** Two reports of one kind, passage by passage and figure by figure. */
export interface Pairing {
  readonly before: Side;
  readonly now: Side;
  readonly periods: Periods;
  readonly passages: readonly Aligned[];
  /** In the order of the later report. */
  readonly figures: readonly PairedFigures[];
  /** The pair of a figure, of either report. */
  readonly pairOf: (figure: Figure) => PairedFigures | undefined;
}

export interface Side {
  readonly document: Pairable;
  readonly passages: readonly Passage[];
  readonly placed: ReadonlyMap<Figure, Placed>;
  /** By the id of the figure. */
  readonly byId: ReadonlyMap<string, Placed>;
}

/**
 * Pairs the figures of two reports that were made one from the other: passages are nearly the same words with other numbers.
 *
 * What a regime has as one figure is one, whatever the words about it; what it has as two is no pair.
 *
 * - Shape: each figure in one pair at most; only quantities are paired.
 * - Throws: nothing; documents that have nothing in common give no pairs.
 */
export function pairDocuments(before: Pairable, now: Pairable, seating?: Seating): Pairing {
  const sides = [sideOf(before), sideOf(now)] as const;
  const passages = align(sides[0].passages, sides[1].passages);
  const earlier = periodOf(sides[0].passages);
  const later = periodAfter(earlier, periodOf(sides[1].passages), sides[0].passages, sides[1].passages);
  const monthOf = (one: Period | null): number | undefined => (one?.frequency === "month" ? one.index : undefined);
  const months = { before: monthOf(earlier), now: monthOf(later) };
  const seated = seatedPairs(sides, { before: earlier, now: later }, seating);
  const taken = new Set<Placed>(seated.flatMap((pair) => [pair.before, pair.now]));
  const figures: PairedFigures[] = [...seated];
  for (const aligned of passages) {
    for (const pair of pairFigures(aligned, taken, months)) {
      taken.add(pair.before);
      taken.add(pair.now);
      figures.push(pair);
    }
  }
  figures.sort((a, b) => a.now.figure.start - b.now.figure.start);
  const pairs = new Map(figures.flatMap((pair) => [[pair.now.figure, pair] as const, [pair.before.figure, pair] as const]));
  const periods = { before: earlier, now: later, standing: standingOf(earlier, later) };
  return { before: sides[0], now: sides[1], periods, passages, figures, pairOf: (figure) => pairs.get(figure) };
}

/** Figures that have one seat in a regime: each the first that has it in its report. */
function seatedPairs(
  [before, now]: readonly [Side, Side],
  of: { readonly before: Period | null; readonly now: Period | null },
  seating: Seating | undefined,
): PairedFigures[] {
  if (seating === undefined || of.now === null) return [];
  const there = firstBySeat(before, seating(before.document, of.before ?? previous(of.now)));
  return [...firstBySeat(now, seating(now.document, of.now))].flatMap(([seat, one]) => {
    const other = there.get(seat);
    return other === undefined || (one.figure.change === undefined) !== (other.figure.change === undefined)
      ? []
      : [{ before: other, now: one, sure: 1 }];
  });
}

function firstBySeat({ placed }: Side, seats: ReadonlyMap<string, string>): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  for (const [figure, one] of placed) {
    const seat = seats.get(figure.id);
    if (seat !== undefined && !found.has(seat)) found.set(seat, one);
  }
  return found;
}

export function sideOf(document: Pairable): Side {
  const passages = passagesOf(document);
  const placed = passages.flatMap(({ figures }) => figures);
  return {
    document,
    passages,
    placed: new Map(placed.map((one) => [one.figure, one])),
    byId: new Map(placed.map((one) => [one.figure.id, one])),
  };
}
