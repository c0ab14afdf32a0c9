import { Decimal } from "../decimal.ts";
import { KhopError } from "../errors.ts";
import { fromDecimal } from "../internal/rational.ts";
import { Quantity } from "../quantity.ts";
import { noUnit } from "../unit.ts";
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

const decimalsOf = (text: string, value: Decimal): number =>
  text.includes("e") ? value.decimalPlaces() : (text.split(".")[1]?.length ?? 0);
