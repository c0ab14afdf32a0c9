import { type Computed, comparable, difference, growth, type Quantity } from "@khop/core";
import type { Figure } from "../document.ts";
import { isRate } from "./changes.ts";
import type { Pairing } from "./pair.ts";

/** What became of a figure from one report to the next. */
export interface Move {
  readonly status: "changed" | "same" | "new" | "gone";
  readonly before: Figure | undefined;
  readonly now: Figure | undefined;
  /** Now less before, in the figure's unit; of percentages in points. Null where one is missing or they do not compare. */
  readonly difference: Computed | null;
  /** In percent of before; null for percentages, for changes, and where before is zero. */
  readonly growth: Computed | null;
  /** How sure it is that the two are of the same thing, 0–1; 1 where there is only one. */
  readonly sure: number;
}

/**
 * Every quantity of two paired reports with how it moved, in the order of the later report; what is gone stands where it stood.
 *
 * - Throws: nothing.
 */
export function movesIn({ before, now, figures, pairOf }: Pairing): Move[] {
  const isQuantity = ({ role }: Figure): boolean => role === "quantity";
  const moves: Move[] = now.document.figures.filter(isQuantity).map((figure) => {
    const pair = pairOf(figure);
    return pair === undefined ? alone("new", undefined, figure) : moved(pair.before.figure, figure, pair.sure);
  });
  const place = new Map(moves.map((move, at) => [move.now, at]));
  const gone = new Map<number, Move[]>();
  const nowOf = new Map(figures.map((pair) => [pair.before.figure, pair.now.figure]));
  let at = -1;
  for (const figure of before.document.figures.filter(isQuantity)) {
    const after = nowOf.get(figure);
    if (after !== undefined) at = place.get(after) ?? at;
    else gone.set(at, [...(gone.get(at) ?? []), alone("gone", figure, undefined)]);
  }
  return [...(gone.get(-1) ?? []), ...moves.flatMap((move, i) => [move, ...(gone.get(i) ?? [])])];
}

const alone = (status: "new" | "gone", before: Figure | undefined, now: Figure | undefined): Move => ({
  status,
  before,
  now,
  difference: null,
  growth: null,
  sure: 1,
});

function moved(before: Figure, now: Figure, sure: number): Move {
  const [base, current] = [before.quantity, now.quantity];
  if (base === null || current === null) return { ...alone("new", before, now), status: "same", sure };
  // A fall after a rise: how far apart the two are is not the difference of what is printed.
  const by = before.change === now.change ? differenceOf(current, base) : null;
  const isSame = by?.value?.isZero() === true;
  const rates = isRate(now) || now.change !== undefined || base.value.isZero() || base.value.isNegative();
  return { status: isSame ? "same" : "changed", before, now, difference: by, growth: rates ? null : rateOf(current, base), sure };
}

/** Counts of things that were named otherwise last month are still compared; money with people is not. */
function differenceOf(now: Quantity, before: Quantity): Computed | null {
  if (comparable(now.unit, before.unit)) return difference(now, before);
  return now.unit.kind === before.unit.kind && now.exponent === before.exponent ? difference(now.value, before.value) : null;
}

function rateOf(now: Quantity, before: Quantity): Computed | null {
  if (comparable(now.unit, before.unit)) return growth(now, before);
  return now.unit.kind === before.unit.kind && now.exponent === before.exponent ? growth(now.value, before.value) : null;
}
