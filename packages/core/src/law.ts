import type { Cell } from "./cell.ts";
import {
  add as addExact,
  compare,
  divide as divideExact,
  fromDecimal,
  HUNDRED,
  isZero,
  multiply as multiplyExact,
  negate as negateExact,
  ONE,
  type Rational,
  sign,
  ZERO,
} from "./internal/rational.ts";
import {
  add,
  contains,
  divide,
  everything,
  hull,
  Interval,
  intersect,
  multiply,
  negate,
  point,
  scale,
  subtract,
  zero,
} from "./interval.ts";

/**
 * An arithmetic expression over cells. Residuals, implied values, bounds and SQL are all read off the same tree.
 *
 * Every cell is to occur once in a law, for then interval arithmetic gives exactly the values that can be reached and never more.
 * Sums with exact weights are an exception: like terms are collected first, so a cell may stand there twice.
 */
export type Expr =
  | { readonly op: "const"; readonly value: Rational }
  | { readonly op: "cell"; readonly cell: Cell }
  | { readonly op: "sum"; readonly terms: readonly Expr[] }
  | { readonly op: "times"; readonly left: Expr; readonly right: Expr }
  | { readonly op: "over"; readonly left: Expr; readonly right: Expr }
  | { readonly op: "mean"; readonly values: readonly Cell[]; readonly weights: readonly Cell[] }
  | { readonly op: "between"; readonly values: readonly Cell[]; readonly turned: ReadonlySet<Cell> };

export type Comparison = "=" | "<=" | "<" | ">=" | ">";

/** What a relation promises. `meet`: all the cells can share one value. `all`: several promises at once. */
export type Law =
  | { readonly op: "compare"; readonly left: Expr; readonly is: Comparison; readonly right: Expr }
  | { readonly op: "meet"; readonly cells: readonly Cell[] }
  | { readonly op: "all"; readonly laws: readonly Law[] };

export type Term = Expr | Cell | number | string;

const isExpr = (term: object): term is Expr => "op" in term;

function expr(term: Term): Expr {
  if (typeof term === "number" || typeof term === "string") return { op: "const", value: fromDecimal(term) };
  return isExpr(term) ? term : { op: "cell", cell: term };
}

export const sum = (terms: readonly Term[]): Expr => ({ op: "sum", terms: terms.map(expr) });
export const times = (left: Term, right: Term): Expr => ({ op: "times", left: expr(left), right: expr(right) });
export const over = (left: Term, right: Term): Expr => ({ op: "over", left: expr(left), right: expr(right) });
export const minus = (left: Term, right: Term): Expr => sum([left, times(-1, right)]);
/** 100 × part ÷ whole. */
export const percentOf = (part: Term, whole: Term): Expr => times({ op: "const", value: HUNDRED }, over(part, whole));
/** Σ weight·value ÷ Σ weight. */
export const weightedMean = (values: readonly Cell[], weights: readonly Cell[]): Expr => ({ op: "mean", values, weights });
/** Any weighted mean of the values, weights unknown: from the least to the greatest. Those that are turned count with the other sign. */
export const between = (values: readonly Cell[], turned: readonly Cell[] = []): Expr => ({
  op: "between",
  values,
  turned: new Set(turned),
});

export const compareLaw = (left: Term, is: Comparison, right: Term): Law => ({ op: "compare", left: expr(left), is, right: expr(right) });
export const equal = (left: Term, right: Term): Law => compareLaw(left, "=", right);
export const atMost = (left: Term, right: Term): Law => compareLaw(left, "<=", right);
export const meet = (cells: readonly Cell[]): Law => ({ op: "meet", cells });
export const all = (laws: readonly Law[]): Law => ({ op: "all", laws });

/** What a cell may be, for the question at hand. */
export type Reading = (cell: Cell) => Interval;

// ---- linear laws -------------------------------------------------------------------------------------------------------------

/** Σ weight·cell + constant, like cells collected. */
export interface Linear {
  readonly weights: Map<Cell, Rational>;
  constant: Rational;
}

function collect(e: Expr, factor: Rational, into: Linear): boolean {
  switch (e.op) {
    case "const":
      into.constant = addExact(into.constant, multiplyExact(factor, e.value));
      return true;
    case "cell": {
      const before = into.weights.get(e.cell);
      into.weights.set(e.cell, before === undefined ? factor : addExact(before, factor));
      return true;
    }
    case "sum":
      return e.terms.every((term) => collect(term, factor, into));
    case "times":
      if (e.left.op === "const") return collect(e.right, multiplyExact(factor, e.left.value), into);
      if (e.right.op === "const") return collect(e.left, multiplyExact(factor, e.right.value), into);
      return false;
    default:
      return false;
  }
}

/** `left − right` as a weighted sum, or null when the law is not linear. */
function linearForm(law: Law): Linear | null {
  if (law.op !== "compare") return null;
  const form: Linear = { weights: new Map(), constant: ZERO };
  return collect(law.left, ONE, form) && collect(law.right, negateExact(ONE), form) ? form : null;
}

/** `rest + over ÷ under` as weighted sums, where a law is one quotient at most and a weighted sum beside it. */
export interface QuotientForm {
  readonly rest: Linear;
  /** Null where nothing is divided. */
  readonly quotient: { readonly over: Linear; readonly under: Linear } | null;
  readonly is: Comparison;
}

/** `left − right` with at most one quotient, weights collected; null when a law is of another form. Held against zero it says what the law says. */
export function quotientForm(law: Law): QuotientForm | null {
  if (law.op !== "compare") return null;
  const rest: Linear = { weights: new Map(), constant: ZERO };
  const quotients: { readonly over: Linear; readonly under: Linear }[] = [];
  const gather = (e: Expr, factor: Rational): boolean => {
    if (e.op === "sum") return e.terms.every((term) => gather(term, factor));
    if (e.op === "times" && e.left.op === "const") return gather(e.right, multiplyExact(factor, e.left.value));
    if (e.op === "times" && e.right.op === "const") return gather(e.left, multiplyExact(factor, e.right.value));
    if (e.op !== "over") return collect(e, factor, rest);
    const over: Linear = { weights: new Map(), constant: ZERO };
    const under: Linear = { weights: new Map(), constant: ZERO };
    quotients.push({ over, under });
    return collect(e.left, factor, over) && collect(e.right, ONE, under);
  };
  if (!gather(law.left, ONE) || !gather(law.right, negateExact(ONE)) || quotients.length > 1) return null;
  return { rest, quotient: quotients[0] ?? null, is: law.is };
}

function linearRange(form: Linear, read: Reading, without?: Cell): Interval {
  let range = point(form.constant);
  for (const [cell, weight] of form.weights) if (cell !== without && !isZero(weight)) range = add(range, scale(weight, read(cell)));
  return range;
}

// ---- ranges ------------------------------------------------------------------------------------------------------------------

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
const turning = (turned: ReadonlySet<Cell>, read: Reading): Reading =>
  turned.size === 0 ? read : (cell) => (turned.has(cell) ? negate(read(cell)) : read(cell));

function betweenRange(values: readonly Cell[], read: Reading): Interval | null {
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

// ---- satisfaction ------------------------------------------------------------------------------------------------------------

const targets: Record<Comparison, Interval> = {
  "=": zero,
  "<=": new Interval(null, ZERO),
  "<": new Interval(null, ZERO, false, false),
  ">=": new Interval(ZERO, null),
  ">": new Interval(ZERO, null, false, false),
};

/** A law made ready: its linear form is worked out once. */
export interface ReadyLaw {
  readonly law: Law;
  readonly linear: Linear | null;
  readonly parts: readonly ReadyLaw[];
}

export function ready(law: Law): ReadyLaw {
  return { law, linear: linearForm(law), parts: law.op === "all" ? law.laws.map(ready) : [] };
}

/** Whether some choice of the cells' values keeps the law; null when a denominator is surely zero. */
export function satisfiable({ law, linear, parts }: ReadyLaw, read: Reading): boolean | null {
  switch (law.op) {
    case "all": {
      let result: boolean | null = true;
      for (const part of parts) {
        const one = satisfiable(part, read);
        if (one === false) return false;
        if (one === null) result = null;
      }
      return result;
    }
    case "meet": {
      let common: Interval | null = everything;
      for (const cell of law.cells) common = common && intersect(common, read(cell));
      return common !== null;
    }
    case "compare": {
      if (linear) return intersect(linearRange(linear, read), targets[law.is]) !== null;
      const left = range(law.left, read);
      const right = range(law.right, read);
      return left === null || right === null ? null : intersect(subtract(left, right), targets[law.is]) !== null;
    }
  }
}

/** left − right: what the law misses by. Null when it is no comparison or a denominator is surely zero. */
export function residual({ law, linear }: ReadyLaw, read: Reading): Interval | null {
  if (law.op !== "compare") return null;
  if (linear) return linearRange(linear, read);
  const left = range(law.left, read);
  const right = range(law.right, read);
  return left && right && subtract(left, right);
}

// ---- implied values ----------------------------------------------------------------------------------------------------------

/**
 * What the law leaves for one cell, given what the others may be: everything when the law does not bind it, null when no value
 * would do.
 */
export function implied(readyLaw: ReadyLaw, cell: Cell, read: Reading): Interval | null {
  const { law, linear, parts } = readyLaw;
  switch (law.op) {
    case "all": {
      let common: Interval | null = everything;
      for (const part of parts) {
        if (common === null) return null;
        const one = implied(part, cell, read);
        common = one && intersect(common, one);
      }
      return common;
    }
    case "meet": {
      if (!law.cells.includes(cell)) return everything;
      let common: Interval | null = everything;
      for (const other of law.cells) if (other !== cell) common = common && intersect(common, read(other));
      return common;
    }
    case "compare": {
      const target = targets[law.is];
      if (linear) {
        const weight = linear.weights.get(cell);
        if (weight === undefined || isZero(weight)) return everything;
        const left = subtract(target, linearRange(linear, read, cell));
        return divide(left, point(weight));
      }
      if (mentions(law.left, cell)) {
        const right = range(law.right, read);
        return right && solve(law.left, cell, add(right, target), read);
      }
      if (mentions(law.right, cell)) {
        const left = range(law.left, read);
        return left && solve(law.right, cell, subtract(left, target), read);
      }
      return everything;
    }
  }
}

export function mentions(e: Expr, cell: Cell): boolean {
  switch (e.op) {
    case "const":
      return false;
    case "cell":
      return e.cell === cell;
    case "sum":
      return e.terms.some((term) => mentions(term, cell));
    case "times":
    case "over":
      return mentions(e.left, cell) || mentions(e.right, cell);
    case "mean":
      return e.values.includes(cell) || e.weights.includes(cell);
    case "between":
      return e.values.includes(cell);
  }
}

/** The values of `cell` for which `e` can lie in `target`. */
function solve(e: Expr, cell: Cell, target: Interval, read: Reading): Interval | null {
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

/** Every cell of a law, each once. */
export function cellsOf(law: Law): Cell[] {
  const found = new Set<Cell>();
  const visit = (e: Expr): void => {
    if (e.op === "cell") found.add(e.cell);
    else if (e.op === "sum") e.terms.forEach(visit);
    else if (e.op === "times" || e.op === "over") {
      visit(e.left);
      visit(e.right);
    } else if (e.op === "mean") for (const cell of [...e.values, ...e.weights]) found.add(cell);
    else if (e.op === "between") for (const cell of e.values) found.add(cell);
  };
  const walk = (one: Law): void => {
    if (one.op === "all") one.laws.forEach(walk);
    else if (one.op === "meet") for (const cell of one.cells) found.add(cell);
    else {
      visit(one.left);
      visit(one.right);
    }
  };
  walk(law);
  return [...found];
}

/** True when interval arithmetic on the law is exact: no cell stands twice outside a weighted sum. */
export function occursOnce(law: Law): boolean {
  if (law.op === "all") return law.laws.every(occursOnce);
  if (law.op === "meet" || linearForm(law)) return true;
  const seen = new Set<Cell>();
  const once = (cell: Cell): boolean => !seen.has(cell) && seen.add(cell) !== undefined;
  const visit = (e: Expr): boolean => {
    switch (e.op) {
      case "const":
        return true;
      case "cell":
        return once(e.cell);
      case "sum":
        return e.terms.every(visit);
      case "times":
      case "over":
        return visit(e.left) && visit(e.right);
      case "mean":
        return [...e.values, ...e.weights].every(once);
      case "between":
        return e.values.every(once);
    }
  };
  return visit(law.left) && visit(law.right);
}

// ---- rows of a linear system -------------------------------------------------------------------------------------------------

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
