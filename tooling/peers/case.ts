import {
  type Cell,
  cellOf,
  Decimal,
  type Interval,
  intervalOf,
  noUnit,
  type Quantity,
  quantity,
  type Rounding,
  type Unit,
  type Verdict,
} from "@khop/core";

/** One case of a file of peer cases: what kind it is, what goes in, what is expected. */
export interface PeerCase {
  readonly id: string;
  readonly kind: string;
  readonly expect: unknown;
  readonly [key: string]: unknown;
}

/** Answers a case: everything that its `expect` may ask for, by the same names. */
export type Adapter = (peer: PeerCase) => unknown;

/** A case that the adapter cannot put to core; never a pass. */
export class NotUnderstood extends Error {}

export type Printed = string | null | { readonly value: string; readonly decimals?: number | "INF" };

/** The cell of a figure: exact unless it says with how many decimals it was rounded. */
export function figure(id: string, printed: Printed | undefined, more: Partial<Cell> = {}): Cell {
  if (printed === null || printed === undefined) return cellOf({ id, ...more });
  return cellOf({ id, quantity: stated(printed), ...more });
}

export function stated(printed: string | { value: string; decimals?: number | "INF" }): Quantity {
  const { value, decimals = "INF" } = typeof printed === "string" ? { value: printed } : printed;
  return decimals === "INF" ? quantity({ value, exact: true }) : rounded(value, decimals);
}

/** A printed figure that was rounded at its last decimal, or at the one given. */
export function rounded(value: string, decimals?: number, unit: Unit = noUnit): Quantity {
  return quantity({ value, unit, exact: false, ...(decimals === undefined ? {} : { decimals }) });
}

export const decimalsOf = (printed: string): number => new Decimal(printed).decimalPlaces() || (printed.split(".")[1]?.length ?? 0);

const MODES: Record<string, Rounding> = {
  round: "any-half",
  "any-half": "any-half",
  "half-up|half-down": "any-half",
  "half-down|half-up": "any-half",
  "half-up": "half-up",
  "half-even": "half-even",
  truncate: "truncate",
  truncation: "truncate",
  floor: "floor",
  ceiling: "ceiling",
};

export function roundingOf(mode: unknown): Rounding {
  const rounding = MODES[String(mode ?? "round")];
  if (rounding === undefined) throw new NotUnderstood(`rounding mode "${mode}"`);
  return rounding;
}

/** Core's verdicts in the peers' words. */
export function verdictWord(verdict: Verdict): string {
  return verdict === "violated" ? "violates" : verdict === "unknown" ? "unverifiable" : "holds";
}

export const worst = (verdicts: readonly Verdict[]): Verdict =>
  (["violated", "unknown", "truncated", "holds"] as const).find((verdict) => verdicts.includes(verdict)) ?? "holds";

export interface Ends {
  lo: Decimal | null;
  hi: Decimal | null;
  loClosed: boolean;
  hiClosed: boolean;
}

export const ends = (interval: Interval): Ends => ({
  lo: interval.lo,
  hi: interval.hi,
  loClosed: interval.loClosed,
  hiClosed: interval.hiClosed,
});

export function fromEnds(given: unknown): Interval {
  const { lo, hi, loClosed, hiClosed } = given as { lo: string | null; hi: string | null; loClosed?: boolean; hiClosed?: boolean };
  return intervalOf(lo, hi, loClosed ?? lo !== null, hiClosed ?? hi !== null);
}
