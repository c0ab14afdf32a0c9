import { difference as kind } from "../relations/difference.ts";
import { percentagePoint } from "../unit.ts";
import { type Amount, figureOf } from "./amount.ts";
import { type Computed, compute, operand } from "./computed.ts";
import { mannerOf } from "./manner.ts";

/**
 * Current less base; below zero when it fell.
 *
 * - Unit: that of both figures; of two percentages, percentage points.
 * - Throws: KhopError `core/unit-mismatch`, `core/inexact-number`, `core/bad-number`.
 *
 * @example difference(share(98, 100), share(97, 100)).format("vi") // "1,00 điểm %"
 */
export function difference(current: Amount, base: Amount): Computed {
  const [now, before] = [figureOf(current), figureOf(base)];
  const manner = mannerOf([now, before]);
  const points = manner.unit.kind === "percent" ? { ...manner, unit: percentagePoint } : manner;
  return compute(kind, (difference) => ({ difference, current: operand(now), base: operand(before) }), points);
}
