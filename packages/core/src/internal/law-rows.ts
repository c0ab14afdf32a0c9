import type { Cell } from "../cell.ts";
import { add, everything, type Interval, intersect, point, scale, subtract, zero } from "../interval.ts";
import type { Expr, Law } from "../law.ts";
import { type Reading, range } from "./law-range.ts";
import { targets } from "./law-verdict.ts";
import {
  add as addExact,
  divide as divideExact,
  isZero,
  multiply as multiplyExact,
  negate as negateExact,
  ONE,
  type Rational,
  ZERO,
} from "./rational.ts";

/** Σ weight·cell over free cells lies within an interval. */
export interface Row {
  readonly weights: ReadonlyMap<Cell, Rational>;
  readonly within: Interval;
}

/**
 * What a law says of the cells that are free, as linear rows; the others give their intervals. Null when it is not linear in the
 * free cells, or a denominator is surely zero.
 */
export function rowsOf(law: Law, isFree: (cell: Cell) => boolean, read: Reading): Row[] | null {
  switch (law.op) {
    case "all": {
      const rows = law.laws.map((one) => rowsOf(one, isFree, read));
      return rows.some((row) => row === null) ? null : (rows as Row[][]).flat();
    }
    case "meet": {
      let common: Interval | null = everything;
      for (const cell of law.cells) if (!isFree(cell)) common = common && intersect(common, read(cell));
      const free = law.cells.filter(isFree);
      const first = free[0];
      if (common === null || first === undefined) return common === null ? [impossible] : [];
      return [
        { weights: new Map([[first, ONE]]), within: common },
        ...free.slice(1).map((cell) => ({
          weights: new Map([
            [first, ONE],
            [cell, negateExact(ONE)],
          ]),
          within: zero,
        })),
      ];
    }
    case "compare": {
      const gathered = { weights: new Map<Cell, Rational>(), rest: zero };
      if (!gather(law.left, ONE, gathered, isFree, read) || !gather(law.right, negateExact(ONE), gathered, isFree, read)) return null;
      return [{ weights: gathered.weights, within: subtract(targets[law.is], gathered.rest) }];
    }
  }
}

const impossible: Row = { weights: new Map(), within: point(ONE) };

function gather(
  e: Expr,
  factor: Rational,
  into: { weights: Map<Cell, Rational>; rest: Interval },
  isFree: (cell: Cell) => boolean,
  read: Reading,
): boolean {
  if (!freeIn(e, isFree)) {
    const known = range(e, read);
    if (known !== null) into.rest = add(into.rest, scale(factor, known));
    return known !== null;
  }
  switch (e.op) {
    case "cell":
      into.weights.set(e.cell, addExact(into.weights.get(e.cell) ?? ZERO, factor));
      return true;
    case "sum":
      return e.terms.every((term) => gather(term, factor, into, isFree, read));
    case "times": {
      const [inside, outside] = freeIn(e.left, isFree) ? [e.left, e.right] : [e.right, e.left];
      const by = freeIn(outside, isFree) ? null : range(outside, read);
      return by?.isPoint === true && gather(inside, multiplyExact(factor, by.low as Rational), into, isFree, read);
    }
    case "over": {
      const by = freeIn(e.right, isFree) ? null : range(e.right, read);
      return (
        by?.isPoint === true && !isZero(by.low as Rational) && gather(e.left, divideExact(factor, by.low as Rational), into, isFree, read)
      );
    }
    default:
      return false;
  }
}

function freeIn(e: Expr, isFree: (cell: Cell) => boolean): boolean {
  switch (e.op) {
    case "const":
      return false;
    case "cell":
      return isFree(e.cell);
    case "sum":
      return e.terms.some((term) => freeIn(term, isFree));
    case "times":
    case "over":
      return freeIn(e.left, isFree) || freeIn(e.right, isFree);
    case "mean":
      return e.values.some(isFree) || e.weights.some(isFree);
    case "between":
      return e.values.some(isFree);
  }
}
