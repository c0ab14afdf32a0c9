import type { Cell } from "./cell.ts";
import { add, type Interval, meets } from "./interval.ts";
import type { Quantity } from "./quantity.ts";
import { type AnyKind, type Verdict, outcome, relateTrusted, statedInterval } from "./relation.ts";

/**
 * Whether cells keep a kind's law as they stand: the verdict of a reading that is only being tried.
 *
 * For sources that look for the reading that fits; {@link check} gives the same verdict once it is adopted.
 */
export function fit(kind: AnyKind, places: Readonly<Record<string, unknown>>): Verdict {
  return outcome(relateTrusted(kind, places)).verdict;
}

/**
 * Whether parts can add up to a total, tried many times on runs of figures: the same answer as {@link fit} of a `total` that
 * holds outright, without building one.
 */
export function sumFits(total: Quantity, parts: readonly Quantity[], spread: (quantity: Quantity) => Interval = statedInterval): boolean {
  let near = -total.approximate;
  let slack = total.slack;
  for (const part of parts) {
    near += part.approximate;
    slack += part.slack;
  }
  // Doubles only reject what is far off; what is near is decided exactly.
  if (Math.abs(near) > slack * 1.000001 + Math.abs(total.approximate) * 1e-9 + 1e-9) return false;
  let sum = spread(parts[0] as Quantity);
  for (let i = 1; i < parts.length; i++) sum = add(sum, spread(parts[i] as Quantity));
  return meets(spread(total), sum);
}

/** Cells whose intervals leave no doubt which is the larger: −1, 0 when they meet, 1. */
export function orderOf(a: Cell, b: Cell): number {
  if (a.quantity === null || b.quantity === null) return 0;
  const order = a.quantity.approximate - b.quantity.approximate;
  return meets(a.quantity.interval(), b.quantity.interval()) ? 0 : Math.sign(order);
}
