import type { Decimal } from "./decimal.ts";
import {
  add as addExact,
  ceiling,
  compare,
  divide as divideExact,
  floor,
  fromDecimal,
  isInteger,
  isZero,
  multiply as multiplyExact,
  negate as negateExact,
  ONE,
  type Rational,
  sign,
  subtract as subtractExact,
  ZERO,
} from "./internal/rational.ts";

/**
 * All true values that a figure may stand for: a connected set of numbers, with ends that belong to it or do not.
 *
 * Whether an end belongs to the set travels with that end: intersection takes the flag of the end that wins (both, when the
 * ends coincide), and multiplying by a negative number swaps the ends together with their flags.
 */
export class Interval {
  /** @internal exact ends; null is unbounded */
  readonly low: Rational | null;
  /** @internal */
  readonly high: Rational | null;
  readonly loClosed: boolean;
  readonly hiClosed: boolean;

  /** @internal */
  constructor(low: Rational | null, high: Rational | null, loClosed = low !== null, hiClosed = high !== null) {
    this.low = low;
    this.high = high;
    this.loClosed = loClosed;
    this.hiClosed = hiClosed;
  }

  /** Lower end, null when there is none. */
  get lo(): Decimal | null {
    return this.low === null ? null : this.low.toDecimal();
  }

  /** Upper end, null when there is none. */
  get hi(): Decimal | null {
    return this.high === null ? null : this.high.toDecimal();
  }

  get isPoint(): boolean {
    return this.low !== null && this.high !== null && compare(this.low, this.high) === 0;
  }

  get isBounded(): boolean {
    return this.low !== null && this.high !== null;
  }

  toString(): string {
    const lo = this.low === null ? "-∞" : this.low.toDecimal().toSignificantDigits(20).toString();
    const hi = this.high === null ? "∞" : this.high.toDecimal().toSignificantDigits(20).toString();
    return `${this.loClosed ? "[" : "("}${lo}; ${hi}${this.hiClosed ? "]" : ")"}`;
  }
}

/** An interval from its ends, closed unless said otherwise; null where there is no end. */
export function intervalOf(
  lo: Decimal | string | null,
  hi: Decimal | string | null,
  loClosed = lo !== null,
  hiClosed = hi !== null,
): Interval {
  return new Interval(lo === null ? null : fromDecimal(lo), hi === null ? null : fromDecimal(hi), loClosed, hiClosed);
}

/** Every number. */
export const everything = new Interval(null, null);
/** No interval at all: the empty set. */
export type Empty = null;

export const point = (value: Rational): Interval => new Interval(value, value, true, true);
export const zero = point(ZERO);

/** What lies in both; null when nothing does. */
export function intersect(a: Interval, b: Interval): Interval | Empty {
  let low = a.low;
  let loClosed = a.loClosed;
  if (b.low !== null) {
    const order = low === null ? -1 : compare(low, b.low);
    if (order < 0) {
      low = b.low;
      loClosed = b.loClosed;
    } else if (order === 0) loClosed = loClosed && b.loClosed;
  }
  let high = a.high;
  let hiClosed = a.hiClosed;
  if (b.high !== null) {
    const order = high === null ? 1 : compare(high, b.high);
    if (order > 0) {
      high = b.high;
      hiClosed = b.hiClosed;
    } else if (order === 0) hiClosed = hiClosed && b.hiClosed;
  }
  if (low !== null && high !== null) {
    const order = compare(low, high);
    if (order > 0 || (order === 0 && !(loClosed && hiClosed))) return null;
  }
  return new Interval(low, high, loClosed, hiClosed);
}

export const meets = (a: Interval, b: Interval): boolean => intersect(a, b) !== null;

export function contains(a: Interval, value: Rational): boolean {
  if (a.low !== null) {
    const order = compare(a.low, value);
    if (order > 0 || (order === 0 && !a.loClosed)) return false;
  }
  if (a.high !== null) {
    const order = compare(value, a.high);
    if (order > 0 || (order === 0 && !a.hiClosed)) return false;
  }
  return true;
}

/** The whole numbers inside, as a closed interval; null when there are none. */
export function integersIn(a: Interval): Interval | Empty {
  let low = a.low;
  if (low !== null) low = isInteger(low) && !a.loClosed ? addExact(floor(low), ONE) : ceiling(low);
  let high = a.high;
  if (high !== null) high = isInteger(high) && !a.hiClosed ? subtractExact(ceiling(high), ONE) : floor(high);
  if (low !== null && high !== null && compare(low, high) > 0) return null;
  return new Interval(low, high);
}

export function add(a: Interval, b: Interval): Interval {
  return new Interval(
    a.low === null || b.low === null ? null : addExact(a.low, b.low),
    a.high === null || b.high === null ? null : addExact(a.high, b.high),
    a.loClosed && b.loClosed,
    a.hiClosed && b.hiClosed,
  );
}

export function negate(a: Interval): Interval {
  return new Interval(a.high === null ? null : negateExact(a.high), a.low === null ? null : negateExact(a.low), a.hiClosed, a.loClosed);
}

export const subtract = (a: Interval, b: Interval): Interval => add(a, negate(b));

/** `weight × a`, weight an exact number. */
export function scale(weight: Rational, a: Interval): Interval {
  const direction = sign(weight);
  if (direction === 0) return zero;
  const low = a.low === null ? null : multiplyExact(weight, a.low);
  const high = a.high === null ? null : multiplyExact(weight, a.high);
  return direction > 0 ? new Interval(low, high, a.loClosed, a.hiClosed) : new Interval(high, low, a.hiClosed, a.loClosed);
}

interface End {
  readonly value: Rational | null; // null: unbounded, in the direction of `side`
  readonly side: -1 | 1;
  readonly closed: boolean;
}

function product(a: End, b: End): { value: Rational | null; side: number; closed: boolean } {
  const aZero = a.value !== null && isZero(a.value);
  const bZero = b.value !== null && isZero(b.value);
  if (aZero || bZero) return { value: ZERO, side: 0, closed: (aZero && a.closed) || (bZero && b.closed) || (a.closed && b.closed) };
  const direction = (a.value === null ? a.side : sign(a.value)) * (b.value === null ? b.side : sign(b.value));
  if (a.value === null || b.value === null) return { value: null, side: direction, closed: false };
  return { value: multiplyExact(a.value, b.value), side: direction, closed: a.closed && b.closed };
}

/** All products of a number of `a` and a number of `b`. */
export function multiply(a: Interval, b: Interval): Interval {
  if (a.isPoint) return scale(a.low as Rational, b);
  if (b.isPoint) return scale(b.low as Rational, a);
  const as: End[] = [
    { value: a.low, side: -1, closed: a.loClosed },
    { value: a.high, side: 1, closed: a.hiClosed },
  ];
  const bs: End[] = [
    { value: b.low, side: -1, closed: b.loClosed },
    { value: b.high, side: 1, closed: b.hiClosed },
  ];
  let low: Rational | null | undefined;
  let loClosed = false;
  let high: Rational | null | undefined;
  let hiClosed = false;
  for (const x of as)
    for (const y of bs) {
      const p = product(x, y);
      if (p.value === null) {
        if (p.side < 0) {
          low = null;
          loClosed = false;
        } else {
          high = null;
          hiClosed = false;
        }
        continue;
      }
      if (low !== null) {
        const order = low === undefined ? -1 : compare(p.value, low);
        if (order < 0) {
          low = p.value;
          loClosed = p.closed;
        } else if (order === 0) loClosed = loClosed || p.closed;
      }
      if (high !== null) {
        const order = high === undefined ? 1 : compare(p.value, high);
        if (order > 0) {
          high = p.value;
          hiClosed = p.closed;
        } else if (order === 0) hiClosed = hiClosed || p.closed;
      }
    }
  return new Interval(low ?? null, high ?? null, loClosed, hiClosed);
}

/** True when zero lies inside or is an end, open or closed. */
function touchesZero(a: Interval): boolean {
  return (a.low === null || sign(a.low) <= 0) && (a.high === null || sign(a.high) >= 0);
}

/**
 * All quotients `x / y`, y not zero. A divisor that spans zero gives everything; one that only ends at zero gives a ray;
 * a divisor that is zero and nothing else gives null.
 */
export function divide(a: Interval, b: Interval): Interval | Empty {
  if (b.isPoint) return isZero(b.low as Rational) ? null : scale(divideExact(ONE, b.low as Rational), a);
  if (!touchesZero(b)) {
    const low = b.high === null ? ZERO : divideExact(ONE, b.high);
    const high = b.low === null ? ZERO : divideExact(ONE, b.low);
    return multiply(a, new Interval(low, high, b.high !== null && b.hiClosed, b.low !== null && b.loClosed));
  }
  if (b.low !== null && isZero(b.low)) {
    return multiply(a, new Interval(b.high === null ? ZERO : divideExact(ONE, b.high), null, b.high !== null && b.hiClosed, false));
  }
  if (b.high !== null && isZero(b.high)) {
    return multiply(a, new Interval(null, b.low === null ? ZERO : divideExact(ONE, b.low), false, b.low !== null && b.loClosed));
  }
  return everything;
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  let low = a.low;
  let loClosed = a.loClosed;
  if (low !== null) {
    if (b.low === null) {
      low = null;
      loClosed = false;
    } else {
      const order = compare(b.low, low);
      if (order < 0) {
        low = b.low;
        loClosed = b.loClosed;
      } else if (order === 0) loClosed = loClosed || b.loClosed;
    }
  }
  let high = a.high;
  let hiClosed = a.hiClosed;
  if (high !== null) {
    if (b.high === null) {
      high = null;
      hiClosed = false;
    } else {
      const order = compare(b.high, high);
      if (order > 0) {
        high = b.high;
        hiClosed = b.hiClosed;
      } else if (order === 0) hiClosed = hiClosed || b.hiClosed;
    }
  }
  return new Interval(low, high, loClosed, hiClosed);
}
