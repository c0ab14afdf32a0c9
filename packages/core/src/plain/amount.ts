import { Decimal } from "../decimal.ts";
import { KhopError } from "../errors.ts";
import { fromDecimal } from "../internal/rational.ts";
import { Quantity } from "../quantity.ts";
import { comparable, noUnit, type Unit } from "../unit.ts";
import { Computed } from "./computed.ts";

/**
 * What the plain functions reckon with: a whole number, a decimal string with a dot ("20.25"), a Decimal, a Quantity, or what
 * another of them made. `null` is a figure that is missing, which is not zero.
 */
export type Amount = number | string | Decimal | Quantity | Computed | null;

const CANONICAL = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * The exact figure that an amount is; null when it is missing or cannot be told.
 *
 * @throws KhopError `core/inexact-number` for a binary fraction or a number too large to be exact; `core/bad-number` for a string
 * that is no plain decimal.
 */
export function figureOf(amount: Amount): Quantity | null {
  if (amount === null || amount instanceof Quantity) return amount;
  if (amount instanceof Computed) return amount.quantity;
  if (typeof amount === "number" && !Number.isSafeInteger(amount)) {
    throw new KhopError(
      "core/inexact-number",
      `The number ${amount} is no whole number below 2^53, so it is not exact. Write it as a string, "${amount}", or a Decimal.`,
      { value: amount },
    );
  }
  const text = typeof amount === "string" ? amount.trim() : amount.toString();
  if (typeof amount === "string" && !CANONICAL.test(text)) {
    throw new KhopError("core/bad-number", `Cannot read "${amount}" as a decimal. Write it like 1234567.89, or parseVi("1.234.567,89").`, {
      text: amount,
    });
  }
  const value = new Decimal(text);
  if (!value.isFinite()) throw new KhopError("core/bad-number", `${text} is no number to reckon with.`, { text });
  return new Quantity(fromDecimal(value), decimalsOf(text, value), noUnit, 0, true, undefined, undefined);
}

const decimalsOf = (text: string, value: Decimal): number => (text.includes("e") ? value.decimalPlaces() : (text.split(".")[1]?.length ?? 0));

/** How figures of one unit are printed together. */
export interface Manner {
  readonly unit: Unit;
  readonly exponent: number;
  readonly decimals: number;
}

/**
 * The unit, multiplier and decimals of a sum or difference of figures: theirs where they agree, else the base unit.
 *
 * @throws KhopError `core/unit-mismatch` when they cannot be added or compared.
 */
export function mannerOf(figures: readonly (Quantity | null)[]): Manner {
  const stated = figures.filter((one) => one !== null);
  const named = stated.find(({ unit }) => unit.id !== "") ?? stated[0];
  if (named === undefined) return { unit: noUnit, exponent: 0, decimals: 0 };
  const odd = stated.find(({ unit }) => !comparable(unit, named.unit));
  if (odd !== undefined) {
    const info = { left: named.unit.id, right: odd.unit.id };
    throw new KhopError("core/unit-mismatch", `Cannot reckon "${info.left}" together with "${info.right}". Give figures of one unit.`, info);
  }
  const { unit, exponent } = named;
  if (stated.every((one) => one.exponent === exponent && (one.unit.exponent ?? 0) === (unit.exponent ?? 0))) {
    return { unit, exponent, decimals: Math.max(0, ...stated.map(({ decimals }) => decimals)) };
  }
  const { exponent: _, ...base } = unit;
  const finest = Math.max(0, ...stated.map((one) => one.decimals - one.exponent - (one.unit.exponent ?? 0)));
  return { unit: (unit.exponent ?? 0) === 0 ? unit : { ...base, id: baseName(unit, stated) }, exponent: 0, decimals: finest };
}

/** The name of a figure's unit that is its dimension's base (m for km), if one is at hand. */
const baseName = (unit: Unit, figures: readonly Quantity[]): string =>
  figures.find((one) => (one.unit.exponent ?? 0) === 0 && one.unit.id !== "")?.unit.id ?? unit.dimension ?? unit.id;
