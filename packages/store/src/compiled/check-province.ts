import {
  check,
  compile,
  type Indicator,
  instantiate,
  network,
  type Period,
  type Reason,
  type Rule,
  type Scope,
  type Verdict,
} from "@khop/core";
import type { Store } from "../database/open.ts";
import { readFacts } from "../facts/read-facts.ts";
import { readOrgUnits } from "../org-units.ts";
import { periodsOf } from "./periods.ts";
import { runCompiled, unitsOf } from "./run.ts";

/** What rules are asked of a province, in one period. */
export interface ProvinceCheck {
  readonly province: string;
  readonly period: Period;
  readonly indicators: readonly Indicator[];
  readonly rules: readonly Rule[];
  readonly absent?: NonNullable<Scope["absent"]>;
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
 * Every verdict of the rules on the units of a province: set-based, in the database, where their laws allow it; the few that hang on whole
 * numbers beside missing ones, and laws of another form, in memory.
 */
export async function checkProvince(store: Pick<Store, "db">, asked: ProvinceCheck): Promise<readonly CheckedRule[]> {
  const { province, period, rules } = asked;
  const { sql: query, left } = compile(rules, asked);
  const rows = await runCompiled(store, query, unitsOf(province), { province, periods: periodsOf(period) });
  const told = rows.filter(({ apart }) => !apart);
  const apart = new Set(rows.filter((row) => row.apart).map(({ rule, org_unit }) => `${rule}|${org_unit}|${period.id}`));
  const leftIds = new Set(left.map(({ id }) => id));
  const remaining = rules.filter(({ id }) => leftIds.has(id) || rows.some((row) => row.apart && row.rule === id));
  const inMemory =
    remaining.length === 0
      ? []
      : await checkInMemory(store, { ...asked, rules: remaining }, (id, rule) => leftIds.has(rule) || apart.has(id));
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

async function checkInMemory(
  store: Pick<Store, "db">,
  { province, period, indicators, rules, absent }: ProvinceCheck,
  isWanted: (relation: string, rule: string) => boolean,
): Promise<readonly CheckedRule[]> {
  const orgUnits = await readOrgUnits(store, province);
  const named = new Set(indicators.map(({ id }) => id));
  const facts = (await readFacts(store, { province })).filter(({ indicator }) => named.has(indicator));
  const { relations } = instantiate(rules, { indicators, orgUnits, periods: [period], facts, ...(absent === undefined ? {} : { absent }) });
  return relations.flatMap((relation) => {
    const [rule = "", orgUnit = ""] = partsOf(relation.id);
    if (!isWanted(relation.id, rule)) return [];
    const [checked] = check(network({ relations: [relation] })).checked;
    if (checked === undefined) return [];
    const { verdict, reason } = checked;
    return [{ rule, orgUnit, verdict, ...(reason === undefined ? {} : { reason }), apart: true as const }];
  });
}

/** `rule|orgUnit|period`; the name of a rule may hold bars of its own. */
function partsOf(id: string): readonly [string, string] {
  const parts = id.split("|");
  return [parts.slice(0, -2).join("|"), parts.at(-2) ?? ""];
}
