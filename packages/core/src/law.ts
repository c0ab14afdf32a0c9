import type { Cell } from "./cell.ts";
import { fromDecimal, HUNDRED, type Rational } from "./internal/rational.ts";

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
