import { Decimal } from "../decimal.ts";
import { KhopError } from "../errors.ts";
import { fromDecimal } from "../internal/rational.ts";
import { multiplierName, Quantity, type Rounding } from "../quantity.ts";
import type { Language } from "../relation.ts";
import { formatVi, readNumeral } from "../vi-number.ts";
import type { Manner } from "./manner.ts";

export interface FormatOptions {
  /** Digits after the separator: 2 for a share or a rate of growth, else as many as the figures have. */
  readonly decimals?: number;
  /** `half-up`, away from zero, unless given. */
  readonly rounding?: Exclude<Rounding, "any-half">;
}

const ROUNDINGS = {
  "half-up": Decimal.ROUND_HALF_UP,
  "half-even": Decimal.ROUND_HALF_EVEN,
  truncate: Decimal.ROUND_DOWN,
  floor: Decimal.ROUND_FLOOR,
  ceiling: Decimal.ROUND_CEIL,
} as const;

const ENGLISH_MULTIPLIERS = new Map([
  [0, ""],
  [2, "hundred"],
  [3, "thousand"],
  [6, "million"],
  [9, "billion"],
  [12, "trillion"],
]);

/** A value in print, rounded once: "24,34 %", "0,83 điểm %", "20,25 tỷ đồng"; in English "24.34%", "0.83 pp", "20.25 billion đồng". */
export function print(value: Decimal, { unit, exponent, decimals }: Manner, language: Language, options: FormatOptions): string {
  const rounded = value.toDecimalPlaces(options.decimals ?? decimals, ROUNDINGS[options.rounding ?? "half-up"]);
  const text = formatVi(rounded.isZero() ? rounded.abs() : rounded, options.decimals ?? decimals);
  if (language === "vi") return [text, multiplierName(exponent), unit.id].filter((part) => part !== "").join(" ");
  const number = text.replace(/[.,]/g, (sign) => (sign === "." ? "," : "."));
  if (unit.kind === "percent") return `${number}%`;
  const words = [ENGLISH_MULTIPLIERS.get(exponent) ?? multiplierName(exponent), unit.kind === "point" ? "pp" : unit.id];
  return [number, ...words].filter((part) => part !== "").join(" ");
}

const FIGURE = /^([+\-−]?\d[\d.,]*)\s*(.*)$/;

/** A printed text as a figure of the given manner; what stands after the number is not looked at. */
export function readPrint(text: string, { unit, exponent }: Manner, language: Language): Quantity {
  const [, number = ""] = FIGURE.exec(text.trim()) ?? [];
  const numeral = language === "vi" ? readNumeral(number) : readNumeral(number.replace(/[.,]/g, (sign) => (sign === "." ? "," : ".")));
  if (numeral === null) throw new KhopError("core/bad-number", `Cannot read "${text}" as a figure. Write it like 24,34 %.`, { text });
  const exact = unit.kind === "count" && exponent === 0 && numeral.scale === 0;
  return new Quantity(fromDecimal(`${numeral.digits}e-${numeral.scale}`), numeral.scale, unit, exponent, exact, undefined, undefined);
}
