import { Quantity } from "../quantity.ts";
import { isZero, multiply, powerOfTen, type Rational, scaled, sign } from "./rational.ts";

/** How a wrong figure came from the right one, as far as can be told. */
export type Edit =
  | "substitution"
  | "transposition"
  | "omission"
  | "insertion"
  | "separator"
  | "turn"
  | "multiplier"
  | "neighbour"
  | "twoKeystrokes"
  | "arbitrary";

/**
 * Cost of an edit: −log P(kind of slip) − log P(which of its variants). A turn is a rise told as a fall, or the other way round;
 * a multiplier is triệu for tỷ.
 *
 * Source: CHECK 2.4, starting values; a turn and a multiplier, of which it does not speak, as an omission.
 */
export const COST = {
  transposition: 1.1,
  omission: 1.6,
  insertion: 1.6,
  separator: 1.3,
  turn: 1.6,
  multiplier: 1.6,
  neighbour: 2,
  twoKeystrokes: 6,
  arbitrary: 9,
  further: 6,
  worked: 0.8,
} as const;

const ONE_KEYSTROKE: ReadonlySet<Edit> = new Set([
  "substitution",
  "transposition",
  "omission",
  "insertion",
  "separator",
  "turn",
  "multiplier",
]);
export const isOneKeystroke = (edit: Edit): boolean => ONE_KEYSTROKE.has(edit);

/** Another figure in place of a printed one. */
export interface Variant {
  readonly quantity: Quantity;
  readonly edit: Edit;
  readonly cost: number;
}

const known = new WeakMap<Quantity, readonly Variant[]>();

/** Every figure one slip away from the printed one, the cheapest first; each value once. */
export function variantsOf(printed: Quantity): readonly Variant[] {
  const before = known.get(printed);
  if (before !== undefined) return before;
  const variants = allVariants(printed);
  known.set(printed, variants);
  return variants;
}

/** Nobody types a longer number, and each of its digits could have slipped. */
const LONGEST = 60;

function allVariants(printed: Quantity): Variant[] {
  const variants = new Map<string, Variant>();
  const { digits, decimals } = digitsOf(printed);
  if (digits.length > LONGEST) return [];
  const offer = (text: string, scale: number, edit: Edit, cost: number): void => {
    const key = `${text.replace(/^0+(?=\d)/, "")} ${scale}`;
    const before = variants.get(key);
    if (before !== undefined && cost >= before.cost) return;
    variants.set(key, { quantity: withDigits(printed, text, scale, decimals), edit, cost });
  };
  const whole = digits.length - decimals;
  const natural = (text: string): boolean => text.length - decimals <= 1 || text[0] !== "0";
  for (const [edit, texts] of slips(digits, whole)) {
    const kept = texts.filter(natural);
    const cost =
      (edit === "substitution" ? 0 : COST[edit]) + Math.log(Math.max(1, edit === "substitution" ? 9 * digits.length : texts.length));
    for (const text of kept) if (text !== digits) offer(text, decimals, edit, cost);
  }
  for (const [text, scale] of separated(digits, decimals)) offer(text, scale, "separator", COST.separator);
  variants.delete(`${digits.replace(/^0+(?=\d)/, "")} ${decimals}`);
  return [...variants.values()].sort((a, b) => a.cost - b.cost);
}

/** Farther off, a figure is soon lost in the rounding of those beside it. */
const NEXT = [-3, 3];

/** The same digits with the next word up or down behind them: thousands, millions, billions; none for what is counted one by one. */
export function otherMultipliers(printed: Quantity): Variant[] {
  if (printed.exponent === 0) return [];
  return NEXT.filter((by) => printed.exponent + by > 0).map((by) => {
    const value = multiply(printed.stated, by > 0 ? powerOfTen(by) : scaled("1", -by));
    return { quantity: restated(printed, value, printed.decimals - by), edit: "multiplier", cost: COST.multiplier };
  });
}

type Slip = "substitution" | "transposition" | "omission" | "insertion";

/** Digit strings one slip away; a slip keeps the number of decimals, so digits come and go before the separator only. */
function slips(digits: string, whole: number): [Slip, string[]][] {
  const substitution: string[] = [];
  const transposition: string[] = [];
  const omission: string[] = [];
  const insertion: string[] = [];
  const spliced = (at: number, gone: number, put: string): string => digits.slice(0, at) + put + digits.slice(at + gone);
  for (let i = 0; i < digits.length; i++) {
    for (const digit of "0123456789") if (digit !== digits[i]) substitution.push(spliced(i, 1, digit));
    if (i + 1 < digits.length && i + 1 !== whole) transposition.push(spliced(i, 2, `${digits[i + 1]}${digits[i]}`));
    if (i < whole && whole > 1) insertion.push(spliced(i, 1, ""));
  }
  for (let i = 0; i <= whole; i++) for (const digit of "0123456789") omission.push(spliced(i, 0, digit));
  return [
    ["substitution", substitution],
    ["transposition", transposition],
    ["omission", omission],
    ["insertion", insertion],
  ];
}

/**
 * Readings with another separator: 4,762 as 4.762 and back; 432,7 that lost its comma, 1.234 whose point slipped to 12.34, 48,24 whose comma
 * slipped to 482,4; the two digits beside the comma swapped.
 */
function separated(digits: string, decimals: number): [digits: string, decimals: number][] {
  const whole = digits.length - decimals;
  const readings: [string, number][] = [];
  if (decimals === 3 && whole <= 3 && digits[0] !== "0") readings.push([digits, 0]);
  if (decimals === 0 && digits.length >= 4 && digits.length <= 6) readings.push([digits, 3]);
  if (decimals === 0 && digits.length >= 2) readings.push([digits, 1]);
  if (decimals === 0 && digits.length >= 3) readings.push([digits, 2]);
  if ((decimals === 1 || decimals === 2) && digits.length >= 4) readings.push([digits, 0]);
  if (decimals > 0 && whole >= 2) readings.push([digits, decimals + 1]);
  if (decimals > 1) readings.push([digits, decimals - 1]);
  if (decimals > 0) readings.push([digits.slice(0, whole - 1) + digits[whole] + digits[whole - 1] + digits.slice(whole + 1), decimals]);
  return readings;
}

interface Digits {
  readonly digits: string;
  readonly decimals: number;
}

const written = new WeakMap<Quantity, Digits>();

/** The printed digits without sign and separators, "0,74" as 074, and how many of them are decimals. */
function digitsOf(printed: Quantity): Digits {
  const before = written.get(printed);
  if (before !== undefined) return before;
  const decimals = Math.max(0, printed.decimals, printed.value.decimalPlaces());
  const found = { digits: printed.value.abs().toFixed(decimals).replace(".", ""), decimals };
  written.set(printed, found);
  return found;
}

function withDigits(printed: Quantity, digits: string, decimals: number, own: number): Quantity {
  const negative = sign(printed.stated) < 0;
  return restated(printed, scaled(negative ? `-${digits}` : digits, decimals), own === decimals ? printed.decimals : decimals);
}

/** The same figure with another value, in the printed unit. */
export function restated(printed: Quantity, value: Rational, decimals = printed.decimals): Quantity {
  return new Quantity(value, decimals, printed.unit, printed.exponent, printed.exact, printed.hedge, undefined, printed.set);
}

/** Whether so many slips at most lead from one figure to the other. */
export function keystrokesApart(a: Quantity, b: Quantity, most: number): boolean {
  const left = digitsOf(a).digits;
  const right = digitsOf(b).digits;
  const typed = left.length <= LONGEST && right.length <= LONGEST && Math.abs(left.length - right.length) <= most;
  return typed && sign(a.stated) * sign(b.stated) >= 0 && (most === 1 ? isOneApart(left, right) : distance(left, right) <= most);
}

/** Whether the distance is one at most, found in one pass: what follows the first digit that differs must be the same. */
function isOneApart(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (a.length !== b.length) return a.length > b.length ? a.slice(at + 1) === b.slice(at) : a.slice(at) === b.slice(at + 1);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Optimal string alignment: substitutions, insertions, deletions, swaps of neighbours. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      (rows[i] as number[])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swap);
    }
  }
  return at(a.length, b.length);
}

/** One unit of the last printed place, in the base unit. */
export function stepOf(printed: Quantity): Rational {
  const places = printed.decimals - printed.exponent - (printed.unit.exponent ?? 0);
  return places <= 0 ? powerOfTen(-places) : scaled("1", places);
}

/** A value of the base unit in the printed unit. */
export function toPrinted(printed: Quantity, base: Rational): Rational {
  const shift = printed.exponent + (printed.unit.exponent ?? 0);
  return shift === 0 || isZero(base) ? base : multiply(base, shift > 0 ? scaled("1", shift) : powerOfTen(-shift));
}
