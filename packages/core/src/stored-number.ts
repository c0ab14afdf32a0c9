import { Decimal } from "./decimal.ts";
import { formatVi } from "./vi-number.ts";

/** How a spreadsheet shows a number that it keeps. */
export interface StoredFormat {
  /** Digits after the comma: as many at least, and at most; trailing zeros beyond the least are left out. As the program sees fit when left out. */
  readonly decimals?: { readonly least: number; readonly most: number };
  /** A dot between thousands. */
  readonly grouped?: boolean;
  /** Shown times ten to this power: 2 for a percentage, -3 for thousands. */
  readonly shift?: number;
  /** Digits before the comma, at least: 3 shows 007. */
  readonly whole?: number;
}

/** Excel keeps a number in so many digits, and shows so many where the format asks for none. */
const kept = 15;
const general = 10;

/**
 * A number that a spreadsheet keeps, as it shows it, in Vietnamese writing: rounded once, half up, away from zero.
 *
 * What a file stores is a binary fraction in 17 digits (1.005 as 1.0049999999999999); like the program, this looks at 15.
 *
 * @throws when the text is no number.
 * @example formatStored("0.12345", { decimals: { least: 2, most: 2 }, shift: 2 }) // "12,35"
 */
export function formatStored(stored: string, { decimals, grouped = false, shift = 0, whole = 1 }: StoredFormat = {}): string {
  const value = new Decimal(stored).toSignificantDigits(kept).times(new Decimal(10).pow(shift));
  const most = Math.min(decimals?.most ?? Math.max(0, general - Math.max(1, value.e + 1)), 100);
  const least = Math.min(decimals?.least ?? 0, most);
  const rounded = value.toDecimalPlaces(most, Decimal.ROUND_HALF_UP);
  const text = formatVi(rounded.isZero() ? rounded.abs() : rounded, Math.max(least, rounded.decimalPlaces()));
  const [, sign = "", digits = "", rest = ""] = /^(-?)([\d.]*)(.*)$/.exec(grouped ? text : text.replaceAll(".", "")) ?? [];
  return sign + digits.padStart(Math.min(whole, 50), "0") + rest;
}
