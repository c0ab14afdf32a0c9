import { Decimal } from "../decimal.ts";

/**
 * An exact fraction. Numerator and denominator are both safe integers or both bigints; the denominator is positive.
 *
 * Figures of reports fit in doubles nearly always, and integer arithmetic on doubles is several times faster than on bigints,
 * so every operation tries doubles first and falls back when a product could leave ±2^53.
 */
export class Rational {
  readonly n: number | bigint;
  readonly d: number | bigint;

  constructor(n: number | bigint, d: number | bigint) {
    this.n = n;
    this.d = d;
  }

  /** The nearest decimal of 200 digits; exact whenever the fraction terminates. */
  toDecimal(): Decimal {
    const n = new Decimal(this.n.toString());
    return this.d === 1 || this.d === 1n ? n : n.div(this.d.toString());
  }

  toString(): string {
    return this.d === 1 || this.d === 1n ? String(this.n) : `${this.n}/${this.d}`;
  }
}

const SAFE = Number.MAX_SAFE_INTEGER;
const isSafe = (x: number): boolean => x <= SAFE && x >= -SAFE;

export const ZERO = new Rational(0, 1);
export const ONE = new Rational(1, 1);
export const HUNDRED = new Rational(100, 1);

const POWERS: number[] = Array.from({ length: 16 }, (_, i) => Number(`1e${i}`));

/** 10^exponent, exponent ≥ 0. */
export function powerOfTen(exponent: number): Rational {
  return exponent < 16 ? new Rational(POWERS[exponent] as number, 1) : new Rational(10n ** BigInt(exponent), 1n);
}

/** A whole number. */
export function integer(value: number | bigint): Rational {
  if (typeof value === "number") return new Rational(value, 1);
  return reduced(value, 1n);
}

/** One text for one decimal value, however many zeros it was written with: 2850/1000 and 285/100 are both 285/100. */
export function decimalKey({ n, d }: Rational): string {
  if (typeof n === "number" && typeof d === "number") {
    let [above, below] = [n, d];
    while (below > 1 && above % 10 === 0 && below % 10 === 0) [above, below] = [above / 10, below / 10];
    return below === 1 ? String(above) : `${above}/${below}`;
  }
  return String(reduced(BigInt(n), BigInt(d)));
}

/** `digits × 10^-scale`, from a string of digits with an optional sign. */
export function scaled(digits: string, scale: number): Rational {
  if (digits.length < 16 && scale >= 0 && scale < 16) return new Rational(Number(digits), POWERS[scale] as number);
  return scale >= 0 ? reduced(BigInt(digits), 10n ** BigInt(scale)) : reduced(BigInt(digits) * 10n ** BigInt(-scale), 1n);
}

export function fromDecimal(value: Decimal | string | number): Rational {
  const text = new Decimal(value).toFixed();
  const dot = text.indexOf(".");
  return dot < 0 ? scaled(text, 0) : scaled(text.slice(0, dot) + text.slice(dot + 1), text.length - dot - 1);
}

const LARGEST = BigInt(SAFE);

/** Greatest common divisor; b is not negative. */
function gcd(a: bigint, b: bigint): bigint {
  if (a < 0n) a = -a;
  while (b > LARGEST) [a, b] = [b, a % b];
  if (b === 0n) return a;
  let [x, y] = [Number(b), Number(a % b)];
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(x);
}

function reduced(n: bigint, d: bigint): Rational {
  const divisor = gcd(n, d);
  if (divisor > 1n) {
    n /= divisor;
    d /= divisor;
  }
  const small = Number(n);
  return isSafe(small) && d <= LARGEST ? new Rational(small, Number(d)) : new Rational(n, d);
}

const big = (x: number | bigint): bigint => (typeof x === "bigint" ? x : BigInt(x));

export function add(a: Rational, b: Rational): Rational {
  if (typeof a.n === "number" && typeof b.n === "number") {
    const ad = a.d as number;
    const bd = b.d as number;
    if (ad === bd) {
      const n = a.n + b.n;
      if (isSafe(n)) return new Rational(n, ad);
    } else if (bd % ad === 0) {
      const left = a.n * (bd / ad);
      const n = left + b.n;
      if (isSafe(left) && isSafe(n)) return new Rational(n, bd);
    } else if (ad % bd === 0) {
      const right = b.n * (ad / bd);
      const n = a.n + right;
      if (isSafe(right) && isSafe(n)) return new Rational(n, ad);
    } else {
      const left = a.n * bd;
      const right = b.n * ad;
      const n = left + right;
      const d = ad * bd;
      if (isSafe(left) && isSafe(right) && isSafe(n) && isSafe(d)) return new Rational(n, d);
    }
  }
  return reduced(big(a.n) * big(b.d) + big(b.n) * big(a.d), big(a.d) * big(b.d));
}

export function negate(a: Rational): Rational {
  return a.n === 0 ? a : new Rational(typeof a.n === "number" ? -a.n : -a.n, a.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  if (typeof a.n === "number" && typeof b.n === "number") {
    const n = a.n * b.n;
    const d = (a.d as number) * (b.d as number);
    if (isSafe(n) && isSafe(d)) return new Rational(n === 0 ? 0 : n, d);
  }
  return reduced(big(a.n) * big(b.n), big(a.d) * big(b.d));
}

/** `a / b`; the caller has seen to it that `b` is not zero. */
export function divide(a: Rational, b: Rational): Rational {
  const negative = b.n < 0;
  if (typeof a.n === "number" && typeof b.n === "number") {
    const n = a.n * (b.d as number);
    const d = (a.d as number) * b.n;
    if (isSafe(n) && isSafe(d)) return negative ? new Rational(n === 0 ? 0 : -n, -d) : new Rational(n, d);
  }
  const n = big(a.n) * big(b.d);
  const d = big(a.d) * big(b.n);
  return negative ? reduced(-n, -d) : reduced(n, d);
}

export function compare(a: Rational, b: Rational): number {
  if (typeof a.n === "number" && typeof b.n === "number") {
    if (a.d === b.d) return a.n - b.n;
    const left = a.n * (b.d as number);
    const right = b.n * (a.d as number);
    if (isSafe(left) && isSafe(right)) return left - right;
  }
  const left = big(a.n) * big(b.d);
  const right = big(b.n) * big(a.d);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function sign(a: Rational): number {
  return a.n > 0 ? 1 : a.n < 0 ? -1 : 0;
}

export function isInteger(a: Rational): boolean {
  return typeof a.n === "number" ? a.n % (a.d as number) === 0 : a.n % (a.d as bigint) === 0n;
}

/** The largest whole number that is not above `a`. */
export function floor(a: Rational): Rational {
  if (isInteger(a)) return quotient(a);
  const down = quotient(a);
  return sign(a) < 0 ? subtract(down, ONE) : down;
}

/** The smallest whole number that is not below `a`. */
export function ceiling(a: Rational): Rational {
  return negate(floor(negate(a)));
}

function quotient(a: Rational): Rational {
  return typeof a.n === "number" ? integer(Math.trunc(a.n / (a.d as number)) + 0) : integer(a.n / (a.d as bigint));
}

export function absolute(a: Rational): Rational {
  return sign(a) < 0 ? negate(a) : a;
}

const HALF = new Rational(1, 2);

/** The nearest value with so many decimals, tens for −1; halves go away from zero. */
export function toPlaces(a: Rational, places: number): Rational {
  const step = places >= 0 ? powerOfTen(places) : divide(ONE, powerOfTen(-places));
  const nearest = divide(floor(add(multiply(absolute(a), step), HALF)), step);
  return sign(a) < 0 ? negate(nearest) : nearest;
}

export const isZero = (a: Rational): boolean => a.n === 0 || a.n === 0n;
export const equals = (a: Rational, b: Rational): boolean => compare(a, b) === 0;
export const max = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
