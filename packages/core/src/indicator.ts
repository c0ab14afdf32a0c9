import type { Domain } from "./cell.ts";
import { KhopError } from "./errors.ts";
import type { Frequency, WindowRule } from "./period.ts";
import type { Unit } from "./unit.ts";

/** `stock`: how much there is at a moment, never summed over periods. `flow`: how much came in the period. `ratio`: never summed. */
export type IndicatorKind = "stock" | "flow" | "ratio";

/** One value of a breakdown. */
export interface Member {
  readonly id: string;
  readonly vi: string;
  readonly en?: string;
  /** What else reports call it. */
  readonly aka?: readonly string[];
}

/** A dimension that splits an indicator (phân tổ). */
export interface Breakdown {
  readonly id: string;
  readonly vi: string;
  readonly members: readonly Member[];
}

/** What is measured (chỉ tiêu). */
export interface Indicator {
  readonly id: string;
  readonly vi: string;
  readonly en?: string;
  /** What else reports call it: how its figures are found in their prose. */
  readonly aka?: readonly string[];
  readonly unit: Unit;
  /** Power of ten of the multiplier that it is reported in: 9 for tỷ. */
  readonly exponent?: number;
  readonly kind: IndicatorKind;
  /** Whether the figures of lower levels, or of merged units, may be summed. */
  readonly additive: boolean;
  readonly breakdowns?: readonly Breakdown[];
  /** When its figures close, where that is not the report's window. */
  readonly window?: WindowRule;
  /** Which system or register its figures come from; those of one are told together. */
  readonly source?: string;
  /** How often it is told, where that is not with each report: a population comes once a year. */
  readonly frequency?: Frequency;
  /** Which values it may take; from its unit when left out. */
  readonly domain?: Domain;
}

/** Which values a figure of the indicator may take: counts are whole, and nothing but money falls below zero. */
export function domainOf({ unit, domain }: Indicator): Domain {
  if (domain !== undefined) return domain;
  if (unit.kind === "count") return { integer: true, min: 0 };
  return unit.kind === "money" || unit.kind === "point" ? {} : { min: 0 };
}

/**
 * The members of one of an indicator's breakdowns.
 *
 * @throws KhopError `core/not-in-scope` when the indicator is not split so.
 */
export function membersOf(indicator: Indicator, breakdown: string): readonly Member[] {
  const known = indicator.breakdowns ?? [];
  const found = known.find(({ id }) => id === breakdown);
  if (found !== undefined) return found.members;
  const ids = known.map(({ id }) => id);
  throw new KhopError(
    "core/not-in-scope",
    `The indicator "${indicator.id}" has no breakdown "${breakdown}". It has ${ids.map((id) => `"${id}"`).join(", ") || "none"}.`,
    { what: "breakdown", id: breakdown, known: ids },
  );
}
