import { Decimal } from "./decimal.ts";
import type { Hedge } from "./hedge.ts";
import {
  absolute,
  add,
  fromDecimal,
  integer,
  isZero,
  max,
  multiply,
  negate,
  powerOfTen,
  Rational,
  scaled,
  sign,
  subtract,
} from "./internal/rational.ts";
import { Interval, point } from "./interval.ts";
import { noUnit, type Unit } from "./unit.ts";
import { formatVi } from "./vi-number.ts";

/**
 * How the printed digits came from the true value. `any-half` takes either direction at an exact half and is what `check`
 * assumes; the others serve peers and the habits of a document.
 *
 * Source: XBRL Calculation 1.1 (any-half, truncate); CHECK 1.2.
 */
export type Rounding = "any-half" | "half-up" | "half-even" | "truncate" | "floor" | "ceiling";

export interface QuantityInput {
  /** The stated value in the printed unit, as a decimal string; trailing zeros count. */
  readonly value: string | Decimal;
  readonly unit?: Unit;
  /** Power of ten of the printed multiplier: 9 for tỷ. */
  readonly exponent?: number;
  /** Digits after the decimal comma; read off `value` when left out. Negative: rounded at tens, hundreds … */
  readonly decimals?: number;
  /** Whether the figure stands for itself; a whole count without multiplier does unless said otherwise. */
  readonly exact?: boolean;
  readonly hedge?: Hedge;
  /** The upper end, when `hedge` is "range". */
  readonly upper?: string | Decimal;
  /** A plan or a limit: set and not counted, so that its zeros round nothing. */
  readonly set?: boolean;
}

/**
 * A figure as it was stated: value, unit, multiplier, decimals and hedge; and the interval of true values that it may stand for.
 *
 * - Unit: `value` is in the printed unit (20,25 tỷ → 20.25); `interval` in the base unit (20 245 000 000 to 20 255 000 000).
 * - Source: CHECK 1.1, 1.2, 1.10.
 */
export class Quantity {
  readonly unit: Unit;
  readonly exponent: number;
  readonly decimals: number;
  readonly exact: boolean;
  readonly hedge: Hedge | undefined;
  /** True for a plan or a limit, which is what it says to its last zero. */
  readonly set: boolean;
  /** @internal the stated value in the printed unit */
  readonly stated: Rational;
  /** @internal the upper end of a stated range */
  readonly statedUpper: Rational | undefined;
  #interval: Interval | undefined;
  #truncated: Interval | undefined;
  #value: Decimal | undefined;
  #approximate: number | undefined;
  #slack: number | undefined;

  /** @internal use {@link quantity} */
  constructor(
    stated: Rational,
    decimals: number,
    unit: Unit,
    exponent: number,
    exact: boolean,
    hedge: Hedge | undefined,
    upper: Rational | undefined,
    set = false,
  ) {
    this.stated = stated;
    this.decimals = decimals;
    this.unit = unit;
    this.exponent = exponent;
    this.exact = exact;
    this.hedge = hedge;
    this.statedUpper = upper;
    this.set = set;
  }

  /** The stated value in the printed unit. */
  get value(): Decimal {
    this.#value ??= this.stated.toDecimal();
    return this.#value;
  }

  /** The upper end of a stated range, in the printed unit. */
  get upper(): Decimal | undefined {
    return this.statedUpper?.toDecimal();
  }

  /** The multiplier as a number: 1000000000 for tỷ. */
  get multiplier(): Decimal {
    return new Decimal(10).pow(this.exponent);
  }

  /** @internal the stated value in the base unit */
  get base(): Rational {
    return toBase(this.stated, this.#shift);
  }

  get #shift(): number {
    return this.exponent + (this.unit.exponent ?? 0);
  }

  /** @internal the base value as a double, only for rejecting what is far off before it is worked out exactly */
  get approximate(): number {
    this.#approximate ??= (Number(this.stated.n) / Number(this.stated.d)) * 10 ** this.#shift;
    return this.#approximate;
  }

  /** @internal how far from `approximate` a true value may lie, generously */
  get slack(): number {
    if (this.#slack === undefined) {
      if (this.exact && this.hedge === undefined) this.#slack = 0;
      else {
        const { low, high } = this.interval();
        const far = (end: Rational | null): number =>
          end === null ? Number.POSITIVE_INFINITY : Math.abs(Number(end.n) / Number(end.d) - this.approximate);
        this.#slack = Math.max(far(low), far(high));
      }
    }
    return this.#slack;
  }

  /** All true values, in the base unit, that print as this figure. */
  interval(rounding: Rounding = "any-half"): Interval {
    if (rounding === "any-half") {
      this.#interval ??= this.#spread(rounding);
      return this.#interval;
    }
    if (rounding === "truncate") {
      this.#truncated ??= this.#spread(rounding);
      return this.#truncated;
    }
    return this.#spread(rounding);
  }

  /** True for a whole figure that ends in two zeros or more and may be rounded there: 40.500 people, 635.000 tỷ đồng, and no plan. */
  get isRound(): boolean {
    const whole = this.exact || (this.decimals === 0 && (this.unit.kind === "money" || this.unit.kind === "measure"));
    return whole && !this.set && this.hedge === undefined && roundStep(this.stated) !== null;
  }

  /** @internal half a unit of the last significant digit about the value; the other reading of a round count */
  get rounded(): Interval {
    const step = roundStep(this.stated);
    return step === null ? this.interval() : halfAbout(this.base, toBase(step, this.#shift));
  }

  /** @internal so many halves of a unit of the last significant digit about the value, whatever its hedge leaves room for */
  asSaid(halves: number): Interval {
    const step = toBase(lastSignificant(this.stated, this.decimals), this.#shift);
    return halfAbout(this.base, multiply(step, integer(halves)));
  }

  #spread(rounding: Rounding): Interval {
    const shift = this.#shift;
    const value = toBase(this.stated, shift);
    const printed = toBase(unitOfLastDigit(this.decimals), shift);
    if (this.hedge !== undefined && this.hedge !== "estimate") {
      return hedged(
        this.hedge,
        value,
        printed,
        this.exact,
        () => toBase(lastSignificant(this.stated, this.decimals), shift),
        () => toBase(this.statedUpper ?? this.stated, shift),
      );
    }
    return this.exact ? point(value) : spread(value, printed, rounding);
  }

  /** The same figure with another stated value, in the printed unit. */
  with(value: string | Decimal): Quantity {
    const stated = fromDecimal(new Decimal(value));
    return new Quantity(stated, this.decimals, this.unit, this.exponent, this.exact, this.hedge, undefined, this.set);
  }

  /** The same figure, said to be set: a plan or a limit. */
  asSet(): Quantity {
    return new Quantity(this.stated, this.decimals, this.unit, this.exponent, this.exact, this.hedge, this.statedUpper, true);
  }

  /** The figure as its author would print another value: with as many decimals, or none where the separator was meant between thousands. */
  corrected(value: Decimal): Quantity {
    const misread = this.decimals === 3 && value.eq(this.value.times(1000));
    const decimals = Math.max(value.decimalPlaces(), misread ? 0 : this.decimals, 0);
    return quantity({ value: value.toFixed(decimals), unit: this.unit, exponent: this.exponent, decimals, set: this.set });
  }

  /** The same figure on the other side of zero: a fall of so much. */
  negated(): Quantity {
    const { unit, exponent, decimals, exact, hedge, statedUpper, set } = this;
    const [low, high] = statedUpper === undefined ? [negate(this.stated)] : [negate(statedUpper), negate(this.stated)];
    return new Quantity(low, decimals, unit, exponent, exact, hedge, high, set);
  }

  /** Multiplier and unit as they stand behind the number: "tỷ đồng". */
  get unitText(): string {
    return [multiplierName(this.exponent), this.unit.id].filter((part) => part !== "").join(" ");
  }

  /** The figure in Vietnamese writing: "20,25 tỷ đồng". */
  format(): string {
    const number = formatVi(this.value, Math.max(this.decimals, 0));
    return this.unitText === "" ? number : `${number} ${this.unitText}`;
  }

  toString(): string {
    return this.format();
  }
}

const MULTIPLIER_NAMES = new Map([
  [0, ""],
  [2, "trăm"],
  [3, "nghìn"],
  [6, "triệu"],
  [9, "tỷ"],
  [12, "nghìn tỷ"],
  [15, "triệu tỷ"],
]);

/** "tỷ" for 9; "×10^n" where Vietnamese has no word. */
export function multiplierName(exponent: number): string {
  return MULTIPLIER_NAMES.get(exponent) ?? `×10^${exponent}`;
}

/** A figure from its parts. */
export function quantity(input: QuantityInput): Quantity {
  const text = typeof input.value === "string" ? input.value : input.value.toFixed();
  const dot = text.indexOf(".");
  const printed = dot < 0 ? 0 : text.length - dot - 1;
  const unit = input.unit ?? noUnit;
  const exponent = input.exponent ?? 0;
  const decimals = input.decimals ?? printed;
  const stated = /[eE]/.test(text) ? fromDecimal(text) : scaled(text.replace(".", ""), printed);
  const exact = input.exact ?? (unit.kind === "count" && exponent === 0 && decimals === 0);
  const upper = input.upper === undefined ? undefined : fromDecimal(input.upper);
  return new Quantity(stated, decimals, unit, exponent, exact, input.hedge, upper, input.set);
}

/** An exact whole count of things. */
export function count(value: number | string, unit: Unit = noUnit): Quantity {
  return quantity({ value: String(value), unit, exact: true });
}

function toBase(value: Rational, exponent: number): Rational {
  if (exponent === 0) return value;
  return exponent > 0 ? multiply(value, powerOfTen(exponent)) : multiply(value, new Rational(1, powerOfTen(-exponent).n));
}

function unitOfLastDigit(decimals: number): Rational {
  return decimals >= 0 ? new Rational(typeof powerOfTen(decimals).n === "number" ? 1 : 1n, powerOfTen(decimals).n) : powerOfTen(-decimals);
}

function halfAbout(value: Rational, step: Rational): Interval {
  const half = multiply(step, new Rational(1, 2));
  return new Interval(subtract(value, half), add(value, half));
}

/** CHECK 1.2, row by row. */
function spread(value: Rational, step: Rational, rounding: Rounding): Interval {
  const direction = sign(value);
  const full = (low: Rational, high: Rational, loClosed: boolean, hiClosed: boolean) => new Interval(low, high, loClosed, hiClosed);
  switch (rounding) {
    case "any-half":
      return halfAbout(value, step);
    case "half-up": {
      const { low, high } = halfAbout(value, step) as { low: Rational; high: Rational };
      return full(low, high, direction > 0, direction < 0);
    }
    case "half-even": {
      const { low, high } = halfAbout(value, step) as { low: Rational; high: Rational };
      const last = multiply(value, new Rational(step.d, step.n));
      const even = isZero(subtract(last, multiply(integer(2), integer(BigInt(halfOf(last))))));
      return full(low, high, even, even);
    }
    case "truncate":
      if (direction === 0) return full(negate(step), step, false, false);
      return direction > 0 ? full(value, add(value, step), true, false) : full(subtract(value, step), value, false, true);
    case "floor":
      return full(value, add(value, step), true, false);
    case "ceiling":
      return full(subtract(value, step), value, false, true);
  }
}

function halfOf(value: Rational): bigint {
  return BigInt(value.n) / BigInt(value.d) / 2n;
}

function hedged(
  hedge: Exclude<Hedge, "estimate">,
  value: Rational,
  printed: Rational,
  exact: boolean,
  significant: () => Rational,
  upper: () => Rational,
): Interval {
  const half = multiply(printed, new Rational(1, 2));
  switch (hedge) {
    case "about": {
      const width = max(multiply(significant(), new Rational(1, 2)), multiply(absolute(value), new Rational(1, 20)));
      return new Interval(subtract(value, width), add(value, width));
    }
    case "almost":
      return new Interval(subtract(value, significant()), value, true, false);
    case "over":
      return new Interval(value, add(value, significant()), true, false);
    case "atLeast":
      return new Interval(value, null);
    case "atMost":
      return new Interval(null, value);
    case "range":
      return exact ? new Interval(value, upper()) : new Interval(subtract(value, half), add(upper(), half));
  }
}

/** One unit of the last significant digit: 200 → 100, 380 → 10, 1,25 → 0,01. */
function lastSignificant(value: Rational, decimals: number): Rational {
  if (decimals > 0) return unitOfLastDigit(decimals);
  let digits = BigInt(value.n) / BigInt(value.d);
  if (digits === 0n) return integer(1);
  let exponent = 0;
  while (digits % 10n === 0n) {
    digits /= 10n;
    exponent += 1;
  }
  return powerOfTen(exponent);
}

/** The step at which a round whole number may have been rounded; null when it is not round. */
function roundStep(value: Rational): Rational | null {
  if (value.d !== 1 && value.d !== 1n) return null;
  const small = typeof value.n === "number" ? value.n : null;
  if (small !== null ? small < 1000 || small % 100 !== 0 : BigInt(value.n) % 100n !== 0n) return null;
  return lastSignificant(value, 0);
}

/** A figure that shows more digits than its declared precision: what is significant, and what is in excess; null when none is. */
export function excessDigits(value: string | Decimal, decimals: number): { significant: Decimal; excess: Decimal } | null {
  const stated = new Decimal(value);
  const step = new Decimal(10).pow(-decimals);
  const significant = stated.div(step).trunc().times(step);
  const excess = stated.minus(significant).abs();
  return excess.isZero() ? null : { significant, excess };
}
