import { growth as kind } from "../relations/growth.ts";
import { percent } from "../unit.ts";
import { type Amount, figureOf } from "./amount.ts";
import { type Computed, compute, operand } from "./computed.ts";
import { mannerOf } from "./manner.ts";

/**
 * Tốc độ tăng: 100 × (current − base) ÷ base; below zero when it fell. Not tốc độ phát triển, which is current ÷ base.
 *
 * - Unit: percent; current and base in one unit.
 * - Throws: KhopError `core/unit-mismatch`, `core/inexact-number`, `core/bad-number`.
 *
 * @example growth(110, 100).format("en") // "10.00%"
 */
export function growth(current: Amount, base: Amount): Computed {
  const [now, before] = [figureOf(current), figureOf(base)];
  mannerOf([now, before]);
  return compute(kind, (growth) => ({ growth, current: operand(now), base: operand(before) }), { unit: percent, exponent: 0, decimals: 2 });
}
