import { share as kind } from "../relations/share.ts";
import { percent } from "../unit.ts";
import { type Amount, figureOf } from "./amount.ts";
import { type Computed, compute, operand } from "./computed.ts";
import { mannerOf } from "./manner.ts";

/**
 * 100 × part ÷ whole.
 *
 * - Unit: percent 0–100; part and whole in one unit.
 * - Throws: KhopError `core/unit-mismatch`, `core/inexact-number`, `core/bad-number`.
 *
 * @example share(4603, 18908).format("vi") // "24,34 %"
 */
export function share(part: Amount, whole: Amount): Computed {
  const [above, below] = [figureOf(part), figureOf(whole)];
  mannerOf([above, below]);
  return compute(kind, (share) => ({ share, parts: [operand(above)], whole: operand(below) }), { unit: percent, exponent: 0, decimals: 2 });
}
