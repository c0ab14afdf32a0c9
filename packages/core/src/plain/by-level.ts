import type { LevelId } from "../level.ts";
import type { Amount } from "./amount.ts";
import type { Computed } from "./computed.ts";
import { share } from "./share.ts";
import { total } from "./total.ts";

/** An indicator over the tiers of government: the whole, and what each tier is of it. */
export interface ByLevel<L extends LevelId> {
  readonly total: Computed;
  readonly shares: Readonly<Record<L, Computed>>;
}

/**
 * Total and shares of an indicator by level. A level that is missing leaves total and shares untold; one that has nothing is 0.
 *
 * - Shape: one amount a level; two levels or three, as the day has them.
 * - Throws: KhopError `core/unit-mismatch`, `core/inexact-number`, `core/bad-number`.
 *
 * @example byLevel({ province: 8644, district: 667, commune: 8641 }).shares.district.format("vi") // "3,72 %"
 */
export function byLevel<L extends LevelId>(amounts: Readonly<Record<L, Amount>>): ByLevel<L> {
  const named = Object.entries(amounts) as [L, Amount][];
  const whole = total(named.map(([, amount]) => amount));
  const shares = Object.fromEntries(named.map(([level, amount]) => [level, share(amount, whole)])) as Record<L, Computed>;
  return { total: whole, shares };
}
