import { type Cell, domainInterval } from "./cell.ts";
import type { Decimal } from "./decimal.ts";
import { KhopError } from "./errors.ts";
import { type Reading, range } from "./internal/law-range.ts";
import { implied as impliedBy, residual, satisfiable } from "./internal/law-verdict.ts";
import { equals, multiply as multiplyExact, negate as negateExact, powerOfTen, Rational } from "./internal/rational.ts";
import { add, everything, Interval, integersIn, point } from "./interval.ts";
import { Quantity } from "./quantity.ts";
import { isCell, type Places, type Reason, type Relation, type RelationKind, relate, singular, type Verdict } from "./relation.ts";
import { comparable } from "./unit.ts";

export interface Outcome {
  readonly verdict: Verdict;
  readonly reason?: Reason;
}

const HOLDS: Outcome = { verdict: "holds" };
const VIOLATED: Outcome = { verdict: "violated" };
const TRUNCATED: Outcome = { verdict: "truncated" };

/** What is known of cells that hold no quantity, and whether other relations bound them. */
export interface Known {
  readonly interval: (cell: Cell) => Interval;
  /** True when the interval comes from figures, not from the domain alone. */
  readonly bound: (cell: Cell) => boolean;
}

export const unknownCells: Known = { interval: (one) => domainInterval(one.domain) ?? everything, bound: () => false };

/**
 * What to assume of some cells instead of what they state; for questions of the form "what if". Null frees a cell, as though it
 * stated nothing; undefined leaves it alone.
 */
export type Override = (cell: Cell) => Interval | Quantity | null | undefined;

function reading(known: Known, of: (quantity: Quantity) => Interval, override?: Override): Reading {
  return (one) => {
    const assumed = override?.(one);
    const says = assumed === undefined ? one.quantity : assumed;
    return says === null ? known.interval(one) : says instanceof Quantity ? of(says) : says;
  };
}

/** What each cell may be: what is assumed of it, else what it states, else what is known. */
export const stand = (known: Known, override?: Override): Reading => reading(known, statedInterval, override);

/** True when a cell states nothing and nothing is assumed of it. */
export function isEmpty(one: Cell, override?: Override): boolean {
  const assumed = override?.(one);
  return assumed === undefined ? one.quantity === null : assumed === null;
}

/** Whether the cell's figure, or the one assumed for it, may have been rounded at its zeros. */
export function isRound(one: Cell, override?: Override): boolean {
  const assumed = override?.(one);
  return assumed === undefined ? one.quantity?.isRound === true : assumed instanceof Quantity && assumed.isRound;
}

const MANY = 10;

/**
 * Whether round counts of a relation may have been rounded at their zeros. Who rounds, rounds every figure of a list: a few that end
 * in two zeros among many that do not end so by chance.
 */
export function mayBeRounded({ cells }: Relation, override?: Override): boolean {
  let long = 0;
  let round = 0;
  for (const one of cells) {
    if (isRound(one, override)) round += 1;
    if ((one.quantity?.approximate ?? 0) >= 1000) long += 1;
  }
  return round > 0 && (long < MANY || round * 4 >= long);
}

export const statedInterval = (quantity: Quantity): Interval => quantity.interval();
const truncatedInterval = (quantity: Quantity): Interval => quantity.interval("truncate");
const roundedInterval = (quantity: Quantity): Interval => (quantity.isRound ? quantity.rounded : quantity.interval());
const statedPoint = (quantity: Quantity): Interval => point(quantity.base);

/** The verdict on one relation, given what is known of the cells that state nothing. */
export function outcome(relation: Relation, known: Known = unknownCells, override?: Override): Outcome {
  const { law, cells } = relation;
  if (relation.kind.alike && !alike(relation)) return { verdict: "unknown", reason: "unit-mismatch" };
  if (relation.kind.sameAtOnePrecision && printedApart(cells, override)) return VIOLATED;
  const kept = satisfiable(law, reading(known, statedInterval, override));
  if (kept === null) return { verdict: "unknown", reason: "zero-denominator" };
  if (kept) {
    const empty = cells.find((one) => isEmpty(one, override) && !known.bound(one));
    if (empty === undefined) return HOLDS;
    return { verdict: "unknown", reason: empty.hidden ? "hidden-operand" : "missing-operand" };
  }
  if (satisfiable(law, reading(known, truncatedInterval, override)) === true) return TRUNCATED;
  if (mayBeRounded(relation, override) && satisfiable(law, reading(known, roundedInterval, override)) === true) {
    return { verdict: "holds", reason: "rounded" };
  }
  return VIOLATED;
}

function printedApart(cells: readonly Cell[], override?: Override): boolean {
  const prints = new Map<number, Quantity>();
  for (const one of cells) {
    const assumed = override?.(one);
    const print = assumed === undefined ? one.quantity : assumed;
    if (!(print instanceof Quantity) || print.exact || print.hedge !== undefined) continue;
    const step = print.exponent + (print.unit.exponent ?? 0) - print.decimals;
    const before = prints.get(step);
    if (before === undefined) prints.set(step, print);
    else if (!equals(before.base, print.base)) return true;
  }
  return false;
}

/** Whether the relation would also be kept if every figure had been cut instead of rounded. */
export function keptWhenCut(relation: Relation, known: Known = unknownCells): boolean {
  return satisfiable(relation.law, reading(known, truncatedInterval)) === true;
}

/** Whether the relation is kept when the given cell is moved by one unit of its last digit either way. */
export function keptWithin(relation: Relation, moved: Cell, known: Known = unknownCells, override?: Override): boolean {
  const assumed = override?.(moved);
  const quantity = assumed === undefined ? moved.quantity : assumed;
  if (!(quantity instanceof Quantity)) return false;
  const step = multiplyExact(decimalStep(quantity.decimals), powerOfTen(quantity.exponent));
  const wide = add(quantity.interval(), new Interval(negateExact(step), step));
  return (
    satisfiable(
      relation.law,
      reading(known, statedInterval, (one) => (one === moved ? wide : override?.(one))),
    ) === true
  );
}

/** Whether the stated values, taken for themselves, keep the law. */
export function fitsExactly(relation: Relation, override?: Override): boolean {
  return (
    relation.cells.every((one) => !isEmpty(one, override)) &&
    satisfiable(relation.law, reading(unknownCells, statedPoint, override)) === true
  );
}

function decimalStep(decimals: number): Rational {
  return decimals >= 0 ? new Rational(typeof powerOfTen(decimals).n === "number" ? 1 : 1n, powerOfTen(decimals).n) : powerOfTen(-decimals);
}

function alike(relation: Relation): boolean {
  const units = relation.seats.filter(({ place }) => relation.kind.alike?.some((key) => singular(key as string) === place));
  const first = units.find(({ cell: one }) => one.quantity !== null)?.cell.quantity?.unit;
  return first === undefined || units.every(({ cell: one }) => one.quantity === null || comparable(first, one.quantity.unit));
}

/**
 * What the law leaves for one cell, in the base unit: what the figure must be for the relation to hold.
 *
 * Whole numbers only, where the cell's domain says so. Null when no value would do.
 */
export function impliedInterval(relation: Relation, target: Cell, known: Known = unknownCells, override?: Override): Interval | null {
  const free = impliedBy(relation.law, target, reading(known, statedInterval, override));
  return free && target.domain.integer ? integersIn(free) : free;
}

/** What the relation misses by, in the printed unit of its focus: stated − computed; left − right of the law where the focus is a list or a constant. */
export function gapOf(relation: Relation): Decimal | null {
  const { quantity } = relation.focus;
  const made = computedValue(relation);
  if (quantity !== null && made !== null && isCell(relation.places[relation.kind.focus])) return quantity.value.minus(made);
  const gap = residual(relation.law, reading(unknownCells, statedPoint));
  if (!gap?.isPoint || gap.lo === null) return null;
  return quantity === null ? gap.lo : gap.lo.div(quantity.multiplier).div(unitFactor(quantity));
}

/**
 * The value that the others' stated values make for the focus, in its printed unit; for a law whose focus is a constant (shares that
 * make 100) what they make instead of it. Null when it cannot be told.
 */
export function computedValue(relation: Relation, override?: Override): Decimal | null {
  const { focus } = relation;
  const { law } = relation.law;
  const points = reading(unknownCells, statedPoint, override);
  const constant = relation.places[relation.kind.focus] === undefined && law.op === "compare";
  const made = constant ? range(law.right, points) : impliedBy(relation.law, focus, points);
  if (!made?.isPoint || made.lo === null) return null;
  const { quantity } = focus;
  return quantity === null || constant ? made.lo : made.lo.div(quantity.multiplier).div(unitFactor(quantity));
}

/** What the relation says its focus is, in the printed unit: the figure, or the constant of the law. */
export function statedValue(relation: Relation): Decimal | null {
  const { law } = relation.law;
  if (relation.places[relation.kind.focus] !== undefined) return relation.focus.quantity?.value ?? null;
  return law.op === "compare" && law.left.op === "const" ? law.left.value.toDecimal() : null;
}

const unitFactor = (quantity: Quantity): Decimal => quantity.multiplier.pow(0).times(`1e${quantity.unit.exponent ?? 0}`);

/** The verdict on cells tied by a kind, with nothing else known. */
export function verdict<P extends Places>(kind: RelationKind<P>, places: P): Verdict {
  return outcome(relate(kind, places)).verdict;
}

/**
 * The values that the law leaves for the cell at a place.
 *
 * @throws KhopError `core/not-in-law` when there is no cell at that place.
 */
export function implied<P extends Places>(kind: RelationKind<P>, places: P, place: keyof P & string, index = 0): Interval | null {
  const at = places[place];
  const target = Array.isArray(at) ? at[index] : at;
  if (!isCell(target)) throw new KhopError("core/not-in-law", `There is no cell at "${place}" ${index}.`, { kind: kind.kind, place });
  return impliedInterval(relate(kind, places), target);
}
