import type { Cell } from "./cell.ts";
import { Decimal } from "./decimal.ts";
import { add, divide, fromDecimal, isInteger, isZero, multiply, powerOfTen, Rational, ZERO } from "./internal/rational.ts";
import { type Expr, type Law, mentions, minus, over, sum, times } from "./law.ts";
import type { Quantity } from "./quantity.ts";
import type { Relation } from "./relation.ts";

/** How a figure is worked out from others, each taken as it is printed: what a spreadsheet can keep and work out again. */
export type Formula =
  | { readonly op: "number"; readonly value: Decimal }
  | { readonly op: "cell"; readonly cell: Cell }
  | { readonly op: "sum"; readonly terms: readonly Formula[] }
  | { readonly op: "times" | "over"; readonly left: Formula; readonly right: Formula }
  /** Σ weight·value ÷ Σ weight. */
  | { readonly op: "mean"; readonly values: readonly Cell[]; readonly weights: readonly Cell[] }
  /** Half up, away from zero. */
  | { readonly op: "round"; readonly of: Formula; readonly decimals: number };

/**
 * The formula by which a relation makes one of its cells, read off its law, whatever the kind.
 *
 * Null where it makes no one value (a part of a whole, a mean of unknown weights), where a figure that it needs is missing or only
 * about right, and where what it makes is not the figure as printed.
 *
 * - Unit: cells stand for their stated values, in their printed units; multipliers that differ are written out.
 * - Rounding: to the decimals of the figure; sums of whole numbers are not rounded.
 */
export function formulaOf(relation: Relation, target: Cell): Formula | null {
  const { quantity } = target;
  if (quantity === null || !isSharp(quantity)) return null;
  for (const expr of solved(relation.law.law, target)) {
    const made = expr === null ? null : inPrintedUnits(expr, quantity);
    if (made === null || !mentionsCells(made)) continue;
    const formula = isWhole(made) && quantity.decimals === 0 ? made : ({ op: "round", of: made, decimals: quantity.decimals } as const);
    if (valueMade(formula)?.toDecimal().eq(quantity.value) === true) return formula;
  }
  return null;
}

/** Every cell of a formula, each once. */
export function cellsIn(formula: Formula): readonly Cell[] {
  const found = new Set<Cell>();
  const visit = (one: Formula): void => {
    if (one.op === "cell") found.add(one.cell);
    else if (one.op === "sum") one.terms.forEach(visit);
    else if (one.op === "round") visit(one.of);
    else if (one.op === "mean") for (const cell of [...one.values, ...one.weights]) found.add(cell);
    else if (one.op !== "number") {
      visit(one.left);
      visit(one.right);
    }
  };
  visit(formula);
  return [...found];
}

/** True when the figure stands for one value, as far as it is printed. */
const isSharp = ({ hedge }: Quantity): boolean => hedge === undefined || hedge === "estimate";

const mentionsCells = (formula: Formula): boolean => cellsIn(formula).length > 0;

/** What a law makes of one cell; of several promises each. */
function solved(law: Law, cell: Cell): (Expr | null)[] {
  switch (law.op) {
    case "all":
      return law.laws.flatMap((one) => solved(one, cell));
    case "meet":
      return law.cells.includes(cell) ? law.cells.filter((other) => other !== cell).map((other) => ({ op: "cell", cell: other })) : [];
    case "compare":
      if (law.is !== "=") return [];
      if (mentions(law.left, cell)) return [alone(law.left, cell, law.right)];
      return mentions(law.right, cell) ? [alone(law.right, cell, law.left)] : [];
  }
}

/** The equation `e = other` turned round, so that the cell stands alone. */
function alone(e: Expr, cell: Cell, other: Expr): Expr | null {
  switch (e.op) {
    case "cell":
      return other;
    case "sum": {
      const inside = e.terms.filter((term) => mentions(term, cell));
      const rest = e.terms.filter((term) => !inside.includes(term));
      const [first] = inside;
      if (first === undefined || inside.length > 1) return null;
      return alone(first, cell, rest.length === 0 ? other : minus(other, sum(rest)));
    }
    case "times":
      return mentions(e.left, cell) ? alone(e.left, cell, over(other, e.right)) : alone(e.right, cell, over(other, e.left));
    case "over":
      return mentions(e.left, cell) ? alone(e.left, cell, times(other, e.right)) : alone(e.right, cell, over(e.left, other));
    default:
      return null;
  }
}

const shiftOf = ({ exponent, unit }: Quantity): number => exponent + (unit.exponent ?? 0);

/** The law holds in base units; the figures are in their own. Where all have one multiplier it mostly falls out. */
function inPrintedUnits(expr: Expr, target: Quantity): Formula | null {
  const shifts = new Set<number>();
  const visit = (e: Expr): boolean => {
    if (e.op === "const") return true;
    if (e.op === "between") return false;
    if (e.op === "sum") return e.terms.every(visit);
    if (e.op === "times" || e.op === "over") return visit(e.left) && visit(e.right);
    return (e.op === "cell" ? [e.cell] : [...e.values, ...e.weights]).every(({ quantity }) => {
      if (quantity === null || !isSharp(quantity)) return false;
      shifts.add(shiftOf(quantity));
      return true;
    });
  };
  if (!visit(expr)) return null;
  const degree = degreeOf(expr);
  const [shift = 0] = shifts;
  const wanted = shiftOf(target);
  if (shifts.size <= 1 && (shift === 0 || degree !== null)) return byPower(written(expr, false), shift * (degree ?? 0) - wanted);
  const each = written(expr, true);
  return each && byPower(each, -wanted);
}

/** How often a common multiplier of the cells stands in the expression; null where that differs from term to term. */
function degreeOf(e: Expr): number | null {
  switch (e.op) {
    case "const":
      return 0;
    case "cell":
    case "mean":
    case "between":
      return 1;
    case "sum": {
      const degrees = new Set(e.terms.filter((term) => term.op !== "const" || !isZero(term.value)).map(degreeOf));
      const [first = 0] = degrees;
      return degrees.size > 1 ? null : first;
    }
    default: {
      const [left, right] = [degreeOf(e.left), degreeOf(e.right)];
      return left === null || right === null ? null : e.op === "times" ? left + right : left - right;
    }
  }
}

function byPower(formula: Formula | null, power: number): Formula | null {
  if (formula === null || power === 0) return formula;
  const ten = { op: "number", value: new Decimal(10).pow(Math.abs(power)) } as const;
  return power > 0 ? { op: "times", left: formula, right: ten } : { op: "over", left: formula, right: ten };
}

function written(e: Expr, inBase: boolean): Formula | null {
  const shifted = (formula: Formula, { quantity }: Cell): Formula | null =>
    byPower(formula, inBase && quantity !== null ? shiftOf(quantity) : 0);
  switch (e.op) {
    case "const": {
      const [n, d] = [e.value.n, e.value.d].map((part) => ({ op: "number", value: new Decimal(part.toString()) }) as const);
      const isDecimal = fromDecimal(e.value.toDecimal()).toString() === e.value.toString();
      return isDecimal ? { op: "number", value: e.value.toDecimal() } : { op: "over", left: n as Formula, right: d as Formula };
    }
    case "cell":
      return shifted({ op: "cell", cell: e.cell }, e.cell);
    case "sum": {
      const terms = e.terms.map((term) => written(term, inBase));
      return terms.some((term) => term === null) ? null : { op: "sum", terms: terms as Formula[] };
    }
    case "times":
    case "over": {
      const [left, right] = [written(e.left, inBase), written(e.right, inBase)];
      return left && right && { op: e.op, left, right };
    }
    case "mean": {
      const alike = (cells: readonly Cell[]): boolean => new Set(cells.map(({ quantity }) => quantity && shiftOf(quantity))).size === 1;
      const [first] = e.values;
      if (first === undefined || !alike(e.values) || !alike(e.weights)) return null;
      return shifted({ op: "mean", values: e.values, weights: e.weights }, first);
    }
    case "between":
      return null;
  }
}

/** Sums and whole multiples of whole numbers, which no rounding changes. */
function isWhole(formula: Formula): boolean {
  switch (formula.op) {
    case "number":
      return formula.value.isInteger();
    case "cell":
      return formula.cell.quantity?.value.isInteger() === true && formula.cell.quantity.decimals <= 0;
    case "sum":
      return formula.terms.every(isWhole);
    case "times":
      return isWhole(formula.left) && isWhole(formula.right);
    default:
      return false;
  }
}

/** What the formula makes of the stated values; null where it divides by zero. */
function valueMade(formula: Formula): Rational | null {
  switch (formula.op) {
    case "number":
      return fromDecimal(formula.value);
    case "cell":
      return formula.cell.quantity?.stated ?? null;
    case "sum":
      return formula.terms.map(valueMade).reduce<Rational | null>((all, one) => all && one && add(all, one), ZERO);
    case "times":
    case "over": {
      const [left, right] = [valueMade(formula.left), valueMade(formula.right)];
      if (left === null || right === null) return null;
      if (formula.op === "times") return multiply(left, right);
      return isZero(right) ? null : divide(left, right);
    }
    case "mean": {
      const weighed = formula.values.map(
        (cell, i): Formula => ({ op: "times", left: { op: "cell", cell }, right: { op: "cell", cell: formula.weights[i] as Cell } }),
      );
      const weights = formula.weights.map((cell): Formula => ({ op: "cell", cell }));
      return valueMade({ op: "over", left: { op: "sum", terms: weighed }, right: { op: "sum", terms: weights } });
    }
    case "round": {
      const value = valueMade(formula.of);
      return value && rounded(value, formula.decimals);
    }
  }
}

/** Half up, away from zero; of the fraction itself, not of a decimal near it. */
function rounded(value: Rational, decimals: number): Rational {
  const step = decimals >= 0 ? powerOfTen(decimals) : divide(new Rational(1, 1), powerOfTen(-decimals));
  const scaled = multiply(value, step);
  if (isInteger(scaled)) return value;
  const [n, d] = [BigInt(scaled.n), BigInt(scaled.d)];
  const size = n < 0n ? -n : n;
  const whole = (2n * size + d) / (2n * d);
  return divide(fromDecimal(String(n < 0n ? -whole : whole)), step);
}
