import type { Cell } from "../cell.ts";
import type { Comparison, Expr, Law } from "../law.ts";
import { add as addExact, multiply as multiplyExact, negate as negateExact, ONE, type Rational, ZERO } from "./rational.ts";

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
export function linearForm(law: Law): Linear | null {
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
