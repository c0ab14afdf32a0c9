import type { Cell } from "../cell.ts";
import { add, contains, divide, everything, Interval, intersect, multiply, negate, subtract, zero } from "../interval.ts";
import { type Expr, mentions } from "../law.ts";
import { betweenRange, type Reading, range, turning } from "./law-range.ts";
import { compare, ZERO } from "./rational.ts";

/** The values of `cell` for which `e` can lie in `target`. */
export function solve(e: Expr, cell: Cell, target: Interval, read: Reading): Interval | null {
  switch (e.op) {
    case "const":
      return everything;
    case "cell":
      return target;
    case "sum": {
      let rest: Interval = zero;
      let inside: Expr | null = null;
      for (const term of e.terms) {
        if (mentions(term, cell)) inside = term;
        else {
          const other = range(term, read);
          if (other === null) return null;
          rest = add(rest, other);
        }
      }
      return inside && solve(inside, cell, subtract(target, rest), read);
    }
    case "times": {
      const [inside, outside] = mentions(e.left, cell) ? [e.left, e.right] : [e.right, e.left];
      const factor = range(outside, read);
      if (factor === null) return null;
      if (contains(factor, ZERO)) return factor.isPoint && !contains(target, ZERO) ? null : everything;
      const next = divide(target, factor);
      return next && solve(inside, cell, next, read);
    }
    case "over": {
      if (mentions(e.left, cell)) {
        const below = range(e.right, read);
        return below && solve(e.left, cell, multiply(target, below), read);
      }
      const above = range(e.left, read);
      if (above === null) return null;
      if (contains(target, ZERO) && contains(above, ZERO)) return everything;
      const next = divide(above, target);
      return next && solve(e.right, cell, next, read);
    }
    case "mean":
      return solveMean(e.values, e.weights, cell, target, read);
    case "between": {
      const solved = solveBetween(e.values, cell, target, turning(e.turned, read));
      return solved && e.turned.has(cell) ? negate(solved) : solved;
    }
  }
}

/** Σw·(x − mean) = 0, solved for one value or one weight; exact while the weights are points, an outer bound otherwise. */
function solveMean(values: readonly Cell[], weights: readonly Cell[], cell: Cell, target: Interval, read: Reading): Interval | null {
  const i = values.indexOf(cell);
  if (i >= 0) {
    let top = zero;
    let total = zero;
    values.forEach((value, j) => {
      const w = read(weights[j] as Cell);
      total = add(total, w);
      if (j !== i) top = add(top, multiply(w, read(value)));
    });
    return divide(subtract(multiply(target, total), top), read(weights[i] as Cell));
  }
  const k = weights.indexOf(cell);
  let rest = zero;
  values.forEach((value, j) => {
    if (j !== k) rest = add(rest, multiply(read(weights[j] as Cell), subtract(read(value), target)));
  });
  const gap = subtract(target, read(values[k] as Cell));
  if (contains(gap, ZERO)) return everything;
  return divide(rest, gap);
}

function solveBetween(values: readonly Cell[], cell: Cell, target: Interval, read: Reading): Interval | null {
  const others = betweenRange(
    values.filter((value) => value !== cell),
    read,
  );
  if (others === null) return target;
  if (intersect(others, target) !== null) return everything;
  const below = target.low !== null && others.high !== null && compare(others.high, target.low) <= 0;
  return below ? new Interval(target.low, null, target.loClosed, false) : new Interval(null, target.high, false, target.hiClosed);
}
