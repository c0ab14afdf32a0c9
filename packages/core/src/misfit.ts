import type { Domain } from "./cell.ts";
import { compare, fromDecimal, isInteger } from "./internal/rational.ts";
import type { Quantity } from "./quantity.ts";

/** Why a figure cannot be what it is taken for. */
export type Misfit = "notWhole" | "below" | "above";

/** How a stated figure falls outside a domain, whatever unit and multiplier it is printed in; undefined where it does not. */
export function misfitOf({ base }: Quantity, { integer, min, max }: Domain): Misfit | undefined {
  if (integer === true && !isInteger(base)) return "notWhole";
  if (min !== undefined && compare(base, fromDecimal(min)) < 0) return "below";
  if (max !== undefined && compare(base, fromDecimal(max)) > 0) return "above";
  return undefined;
}
