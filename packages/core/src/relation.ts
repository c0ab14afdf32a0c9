import * as z from "zod/mini";
import type { Cell } from "./cell.ts";
import { KhopError } from "./errors.ts";
import { occursOnce } from "./internal/law-form.ts";
import { type ReadyLaw, ready } from "./internal/law-verdict.ts";
import type { Rational } from "./internal/rational.ts";
import { cellsOf, type Expr, type Law } from "./law.ts";

/** A place for one cell in a kind's shape. */
export const cell = z.custom<Cell>((value) => isCell(value), "a cell");

export type Verdict = "holds" | "truncated" | "violated" | "unknown";

/** Why a verdict is what it is, where that is not plain. */
export type Reason =
  | "missing-operand"
  | "hidden-operand"
  | "zero-denominator"
  | "unit-mismatch"
  | "adjusted"
  | "rounded"
  | "too-wide"
  | "not-comparable";

export type Places = Readonly<Record<string, unknown>>;

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

export const singular = (key: string): string => (key.endsWith("s") ? key.slice(0, -1) : key);

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
