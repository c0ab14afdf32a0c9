import { total as kind } from "../relations/total.ts";
import { type Amount, figureOf } from "./amount.ts";
import { Computed, compute, operand } from "./computed.ts";
import { mannerOf } from "./manner.ts";

/**
 * The sum of the parts; a part that is missing leaves the total untold, and so does having no part at all.
 *
 * - Unit: that of the parts, which is one.
 * - Throws: KhopError `core/unit-mismatch`, `core/inexact-number`, `core/bad-number`.
 *
 * @example total([4603, 14205, 100]).format("vi") // "18.908"
 */
export function total(parts: readonly Amount[]): Computed {
  const figures = parts.map(figureOf);
  const manner = mannerOf(figures);
  if (figures.length === 0) return new Computed(null, "missing-operand", manner, () => "unknown");
  return compute(kind, (total) => ({ total, parts: figures.map(operand) }), manner);
}
