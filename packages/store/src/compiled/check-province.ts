import {
  ancestry,
  check,
  checkAcross,
  compile,
  daysOf,
  type Fact,
  type Indicator,
  instantiate,
  type Lineage,
  network,
  type OrgUnit,
  type Period,
  period as periodNamed,
  type Reason,
  type Relation,
  type Rule,
  recast,
  type Scope,
  type Verdict,
  type WindowRule,
} from "@khop/core";
import type { Store } from "../database/open.ts";
import { readFacts } from "../facts/read-facts.ts";
import { lineageOf } from "../lineage.ts";
import { readOrgUnits } from "../org-units.ts";
import { looksAtLatest, looksBack } from "./looks-back.ts";
import { periodsOf } from "./periods.ts";
import { runCompiled, unitsOf } from "./run.ts";

/** What rules are asked of a province, in one period. */
export interface ProvinceCheck {
  readonly province: string;
  readonly period: Period;
  readonly indicators: readonly Indicator[];
  readonly rules: readonly Rule[];
  readonly absent?: NonNullable<Scope["absent"]>;
  readonly windows?: readonly WindowRule[];
}

/** The verdict of one rule on one unit, taken for itself. */
export interface CheckedRule {
  readonly rule: string;
  readonly orgUnit: string;
  readonly verdict: Verdict;
  readonly reason?: Reason;
  /** The database left it to memory. */
  readonly apart?: true;
}

/**
 * Every verdict of the rules on the units of a province: set-based, in the database, where their laws allow it; in memory the few that hang on
 * whole numbers beside missing ones, laws of another form, and what looks back to before a unit was merged, split or renamed.
 */
export async function checkProvince(store: Pick<Store, "db">, asked: ProvinceCheck): Promise<readonly CheckedRule[]> {
  const { province, period, rules } = asked;
  const { sql: query, left } = compile(rules, asked);
  const rows = await runCompiled(store, query, unitsOf(province), { province, periods: periodsOf(period) });
  const orgUnits = await readOrgUnits(store, province);
  const lineage = await lineageOf(store, province, orgUnits);
  const changed = changedUnits(orgUnits, lineage, asked);
  const leftIds = new Set(left.map(({ id }) => id));
  const backIds = new Set(rules.filter(looksBack).map(({ id }) => id));
  const key = (rule: string, orgUnit: string): string => `${rule}|${orgUnit}`;
  const isOfMemory = (rule: string, orgUnit: string): boolean => leftIds.has(rule) || (backIds.has(rule) && changed.has(orgUnit));
  const apart = new Set(rows.filter((row) => row.apart).map(({ rule, org_unit }) => key(rule, org_unit)));
  const remaining = rules.filter(
    ({ id }) => leftIds.has(id) || (changed.size > 0 && backIds.has(id)) || rows.some((row) => row.apart && row.rule === id),
  );
  const inMemory =
    remaining.length === 0
      ? []
      : await checkInMemory(
          store,
          { ...asked, rules: remaining },
          { orgUnits, lineage, changed },
          (rule, orgUnit) => isOfMemory(rule, orgUnit) || apart.has(key(rule, orgUnit)),
        );
  const told = rows.filter((row) => !row.apart && !isOfMemory(row.rule, row.org_unit));
  return [
    ...told.map(({ rule, org_unit, verdict, reason }) => ({
      rule,
      orgUnit: org_unit,
      verdict: verdict as Verdict,
      ...(reason === null ? {} : { reason: reason as Reason }),
    })),
    ...inMemory,
  ].sort((a, b) => (a.rule === b.rule ? (a.orgUnit < b.orgUnit ? -1 : 1) : a.rule < b.rule ? -1 : 1));
}

/** The units that something happened to since the oldest period that rules look back to. */
function changedUnits(
  orgUnits: readonly OrgUnit[],
  lineage: readonly Lineage[],
  { period, rules, windows }: ProvinceCheck,
): ReadonlyMap<string, readonly string[]> {
  if (lineage.length === 0) return new Map();
  const { to } = daysOf(period, windows);
  const oldest = periodsOf(period)
    .map((id) => daysOf(periodNamed(id), windows).from)
    .sort()[0] as string;
  const since = rules.some(looksAtLatest) ? "" : oldest;
  return new Map(
    orgUnits.flatMap(({ id }) => {
      const { ever, strays } = ancestry([id], since, to, lineage);
      return ever.length > 1 || strays.length > 0 ? [[id, ever] as const] : [];
    }),
  );
}

interface Standing {
  readonly orgUnits: readonly OrgUnit[];
  readonly lineage: readonly Lineage[];
  /** Those that something happened to, with all that they were made of. */
  readonly changed: ReadonlyMap<string, readonly string[]>;
}

async function checkInMemory(
  store: Pick<Store, "db">,
  { province, period, indicators, rules, absent, windows }: ProvinceCheck,
  { orgUnits, lineage, changed }: Standing,
  isWanted: (rule: string, orgUnit: string) => boolean,
): Promise<readonly CheckedRule[]> {
  const named = new Set(indicators.map(({ id }) => id));
  // The newest figure of several periods may be of any; all else is near.
  const narrowed = rules.some(looksAtLatest) ? {} : { periods: periodsOf(period).map((id) => periodNamed(id)) };
  const facts = (await readFacts(store, { province, ...narrowed })).filter(({ indicator }) => named.has(indicator));
  const scope = { indicators, orgUnits, periods: [period], ...(absent === undefined ? {} : { absent }) };
  const told = (relation: Relation, verdict: Verdict, reason: Reason | undefined): CheckedRule => {
    const [rule, orgUnit] = partsOf(relation.id);
    return { rule, orgUnit, verdict, ...(reason === undefined ? {} : { reason }), apart: true };
  };
  const wanted = (relation: Relation): boolean => isWanted(...partsOf(relation.id));
  // What only looks back is asked for of the changed alone.
  const ofSteady = rules.filter((rule) => orgUnits.some(({ id }) => !changed.has(id) && isWanted(rule.id, id)));
  const steady = instantiate(ofSteady, { ...scope, of: orgUnits.flatMap(({ id }) => (changed.has(id) ? [] : [id])), facts });
  const verdicts = steady.relations.filter(wanted).flatMap((relation) => {
    const [checked] = check(network({ relations: [relation] })).checked;
    return checked === undefined ? [] : [told(relation, checked.verdict, checked.reason)];
  });
  const byUnit = Map.groupBy(facts, ({ orgUnit }) => orgUnit);
  for (const unit of orgUnits.filter(({ id }) => changed.has(id))) {
    const near = [
      ...(changed.get(unit.id) ?? []),
      ...orgUnits.flatMap(({ id, parent }) => (parent === unit.id || id === unit.parent ? [id] : [])),
    ];
    const own = [...new Set(near)].flatMap((id): readonly Fact[] => byUnit.get(id) ?? []);
    const made = recast({ unit, period, indicators, lineage, ...(windows === undefined ? {} : { windows }) }, own);
    for (const relation of instantiate(rules, { ...scope, of: [unit.id], facts: made.facts }).relations.filter(wanted)) {
      const [checked] = checkAcross(network({ relations: [relation] }), made.comparisons).checked;
      if (checked !== undefined) verdicts.push(told(relation, checked.verdict, checked.reason));
    }
  }
  return verdicts;
}

/** `rule|orgUnit|period`; the name of a rule may hold bars of its own. */
function partsOf(id: string): readonly [string, string] {
  const parts = id.split("|");
  return [parts.slice(0, -2).join("|"), parts.at(-2) ?? ""];
}
