import { Decimal } from "./decimal.ts";
import { KhopError } from "./errors.ts";

/** A number as it is written: `digits × 10^-scale`. The scale keeps trailing zeros, for they carry precision. */
export interface Numeral {
  readonly digits: string;
  readonly scale: number;
  /** `vi`: 1.234,5; `en`: 1,234.5 or 1.5; `plain`: digits alone, which both share. */
  readonly style: "vi" | "en" | "plain";
}

const GROUPED_VI = /^\d{1,3}(?:\.\d{3})+(?:,(\d+))?$/;
const DECIMAL_VI = /^\d+,(\d+)$/;
const GROUPED_EN = /^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$|^\d{1,3}(?:,\d{3})+\.(?:\d+)$/;
const DECIMAL_EN = /^\d+\.(\d+)$/;
const PLAIN = /^\d+$/;

/**
 * Reads a number as Vietnamese writes it: a dot between thousands, a comma before decimals, any length, no rounding.
 *
 * `1.234.567,89`, `1234567,89` and `1234567` are read so; a dot that cannot stand between thousands (`85.3`) is a decimal point,
 * and two commas between groups of three (`1,234,567`) are thousands. `4,762` is 4.762 with three decimals: what else it could
 * mean is for {@link otherReading}. Null when the text is no number.
 */
export function readNumeral(text: string): Numeral | null {
  const negative = text.startsWith("-") || text.startsWith("−");
  const body = negative || text.startsWith("+") ? text.slice(1) : text;
  const sign = negative ? "-" : "";
  if (PLAIN.test(body)) return { digits: sign + body, scale: 0, style: "plain" };
  const grouped = GROUPED_VI.exec(body);
  if (grouped) return { digits: sign + body.replace(/[.,]/g, ""), scale: grouped[1]?.length ?? 0, style: "vi" };
  const decimal = DECIMAL_VI.exec(body);
  if (decimal) return { digits: sign + body.replace(",", ""), scale: (decimal[1] as string).length, style: "vi" };
  if (GROUPED_EN.test(body)) {
    const dot = body.indexOf(".");
    return { digits: sign + body.replace(/[.,]/g, ""), scale: dot < 0 ? 0 : body.length - dot - 1, style: "en" };
  }
  const english = DECIMAL_EN.exec(body);
  if (english) return { digits: sign + body.replace(".", ""), scale: (english[1] as string).length, style: "en" };
  return null;
}

/** The number read with the separator's other meaning: `4,762` as 4762, `4.762` as 4,762; null where there is none. */
export function otherReading(text: string): Numeral | null {
  if (/^\d{1,3},\d{3}$/.test(text)) return { digits: text.replace(",", ""), scale: 0, style: "en" };
  if (/^\d{1,3}\.\d{3}$/.test(text)) return { digits: text.replace(".", ""), scale: 3, style: "en" };
  return null;
}

/**
 * The exact value of a number in Vietnamese writing.
 *
 * @throws KhopError `core/bad-number` when the text is no number.
 * @example parseVi("1.234.567,89").toString() // "1234567.89"
 */
export function parseVi(text: string): Decimal {
  const numeral = readNumeral(text.trim());
  if (numeral === null) {
    throw new KhopError("core/bad-number", `Cannot read "${text}" as a number. Write it like 1.234.567,89.`, { text });
  }
  return new Decimal(`${numeral.digits}e-${numeral.scale}`);
}

/**
 * A number in Vietnamese writing, with a dot between thousands and a comma before decimals.
 *
 * @param decimals digits after the comma (rounded half up, away from zero); as many as the value has when left out.
 * @example formatVi("18908.5", 2) // "18.908,50"
 */
export function formatVi(value: Decimal | string | number, decimals?: number): string {
  const number = new Decimal(value);
  const text = decimals === undefined ? number.toFixed() : number.toFixed(decimals, Decimal.ROUND_HALF_UP);
  const negative = text.startsWith("-");
  const [whole = "", fraction] = (negative ? text.slice(1) : text).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return (negative ? "-" : "") + grouped + (fraction === undefined ? "" : `,${fraction}`);
}
