import type { LevelId } from "./level.ts";
import type { AnyKind, RelationKind } from "./relation.ts";

/** Which orgUnits a place means, from the one that the rule is asked of. `children` are as many cells as there are. */
export type Whose = "self" | "parent" | "children";

/**
 * Which periods a place means. `sinceYearStart` is every period of the same frequency in the year, up to this one; `latest` is the
 * newest period of any frequency, ended by this one's end, that has a fact of the indicator: last year's population, under a month.
 */
export type When = "self" | "previous" | "yearBefore" | "sinceYearStart" | "latest";

/** Addresses of a place, said from the orgUnit and period that the rule is asked of. */
export interface Pattern {
  readonly indicator: string;
  readonly orgUnit?: Whose;
  readonly period?: When;
  /** breakdown → member, fixed. */
  readonly members?: Readonly<Record<string, string>>;
  /** A breakdown of which every member is meant: as many cells as it has members. */
  readonly over?: string;
}

/** What stands at a place of a kind: an address pattern, several, or a plain value that the kind's shape asks for. */
export type RulePlace = Pattern | readonly Pattern[] | string | number | boolean | readonly string[];

/**
 * A kind whose places are address patterns: "for every orgUnit and period: received = Σ over channel".
 *
 * The law itself stays the kind's one expression. Whoever needs it in another form asks `kind.law` with cells of its own at the
 * places, one a pattern: `instantiate` gives cells that hold facts, a compiler gives cells that stand for columns.
 */
export interface Rule {
  readonly id: string;
  readonly kind: AnyKind;
  readonly places: Readonly<Record<string, RulePlace>>;
  /** Only for orgUnits of these levels; for all when left out. */
  readonly levels?: readonly LevelId[];
  /** Where the rule is laid down. */
  readonly source?: string;
}

/** A pattern; short for writing rules. */
export const at = (indicator: string, more: Omit<Pattern, "indicator"> = {}): Pattern => ({ indicator, ...more });

/** Names a rule, with places that are those of its kind. */
export function defineRule<P extends Readonly<Record<string, unknown>>>(
  rule: Omit<Rule, "kind" | "places"> & { readonly kind: RelationKind<P>; readonly places: { readonly [K in keyof P]: RulePlace } },
): Rule {
  return rule as unknown as Rule;
}

export const isPattern = (place: unknown): place is Pattern => typeof place === "object" && place !== null && "indicator" in place;
