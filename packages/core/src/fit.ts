import { type Cell, cellWith } from "./cell.ts";
import { check } from "./check.ts";
import { Decimal } from "./decimal.ts";
import { keystrokesApart } from "./internal/keystrokes.ts";
import { add as addExact, compare } from "./internal/rational.ts";
import { add, contains, meets } from "./interval.ts";
import { isOneSlipAway } from "./locate.ts";
import { network } from "./network.ts";
import { gapOf, outcome, statedInterval } from "./outcome.ts";
import { type Quantity, quantity } from "./quantity.ts";
import { type AnyKind, relateTrusted, type Verdict } from "./relation.ts";
import { share as shareKind } from "./relations/share.ts";
import { percent } from "./unit.ts";

/**
 * Whether cells keep a kind's law as they stand: the verdict of a reading that is only being tried.
 *
 * For sources that look for the reading that fits; {@link check} gives the same verdict once it is adopted.
 */
export function fit(kind: AnyKind, places: Readonly<Record<string, unknown>>): Verdict {
  return outcome(relateTrusted(kind, places)).verdict;
}

/**
 * Whether parts can add up to a total, tried many times on runs of figures: the same answer as {@link fit} of a `total` that
 * holds outright, without building one. `roundly` also takes a round total for one that was rounded (635.000 for 635.100).
 */
export function sumFits(total: Quantity, parts: readonly Quantity[], roundly = false): boolean {
  if (roundly && total.isRound) return meets(total.rounded, parts.map(statedInterval).reduce(add));
  const spread = statedInterval;
  let near = -total.approximate;
  let slack = total.slack;
  for (const part of parts) {
    near += part.approximate;
    slack += part.slack;
  }
  // Doubles only reject what is far off; what is near is decided exactly.
  if (Math.abs(near) > slack * 1.000001 + Math.abs(total.approximate) * 1e-9 + 1e-9) return false;
  let sum = spread(parts[0] as Quantity);
  for (let i = 1; i < parts.length; i++) sum = add(sum, spread(parts[i] as Quantity));
  return meets(spread(total), sum);
}

/** Whether parts, as they are said, come to the total: each off by half its last significant digit at most, whatever room their hedges leave. */
export function sumIsNear(total: Quantity, parts: readonly Quantity[]): boolean {
  const [first, ...others] = parts.map(({ base }) => base);
  return first !== undefined && contains(total.asSaid(parts.length + 1), others.reduce(addExact, first));
}

/** Whether parts make more than a total under every reading of their digits: more than a list that names only some parts could. */
export function sumExceeds(total: Quantity, parts: readonly Quantity[]): boolean {
  const { high } = statedInterval(total);
  const { low } = parts.map(statedInterval).reduce(add);
  return high !== null && low !== null && compare(low, high) > 0;
}

/** Whether `current` is `base` risen, or fallen, by `change`: the same answer as {@link fit} of a `difference` that holds outright. */
export function changeFits(change: Quantity, current: Quantity, base: Quantity, falls: boolean): boolean {
  return falls ? sumFits(base, [current, change]) : sumFits(current, [base, change]);
}

/**
 * Whether a part is its share of a whole, tried many times: the same answer as {@link fit} of a `share` of counts that are not
 * round, without building one for what no rounding could mend. Round counts are taken as they stand where that is far off.
 */
export function shareFits(share: Cell | null, part: Cell | null, whole: Cell | null): Verdict {
  const [said, of, base] = [share?.quantity, part?.quantity, whole?.quantity];
  if (!said || !of || !base) return "unknown";
  if (isFarFromShare(said, of, base)) return "violated";
  return fit(shareKind, { share, parts: [part], whole });
}

/** Doubles only reject what is far off; of nothing there is no share. */
function isFarFromShare(share: Quantity, part: Quantity, whole: Quantity): boolean {
  if (whole.approximate - whole.slack <= 0) return false;
  const loosest = (share.slack + 10 ** -share.decimals) * 2 + 0.001;
  const [least, most] = [whole.approximate - whole.slack, whole.approximate + whole.slack];
  return (
    (share.approximate + loosest) * most < 100 * (part.approximate - part.slack) * 0.999 ||
    (share.approximate - loosest) * least > 100 * (part.approximate + part.slack) * 1.001
  );
}

const HUNDRED_PERCENT = quantity({ value: "100", unit: percent, exact: true });

/** Whether percentages can make exactly 100: the same answer as {@link fit} of a `composition` that holds outright. */
export const hundredFits = (shares: readonly Quantity[]): boolean => sumFits(HUNDRED_PERCENT, shares);

/** Cells whose intervals leave no doubt which is the larger: −1, 0 when they meet, 1. */
export function orderOf(a: Cell, b: Cell): number {
  if (a.quantity === null || b.quantity === null) return 0;
  const order = a.quantity.approximate - b.quantity.approximate;
  return meets(a.quantity.interval(), b.quantity.interval()) ? 0 : Math.sign(order);
}

/** How far a relation may be broken, as a fraction of what its focus states. */
const REACH = { close: 0.03, tenth: 0.1, some: 0.15, double: 0.5 } as const;

/**
 * Whether a broken relation is broken by little, or by what one slip of a key would mend: what tells a slip from figures that have
 * nothing to do with each other.
 *
 * @param within `slip` also accepts what one slip in any one figure would mend, however far off; `tenth`, `some` and `double` only look at
 * the distance (small numbers are one slip away from nearly anything).
 */
export function near(kind: AnyKind, places: Readonly<Record<string, unknown>>, within: "slip" | "tenth" | "some" | "double"): boolean {
  const relation = relateTrusted(kind, places);
  const stated = Math.abs(relation.focus.quantity?.approximate ?? 0);
  const gap = gapOf(relation);
  const { exponent = 0, unit } = relation.focus.quantity ?? {};
  const off = gap === null ? Number.POSITIVE_INFINITY : Math.abs(Number(gap) * 10 ** (exponent + (unit?.exponent ?? 0)));
  if (off <= stated * REACH[within === "slip" ? "close" : within]) return true;
  if (within !== "slip") return false;
  return isOneSlipAway(check(network({ relations: [relation] })));
}

/** Whether relations that are broken together would all hold again after one slip of a key in one figure. */
export function isOneSlipOff(readings: readonly { readonly kind: AnyKind; readonly places: Readonly<Record<string, unknown>> }[]): boolean {
  return isOneSlipAway(check(network({ relations: readings.map(({ kind, places }) => relateTrusted(kind, places)) })));
}

const MULTIPLIERS = [3, -3];

/** Whether a relation would hold if one of its figures, its focus unless told, were printed with another multiplier: triệu for tỷ, nghìn for triệu. */
export function isMultiplierSlip(kind: AnyKind, places: Readonly<Record<string, unknown>>, of?: Cell): boolean {
  const cell = of ?? relateTrusted(kind, places).focus;
  const { quantity: said } = cell;
  if (said === null) return false;
  return MULTIPLIERS.filter((by) => said.exponent + by >= 0).some((by) => {
    const { value, unit, exponent, decimals } = said;
    const other = cellWith(cell, quantity({ value: value.toFixed(), unit, exponent: exponent + by, decimals, exact: false }));
    const instead = (one: unknown): unknown => (Array.isArray(one) ? one.map(instead) : one === cell ? other : one);
    return fit(kind, Object.fromEntries(Object.entries(places).map(([place, one]) => [place, instead(one)]))) === "holds";
  });
}

/**
 * A figure with its decimal comma farther to the left: 173 thousand with one place is 17,3 thousand, 682,2 is 68,22.
 *
 * @param places digits more behind the comma, 1 or more.
 */
export function withComma({ value, unit, exponent, decimals }: Quantity, places: number): Quantity {
  const behind = places + Math.max(0, decimals);
  return quantity({ value: value.div(Decimal.pow(10, places)).toFixed(behind), unit, exponent, decimals: behind, exact: false });
}

/** So many times as a percentage: 0,31 lần is 31 %. */
export function asPercent({ value, decimals }: Quantity): Quantity {
  return quantity({ value: value.times(100).toFixed(), unit: percent, decimals: decimals - 2 });
}

/** Whether one figure is the other after one slip of a key: 14.358 and 13.458, with as many decimals; or with its comma elsewhere, 48,24 and 482,4. */
export function isSlipOf(a: Quantity, b: Quantity): boolean {
  return a.exponent === b.exponent && keystrokesApart(a, b, a.decimals === b.decimals ? 1 : 0);
}
