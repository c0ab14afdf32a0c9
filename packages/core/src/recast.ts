import { addressKey } from "./address.ts";
import { Checked, type CheckResult, check } from "./check.ts";
import type { Fact } from "./fact.ts";
import type { Indicator } from "./indicator.ts";
import { type Ancestry, ancestry, type Lineage } from "./lineage.ts";
import { type Network, network } from "./network.ts";
import type { OrgUnit } from "./org-unit.ts";
import { daysOf, type Period, type WindowRule } from "./period.ts";
import { total } from "./plain/total.ts";
import type { Quantity } from "./quantity.ts";

/**
 * Why an earlier figure cannot be told of a later unit.
 *
 * `parted`: a part of a unit before went elsewhere. `notAdditive`: figures of several units make none. `missing`: one of them told nothing.
 * `rounded`: rounded figures have more than one sum. `straddles`: units changed in the middle of the later period. `unknownOrigin`: no lineage
 * says where a unit came from, or went. `ended`: there is no such unit in the later period.
 */
export type WhyNotComparable = "parted" | "notAdditive" | "missing" | "rounded" | "straddles" | "unknownOrigin" | "ended";

/** How a figure of a unit stands against one of an earlier period, from before units were changed. */
export interface Comparison {
  readonly orgUnit: string;
  readonly indicator: string;
  readonly members: Readonly<Record<string, string>>;
  /** The earlier period. */
  readonly period: Period;
  readonly is: "recast" | "notComparable";
  readonly why?: WhyNotComparable;
  /** The units that it rests on, or that keep it from being told. */
  readonly of: readonly string[];
}

/** Facts as they are told of a later unit, and what was done to them. */
export interface Recast {
  readonly facts: readonly Fact[];
  readonly comparisons: readonly Comparison[];
}

/** Whose earlier figures are wanted, seen from which period. */
export interface RecastScope {
  readonly unit: OrgUnit;
  readonly period: Period;
  readonly indicators: readonly Indicator[];
  readonly lineage: readonly Lineage[];
  readonly windows?: readonly WindowRule[];
}

/**
 * The facts of a unit and of those it was made of, with every earlier figure put onto the unit as it is in a period: as it was where one unit
 * only was renamed, summed where all were wholly merged into it and all told an exact figure that may be summed, else left out and said.
 *
 * - In a period in which units changed, a flow is the sum of what those before told and what those after did; a stock is that of the last day.
 * - A figure that somebody gave for the unit itself, of when it was not yet, stays as it was given.
 */
export function recast({ unit, period, indicators, lineage, windows }: RecastScope, facts: readonly Fact[]): Recast {
  const { from, to } = daysOf(period, windows);
  const until = unit.validTo !== null && unit.validTo < to ? unit.validTo : to;
  const { ever } = ancestry([unit.id], "", until, lineage);
  const isTouched = lineage.some(({ from: before, into }) => [...before, ...into].includes(unit.id));
  if (!isTouched) return { facts, comparisons: [] };
  const family = new Set(ever);
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const isEarlier = (one: Fact): boolean => daysOf(one.period, windows).to < to;
  const groups = Map.groupBy(
    facts.filter((fact) => family.has(fact.orgUnit) && byId.has(fact.indicator) && isEarlier(fact)),
    ({ indicator, members = {}, period: of }) => addressKey({ indicator, members, period: of }),
  );
  const comparisons: Comparison[] = [];
  const replaced = new Map<string, Fact | null>();
  const standing = new Map<string, ReturnType<typeof standingIn>>();
  for (const group of groups.values()) {
    const [{ indicator: id, members = {}, period: earlier }] = group as [Fact];
    const then = standing.get(earlier.id) ?? standingIn(unit.id, daysOf(earlier, windows), until, lineage);
    standing.set(earlier.id, then);
    const indicator = byId.get(id) as Indicator;
    const made = madeOf(indicator, then, group, { unit: unit.id, from });
    if (made === "same") continue;
    const key = addressKey({ indicator: id, orgUnit: unit.id, period: earlier, members });
    const { of, ...rest } = made;
    replaced.set(key, "quantity" in rest ? { indicator: id, orgUnit: unit.id, period: earlier, members, ...rest } : null);
    const how = "quantity" in rest ? { is: "recast" as const } : { is: "notComparable" as const, why: rest.why };
    comparisons.push({ orgUnit: unit.id, indicator: id, members, period: earlier, ...how, of });
  }
  const kept = facts.filter((fact) => fact.orgUnit !== unit.id || !replaced.has(addressKey({ ...fact, members: fact.members ?? {} })));
  return { facts: [...kept, ...[...replaced.values()].filter((one) => one !== null)], comparisons };
}

/** The units that one was made of, at the end of an earlier period and in the course of it. */
function standingIn(unit: string, days: { readonly from: string; readonly to: string }, until: string, lineage: readonly Lineage[]) {
  const atEnd = ancestry([unit], days.to, until, lineage);
  const within = ancestry(atEnd.orgUnits, days.from, days.to, lineage);
  const day = lineage
    .filter(({ on, into, from }) => on > days.to && on <= until && [...into, ...from].some((one) => atEnd.ever.includes(one)))
    .map(({ on }) => on)
    .sort()
    .at(-1);
  return { atEnd, within, day };
}

type Made =
  | "same"
  | { readonly of: readonly string[]; readonly why: WhyNotComparable }
  | ({ readonly of: readonly string[] } & Pick<Fact, "quantity" | "status">);

function madeOf(
  { kind, additive }: Indicator,
  { atEnd, within, day }: { readonly atEnd: Ancestry; readonly within: Ancestry; readonly day: string | undefined },
  group: readonly Fact[],
  { unit, from }: { readonly unit: string; readonly from: string },
): Made {
  // A stock is what there is on the last day; what came in the course of a period came to all who stood in it.
  const units = kind === "stock" ? atEnd.orgUnits : within.ever;
  const strays = kind === "stock" ? atEnd.strays : [...new Set([...atEnd.strays, ...within.strays])];
  if (strays.length === 0 && units.length === 1 && units[0] === unit) return "same";
  if (!units.includes(unit) && group.some((fact) => fact.orgUnit === unit && fact.quantity !== null)) return "same";
  if (day !== undefined && day > from) return { of: units, why: "straddles" };
  if (strays.length > 0) return { of: strays, why: "parted" };
  const told = units.map((id) => group.find((fact) => fact.orgUnit === id));
  const missing = units.filter((_, i) => !isTold(told[i]));
  if (missing.length > 0) return { of: missing, why: "missing" };
  const facts = (told as Fact[]).filter(({ status }) => status !== "notApplicable");
  const [first] = facts;
  if (units.length === 1 && first !== undefined) return { of: units, quantity: first.quantity, status: first.status ?? "stated" };
  if (!additive) return { of: units, why: "notAdditive" };
  if (first === undefined) return { of: units, quantity: null, status: "notApplicable" };
  const figures = facts.flatMap(({ quantity }) => quantity ?? []);
  if (figures.length === 0) return { of: units, quantity: null, status: "structuralZero" };
  if (!figures.every(isExact)) return { of: units, why: "rounded" };
  return { of: units, quantity: total(figures).quantity, status: "stated" };
}

const isTold = (fact: Fact | undefined): boolean =>
  fact !== undefined && (fact.quantity !== null || fact.status === "structuralZero" || fact.status === "notApplicable");

const isExact = (figure: Quantity): boolean => figure.interval().isPoint;

/**
 * Checks a network, and gives no verdict on what looks at a figure that cannot be compared: it is `unknown`, reason `not-comparable`.
 */
export function checkAcross(given: Network, comparisons: readonly Comparison[]): CheckResult {
  const apart = new Set(
    comparisons
      .filter(({ is }) => is === "notComparable")
      .map(({ indicator, orgUnit, period, members }) => addressKey({ indicator, orgUnit, period, members })),
  );
  if (apart.size === 0) return check(given);
  const looksAt = (cells: Network["cells"]): boolean => cells.some(({ address }) => apart.has(addressKey(address)));
  const untellable = new Set(given.relations.filter(({ cells }) => looksAt(cells)));
  const relations = given.relations.filter((one) => !untellable.has(one));
  const result = check(network({ cells: given.cells, relations, choices: given.choices }));
  const untold = [...untellable].map((relation) => new Checked(relation, { verdict: "unknown", reason: "not-comparable" }));
  return { ...result, checked: [...result.checked, ...untold] };
}
