import * as z from "zod/mini";
import { type Cell, domainInterval } from "./cell.ts";
import type { Decimal } from "./decimal.ts";
import { KhopError } from "./errors.ts";
import { occursOnce } from "./internal/law-form.ts";
import { type Reading, range } from "./internal/law-range.ts";
import { implied as impliedBy, type ReadyLaw, ready, residual, satisfiable } from "./internal/law-verdict.ts";
import { equals, multiply as multiplyExact, negate as negateExact, powerOfTen, Rational } from "./internal/rational.ts";
import { add, everything, Interval, integersIn, point } from "./interval.ts";
import { cellsOf, type Expr, type Law } from "./law.ts";
import { Quantity } from "./quantity.ts";
import { comparable } from "./unit.ts";

/** A place for one cell in a kind's shape. */
export const cell = z.custom<Cell>((value) => isCell(value), "a cell");

export type Verdict = "holds" | "truncated" | "violated" | "unknown";

/** Why a verdict is what it is, where that is not plain. */
export type Reason = "missing-operand" | "hidden-operand" | "zero-denominator" | "unit-mismatch" | "adjusted" | "rounded" | "too-wide";

type Places = Readonly<Record<string, unknown>>;

/** A rise or fall as words tell it, or by the sign that is printed with it. */
export type Way = "rise" | "fall" | "sign";

/** The way that a flag tells: none, and the figure carries its sign. */
export const wayBy = (falls: boolean | undefined): Way => (falls === undefined ? "sign" : falls ? "fall" : "rise");

/** A figure as sentences show it: its text, and its label beside it. */
export interface Spoken {
  readonly label: string;
  /** The power of ten by which its unit exceeds the base unit: 6 for km². */
  readonly unitExponent: number;
  toString(): string;
}

type SpokenPlaces<P> = {
  [K in keyof P]: P[K] extends Cell
    ? Spoken
    : P[K] extends Cell | undefined
      ? Spoken | undefined
      : P[K] extends readonly Cell[]
        ? readonly Spoken[]
        : P[K];
};

/** The languages of sentences. */
export type Language = "vi" | "en";

/**
 * @param gap what the figures miss by, with its unit
 * @param made what the other figures make of the focus, as it would be printed; null when it cannot be told
 */
type Sentence<P> = (places: SpokenPlaces<P>, gap: string, made: string | null) => string;

/** All that is known of one kind of relation. What `derive`, `check`, `locate` and `judge` must know, the kind declares here. */
export interface RelationKind<P extends Places = Places> {
  readonly kind: string;
  /** What users call it, as a heading above its figures. */
  readonly name: { readonly vi: string; readonly en: string };
  readonly shape: z.ZodMiniType<P>;
  /** The promise, as one expression over the places' cells. */
  readonly law: (places: P) => Law;
  /** The place whose value the others make: what is "stated", and what the law "computes". */
  readonly focus: keyof P & string;
  readonly sentence: { readonly vi: Sentence<P>; readonly en: Sentence<P> };
  /** How people work the focus out, where the law is turned round so that each cell stands in it once. */
  readonly shown?: (places: P) => Expr | undefined;
  /** Places whose cells must have units that compare. */
  readonly alike?: readonly (keyof P & string)[];
  /** Places that people work out from the others, so likelier wrong than counts copied from a system. */
  readonly worked?: readonly (keyof P & string)[];
  /** How a report tells which way a cell moved, where it is a rise or fall: by a word beside it, or by its own sign. */
  readonly way?: (places: P, cell: Cell) => Way | undefined;
  /** Places whose cells may be moved by one unit of the last digit so that the law fits exactly (shares that are made to add to 100). */
  readonly adjusted?: keyof P & string;
  /** How much a holding relation of this kind says beside others that share its figures; 1 unless given. */
  readonly weight?: number;
  /**
   * Cells of this place are bases worked out from different figures, and are compared with this relative tolerance: beyond it the
   * odd one out is wrong, within it the bases merely differ (populations of different years).
   */
  readonly consensus?: { readonly place: keyof P & string; readonly tolerance: Rational };
  /** Prints of one precision must be the same, though their intervals may touch: 748.000 and 749.000 are not one figure. */
  readonly sameAtOnePrecision?: boolean;
  /** The law is a soft one: broken, it asks for a look and accuses nobody. */
  readonly soft?: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: a kind is contravariant in its places; this is "some kind"
export type AnyKind = RelationKind<any>;

/** Names a kind of relation, once, in its own file. */
export function defineRelation<const P extends Places>(kind: RelationKind<P>): RelationKind<P> {
  return kind;
}

export interface RelationInput {
  readonly id?: string;
  /** How sure the source is that the author meant this relation, 0–1. */
  readonly intended?: number;
  /** The words that gave it away. */
  readonly cue?: string;
}

/** Cells tied by a law. */
export class Relation {
  readonly id: string;
  readonly kind: AnyKind;
  readonly places: Places;
  readonly intended: number;
  readonly cue: string;
  #law: ReadyLaw | undefined;
  #cells: readonly Cell[] | undefined;

  /** @internal use {@link relate} */
  constructor(kind: AnyKind, places: Places, input: RelationInput) {
    this.kind = kind;
    this.places = places;
    this.id = input.id ?? "";
    this.intended = input.intended ?? 1;
    this.cue = input.cue ?? "";
  }

  /** @internal */
  get law(): ReadyLaw {
    this.#law ??= ready(this.kind.law(this.places));
    return this.#law;
  }

  /** Every cell of the relation, each once. */
  get cells(): readonly Cell[] {
    this.#cells ??= cellsOf(this.law.law);
    return this.#cells;
  }

  /** The cell whose value the others make. */
  get focus(): Cell {
    const at = this.places[this.kind.focus] ?? this.cells[0];
    return (Array.isArray(at) ? at[0] : at) as Cell;
  }

  /** Each cell with its place in the law, in the order of the shape: total, part, part … */
  get seats(): { readonly place: string; readonly cell: Cell }[] {
    const seats: { place: string; cell: Cell }[] = [];
    for (const [key, value] of Object.entries(this.places)) {
      if (Array.isArray(value)) {
        for (const one of value) if (isCell(one)) seats.push({ place: singular(key), cell: one });
      } else if (isCell(value)) seats.push({ place: key, cell: value });
    }
    return seats;
  }

  /** The same relation with other cells in place of some. */
  replace(swap: (cell: Cell) => Cell): Relation {
    const places = Object.fromEntries(
      Object.entries(this.places).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.map((one) => (isCell(one) ? swap(one) : one)) : isCell(value) ? swap(value) : value,
      ]),
    );
    return new Relation(this.kind, places, this);
  }
}

const singular = (key: string): string => (key.endsWith("s") ? key.slice(0, -1) : key);

export function isCell(value: unknown): value is Cell {
  return typeof value === "object" && value !== null && "domain" in value && "quantity" in value;
}

/**
 * Ties cells by a kind's law.
 *
 * @throws KhopError `core/bad-shape` when the cells do not fit the kind's shape; `core/repeated-cell` when a cell stands twice in a
 * law that is no sum, so that its verdict could not be exact.
 */
export function relate<P extends Places>(kind: RelationKind<P>, places: P, input: RelationInput = {}): Relation {
  const parsed = z.safeParse(kind.shape, places);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
    throw new KhopError("core/bad-shape", `The cells do not fit the shape of "${kind.kind}": ${issues}.`, { kind: kind.kind, issues });
  }
  const relation = new Relation(kind, places, input);
  if (!occursOnce(relation.law.law)) {
    throw new KhopError(
      "core/repeated-cell",
      `A cell stands twice in a "${kind.kind}". Give each figure its own cell and tie them by "equality".`,
      {
        kind: kind.kind,
        cell: relation.cells.map((one) => one.id).join(", "),
      },
    );
  }
  return relation;
}

/** {@link relate} without its checks, for sources that build well-formed relations by the thousand. */
export function relateTrusted<P extends Places>(kind: RelationKind<P>, places: P, input: RelationInput = {}): Relation {
  return new Relation(kind, places, input);
}

// ---- verdicts ----------------------------------------------------------------------------------------------------------------

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

// ---- one relation by itself --------------------------------------------------------------------------------------------------

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
