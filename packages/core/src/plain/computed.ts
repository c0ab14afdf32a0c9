import { type Cell, cellOf } from "../cell.ts";
import type { Decimal } from "../decimal.ts";
import { implied } from "../internal/law-verdict.ts";
import type { Rational } from "../internal/rational.ts";
import { Rational as Exact, multiply, powerOfTen } from "../internal/rational.ts";
import { everything, point } from "../interval.ts";
import { outcome } from "../outcome.ts";
import { Quantity } from "../quantity.ts";
import { type AnyKind, type Language, relate, type Verdict } from "../relation.ts";
import type { Manner } from "./manner.ts";
import { type FormatOptions, print, readPrint } from "./print.ts";

/**
 * What figures make by a relation's law, kept exact until it is printed.
 *
 * - Unit: `value` is in `unit`, of the multiplier that the figures share (20,25 tỷ đồng + 1 tỷ đồng → 21.25).
 * - A missing figure, or a denominator of zero, gives no value but a reason; neither is ever taken for zero.
 */
export class Computed {
  /** Exact where its decimals end, else to 200 significant digits; null when it cannot be told. */
  readonly value: Decimal | null;
  /** Why there is no value. */
  readonly reason: "missing-operand" | "zero-denominator" | null;
  readonly manner: Manner;
  /** The value as a figure, to reckon on with. */
  readonly quantity: Quantity | null;
  readonly #shows: (print: Quantity) => Verdict;

  /** @internal use {@link compute} */
  constructor(exact: Rational | null, reason: Computed["reason"], manner: Manner, shows: (print: Quantity) => Verdict) {
    this.reason = reason;
    this.manner = manner;
    this.quantity = exact && new Quantity(exact, manner.decimals, manner.unit, manner.exponent, true, undefined, undefined);
    this.value = this.quantity?.value ?? null;
    this.#shows = shows;
  }

  get unit(): Manner["unit"] {
    return this.manner.unit;
  }

  /**
   * The value in print.
   *
   * @example share(4603, 18908).format("vi") // "24,34 %"
   */
  format(language: Language, options: FormatOptions = {}): string {
    if (this.value !== null) return print(this.value, this.manner, language, options);
    const missing = this.reason === "missing-operand";
    return language === "vi" ? (missing ? "thiếu số liệu" : "không xác định") : missing ? "missing" : "unknown";
  }

  /**
   * Whether a printed text is what the figures make, as `check` would say: "holds", "truncated" when only cut instead of rounded,
   * "violated", or "unknown".
   *
   * @throws KhopError `core/bad-number` when the text is no figure.
   */
  shows(text: string, language: Language = "vi"): Verdict {
    return this.#shows(readPrint(text, this.manner, language));
  }

  toString(): string {
    return this.format("vi");
  }
}

let made = 0;

/** A cell for an operand; a missing one stays empty. */
export const operand = (quantity: Quantity | null): Cell => cellOf({ id: `operand ${++made}`, quantity });

/** Works out the focus of a kind from its other places, which are what `places` gives. */
export function compute(kind: AnyKind, places: (focus: Cell) => Readonly<Record<string, unknown>>, manner: Manner): Computed {
  const shows = (print: Quantity): Verdict => outcome(relate(kind, places(operand(print)))).verdict;
  const empty = operand(null);
  const relation = relate(kind, places(empty));
  if (relation.cells.some((one) => one !== empty && one.quantity === null)) return new Computed(null, "missing-operand", manner, shows);
  const value = implied(relation.law, empty, ({ quantity }) => (quantity === null ? everything : point(quantity.base)));
  if (value === null || !value.isPoint) return new Computed(null, "zero-denominator", manner, shows);
  return new Computed(multiply(value.low as Rational, unitsPerBase(manner)), null, manner, shows);
}

function unitsPerBase({ exponent, unit }: Manner): Rational {
  const shift = exponent + (unit.exponent ?? 0);
  return shift >= 0 ? new Exact(typeof powerOfTen(shift).n === "number" ? 1 : 1n, powerOfTen(shift).n) : powerOfTen(-shift);
}
