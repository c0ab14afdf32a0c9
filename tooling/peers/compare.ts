import { Decimal } from "@khop/core";

/** Two ends of an interval, to be compared at the decimals that the case prints, rounded outwards. */
export class Span {
  readonly lo: Decimal | null;
  readonly hi: Decimal | null;
  constructor(lo: Decimal | null, hi: Decimal | null) {
    this.lo = lo;
    this.hi = hi;
  }
}

/** A value to be compared at the decimals that the case prints. */
export class Rounded {
  readonly value: Decimal;
  constructor(value: Decimal) {
    this.value = value;
  }
}

/** An answer that may come in any order. */
export class Unordered {
  readonly items: readonly unknown[];
  constructor(items: readonly unknown[]) {
    this.items = items;
  }
}

/** Explanations for people; they quote figures that the case does not hold. */
const PROSE = new Set(["why", "note", "otherWeightsRejected"]);

/** Where the answer differs from what is expected, path by path; a question without an answer differs. */
export function differences(expected: unknown, got: unknown, path = "expect"): string[] {
  if (matches(expected, got)) return [];
  if (got instanceof Unordered && Array.isArray(expected)) return unordered(expected, got.items, path);
  if (Array.isArray(expected) && Array.isArray(got) && expected.length === got.length) {
    return expected.flatMap((one, i) => differences(one, got[i], `${path}[${i}]`));
  }
  if (isObject(expected) && isObject(got)) {
    return Object.entries(expected)
      .filter(([key]) => !PROSE.has(key))
      .flatMap(([key, one]) => (key in got ? differences(one, got[key], `${path}.${key}`) : [`${path}.${key}: nothing answers this`]));
  }
  return [`${path}: expected ${show(expected)}, got ${show(got)}`];
}

function matches(expected: unknown, got: unknown): boolean {
  if (expected === got) return true;
  if (got instanceof Span && Array.isArray(expected)) return atEnd(expected[0], got.lo, FLOOR) && atEnd(expected[1], got.hi, CEIL);
  if (got instanceof Rounded) return isNumeric(expected) && got.value.toDecimalPlaces(places(expected)).equals(expected);
  if (got instanceof Decimal) return isNumeric(expected) && got.equals(expected);
  return false;
}

function unordered(expected: readonly unknown[], got: readonly unknown[], path: string): string[] {
  const left = [...got];
  for (const one of expected) {
    const at = left.findIndex((other) => differences(one, other).length === 0);
    if (at < 0) return [`${path}: expected ${show(expected)}, got ${show(got)}`];
    left.splice(at, 1);
  }
  return left.length === 0 ? [] : [`${path}: also got ${show(left)}`];
}

const CEIL = 2;
const FLOOR = 3;

function atEnd(expected: unknown, end: Decimal | null, rounding: 2 | 3): boolean {
  if (end === null) return expected === null;
  return isNumeric(expected) && end.toDecimalPlaces(places(expected), rounding).equals(expected);
}

const isNumeric = (value: unknown): value is string | number =>
  (typeof value === "string" || typeof value === "number") && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(String(value));
const places = (text: string | number): number => String(text).split(".")[1]?.length ?? 0;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Decimal);

export function show(value: unknown): string {
  return (
    JSON.stringify(value, (_, one) =>
      one instanceof Unordered ? one.items : one instanceof Rounded ? one.value : one instanceof Decimal ? one.toString() : one,
    ) ?? "nothing"
  );
}
