import type { Cell } from "../cell.ts";
import { add, divide, everything, hull, Interval, multiply, negate, point, scale, zero } from "../interval.ts";
import type { Expr } from "../law.ts";
import type { Linear } from "./law-form.ts";
import { add as addExact, compare, isZero, multiply as multiplyExact, type Rational, sign, ZERO } from "./rational.ts";

/** What a cell may be, for the question at hand. */
export type Reading = (cell: Cell) => Interval;

export function linearRange(form: Linear, read: Reading, without?: Cell): Interval {
  let range = point(form.constant);
  for (const [cell, weight] of form.weights) if (cell !== without && !isZero(weight)) range = add(range, scale(weight, read(cell)));
  return range;
}

/** All values that an expression can take; null when it can take none (division by a certain zero). */
export function range(e: Expr, read: Reading): Interval | null {
  switch (e.op) {
    case "const":
      return point(e.value);
    case "cell":
      return read(e.cell);
    case "sum": {
      let total: Interval = zero;
      for (const term of e.terms) {
        const next = range(term, read);
        if (next === null) return null;
        total = add(total, next);
      }
      return total;
    }
    case "times": {
      const left = range(e.left, read);
      const right = range(e.right, read);
      return left && right && multiply(left, right);
    }
    case "over": {
      const left = range(e.left, read);
      const right = range(e.right, read);
      return left && right && divide(left, right);
    }
    case "mean":
      return meanRange(e.values, e.weights, read);
    case "between":
      return betweenRange(e.values, turning(e.turned, read));
  }
}

/** Reads the turned cells with the other sign. */
export const turning = (turned: ReadonlySet<Cell>, read: Reading): Reading =>
  turned.size === 0 ? read : (cell) => (turned.has(cell) ? negate(read(cell)) : read(cell));

export function betweenRange(values: readonly Cell[], read: Reading): Interval | null {
  let spread: Interval | null = null;
  for (const value of values) spread = spread === null ? read(value) : hull(spread, read(value));
  return spread;
}

/**
 * Weights stand twice in Σwx/Σw, so plain interval arithmetic would be too wide. The least mean takes every value at its lower
 * end; it is linear-fractional in each weight, so weights sit at their ends, heavy ones with the small values: trying each
 * threshold of the sorted values is exact. Likewise for the greatest.
 */
function meanRange(values: readonly Cell[], weights: readonly Cell[], read: Reading): Interval | null {
  const xs = values.map(read);
  const ws = weights.map(read);
  if (ws.some((w) => w.low === null || sign(w.low) < 0)) return everything;
  const low = extremeMean(xs, ws, -1);
  const high = extremeMean(xs, ws, 1);
  if (low === null || high === null) return ws.every((w) => w.isPoint) ? null : everything;
  return new Interval(low.value, high.value, low.closed, high.closed);
}

interface Extreme {
  readonly value: Rational | null;
  readonly closed: boolean;
}

function extremeMean(xs: readonly Interval[], ws: readonly Interval[], side: -1 | 1): Extreme | null {
  const ends = xs.map((x, i) => {
    const w = ws[i] as Interval;
    return { x: side < 0 ? x.low : x.high, closed: side < 0 ? x.loClosed : x.hiClosed, w };
  });
  if (ends.some((end) => end.x === null)) return { value: null, closed: false };
  if (ends.some((end) => end.w.high === null)) {
    const far = ends.map((end) => end.x as Rational).reduce((a, b) => (compare(a, b) * side > 0 ? a : b));
    return { value: far, closed: false };
  }
  ends.sort((a, b) => -side * compare(a.x as Rational, b.x as Rational));
  let best: Extreme | null = null;
  const thresholds = ends.every((end) => end.w.isPoint) ? 1 : ends.length + 1;
  for (let heavy = 0; heavy < thresholds; heavy++) {
    let top: Rational = ZERO;
    let weight: Rational = ZERO;
    let closed = true;
    ends.forEach((end, i) => {
      const w = (i < heavy ? end.w.high : end.w.low) as Rational;
      top = addExact(top, multiplyExact(w, end.x as Rational));
      weight = addExact(weight, w);
      closed = closed && (isZero(w) || (end.closed && (i < heavy ? end.w.hiClosed : end.w.loClosed)));
    });
    if (isZero(weight)) continue;
    const value = (divide(point(top), point(weight)) as Interval).low as Rational;
    const order: number = best === null ? 1 : side * compare(value, best.value as Rational);
    if (order > 0) best = { value, closed };
    else if (order === 0 && best !== null) best = { value, closed: best.closed || closed };
  }
  return best;
}
