import type { Cell } from "../cell.ts";
import { contains, everything, Interval, intersect, scale, subtract } from "../interval.ts";
import type { Row } from "./law-rows.ts";
import { absolute, add, compare, divide, isZero, multiply, negate, ONE, type Rational, sign, ZERO } from "./rational.ts";

/**
 * Which values one cell can take when all rows hold; null when they cannot all hold. Without a cell: everything, or null.
 *
 * Exact over the rationals, strict ends included: equations are solved (Gauss), what is left is eliminated pair by pair
 * (Fourier and Motzkin). Throws TooLarge when the pairs run away, so that nobody takes a guess for a proof.
 */
export function project(rows: readonly Row[], target?: Cell): Interval | null {
  const bounds = inequalities(solved(rows, target));
  for (;;) {
    const cell = cheapest(bounds, target);
    if (cell === null) break;
    eliminate(bounds, cell);
    if (bounds.size > LIMIT) throw new TooLarge();
  }
  let range: Interval | null = everything;
  for (const bound of bounds.values()) {
    const weight = target && bound.weights.get(target);
    const half = halfLine(bound);
    if (weight === undefined) {
      if (!contains(half, ZERO)) return null;
    } else range = range && intersect(range, scale(divide(ONE, weight), half));
  }
  return range;
}

/** More rows than can be eliminated in reasonable time. */
export class TooLarge extends Error {}

const LIMIT = 3000;

/** Σ weight·cell ≤ most, or < when strict. */
interface Bound {
  readonly weights: ReadonlyMap<Cell, Rational>;
  readonly most: Rational;
  readonly strict: boolean;
}

const halfLine = ({ most, strict }: Bound): Interval => new Interval(null, most, false, !strict);

/** The rows with every equation used to remove one cell (never the target) from the others. */
export function solved(rows: readonly Row[], target?: Cell): Row[] {
  let left = [...rows];
  for (;;) {
    const pivot = left.find(
      ({ weights, within }) => within.isPoint && [...weights].some(([cell, weight]) => cell !== target && !isZero(weight)),
    );
    if (pivot === undefined) return left;
    const [cell, by] = [...pivot.weights].find(([one, weight]) => one !== target && !isZero(weight)) as [Cell, Rational];
    left = left.filter((row) => row !== pivot).map((row) => without(row, cell, pivot, by));
  }
}

function without(row: Row, cell: Cell, pivot: Row, by: Rational): Row {
  const weight = row.weights.get(cell);
  if (weight === undefined || isZero(weight)) return row;
  const factor = divide(weight, by);
  return { weights: combined(row.weights, ONE, pivot.weights, negate(factor)), within: subtract(row.within, scale(factor, pivot.within)) };
}

function combined(a: ReadonlyMap<Cell, Rational>, p: Rational, b: ReadonlyMap<Cell, Rational>, q: Rational): Map<Cell, Rational> {
  const made = new Map<Cell, Rational>();
  for (const [cell, weight] of a) made.set(cell, multiply(weight, p));
  for (const [cell, weight] of b) {
    const next = add(made.get(cell) ?? ZERO, multiply(weight, q));
    if (isZero(next)) made.delete(cell);
    else made.set(cell, next);
  }
  return made;
}

function inequalities(rows: readonly Row[]): Map<string, Bound> {
  const bounds = new Map<string, Bound>();
  for (const { weights, within } of rows) {
    const { low, high } = within;
    if (high !== null) put(bounds, { weights: nonZero(weights, ONE), most: high, strict: !within.hiClosed });
    if (low !== null) put(bounds, { weights: nonZero(weights, negate(ONE)), most: negate(low), strict: !within.loClosed });
  }
  return bounds;
}

function nonZero(weights: ReadonlyMap<Cell, Rational>, factor: Rational): Map<Cell, Rational> {
  return new Map([...weights].filter(([, weight]) => !isZero(weight)).map(([cell, weight]) => [cell, multiply(weight, factor)]));
}

/** Keeps the tightest of the bounds that differ only by their right side. */
function put(bounds: Map<string, Bound>, bound: Bound): void {
  const entries = [...bound.weights].sort(([a], [b]) => (a.id < b.id ? -1 : 1));
  const first = entries[0]?.[1];
  const unit = first === undefined ? ONE : divide(ONE, absolute(first));
  const weights = new Map(entries.map(([cell, weight]) => [cell, multiply(weight, unit)]));
  const scaled = { weights, most: multiply(bound.most, unit), strict: bound.strict };
  const key = [...weights].map(([cell, weight]) => `${cell.id} ${plain(weight)}`).join("\n");
  const before = bounds.get(key);
  const order = before === undefined ? -1 : compare(scaled.most, before.most);
  if (order < 0 || (order === 0 && scaled.strict)) bounds.set(key, scaled);
}

/** Equal fractions, equal text. */
function plain({ n, d }: Rational): string {
  let [a, b] = [BigInt(n), BigInt(d)];
  while (b !== 0n) [a, b] = [b, a % b];
  return `${BigInt(n) / (a < 0n ? -a : a || 1n)}/${BigInt(d) / (a < 0n ? -a : a || 1n)}`;
}

function cheapest(bounds: ReadonlyMap<string, Bound>, target?: Cell): Cell | null {
  const signs = new Map<Cell, [number, number]>();
  for (const { weights } of bounds.values())
    for (const [cell, weight] of weights) {
      if (cell === target) continue;
      const counted = signs.get(cell) ?? [0, 0];
      counted[sign(weight) > 0 ? 1 : 0] += 1;
      signs.set(cell, counted);
    }
  let best: Cell | null = null;
  let least = Infinity;
  for (const [cell, [below, above]] of signs)
    if (below * above < least) {
      best = cell;
      least = below * above;
    }
  return best;
}

function eliminate(bounds: Map<string, Bound>, cell: Cell): void {
  const lower: Bound[] = [];
  const upper: Bound[] = [];
  for (const [key, bound] of bounds) {
    const weight = bound.weights.get(cell);
    if (weight === undefined) continue;
    bounds.delete(key);
    (sign(weight) > 0 ? upper : lower).push(bound);
  }
  for (const a of upper)
    for (const b of lower) {
      const p = divide(ONE, a.weights.get(cell) as Rational);
      const q = divide(ONE, absolute(b.weights.get(cell) as Rational));
      const weights = combined(a.weights, p, b.weights, q);
      weights.delete(cell);
      put(bounds, { weights, most: add(multiply(a.most, p), multiply(b.most, q)), strict: a.strict || b.strict });
      if (bounds.size > LIMIT) throw new TooLarge();
    }
}
