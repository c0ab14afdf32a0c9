import {
  ancestry,
  type Checked,
  type Comparison,
  checkAcross,
  daysOf,
  type Fact,
  instantiate,
  type Lineage,
  network,
  type OrgUnit,
  period as periodNamed,
  type Relation,
  recast,
} from "@khop/core";
import type { Store } from "../database/open.ts";
import { readFacts } from "../facts/read-facts.ts";
import type { ProvinceCheck } from "./check-province.ts";
import { looksAtLatest } from "./looks-back.ts";
import { periodsOf } from "./periods.ts";

/** The units of a province, and which of them were others not long ago. */
export interface Standing {
  readonly orgUnits: readonly OrgUnit[];
  readonly lineage: readonly Lineage[];
  /** Those that something happened to since the oldest period that rules look back to, with all that they were made of. */
  readonly changed: ReadonlyMap<string, readonly string[]>;
}

export function standingOf(orgUnits: readonly OrgUnit[], lineage: readonly Lineage[], { period, rules, windows }: ProvinceCheck): Standing {
  if (lineage.length === 0) return { orgUnits, lineage, changed: new Map() };
  const { to } = daysOf(period, windows);
  const days = periodsOf(period).map((id) => daysOf(periodNamed(id), windows).from);
  const since = rules.some(looksAtLatest) ? "" : (days.sort()[0] ?? "");
  const changed = orgUnits.flatMap(({ id }) => {
    const { ever, strays } = ancestry([id], since, to, lineage);
    return ever.length > 1 || strays.length > 0 ? [[id, ever] as const] : [];
  });
  return { orgUnits, lineage, changed: new Map(changed) };
}

/** The verdict of a rule on a unit, with the relation that it was given on. */
export interface CheckedInMemory {
  readonly rule: string;
  readonly orgUnit: string;
  readonly checked: Checked;
}

/** Asks core for the verdicts of some rules on some units, each relation for itself. */
export async function checkInMemory(
  store: Pick<Store, "db">,
  { province, period, indicators, rules, absent, windows }: ProvinceCheck,
  { orgUnits, lineage, changed }: Standing,
  isWanted: (rule: string, orgUnit: string) => boolean,
): Promise<readonly CheckedInMemory[]> {
  const units = orgUnits.filter(({ id }) => rules.some((rule) => isWanted(rule.id, id)));
  if (units.length === 0) return [];
  const asked = new Set(units.map(({ id }) => id));
  const parents = new Set(units.flatMap(({ parent }) => parent ?? []));
  const beside = orgUnits.filter(({ id, parent }) => asked.has(id) || parents.has(id) || (parent !== null && asked.has(parent)));
  const before = units.flatMap(({ id }) => changed.get(id) ?? []);
  const near = { orgUnits: [...new Set([...beside.map(({ id }) => id), ...before])], indicators: indicators.map(({ id }) => id) };
  // The newest figure of several periods may be of any; all else is near.
  const narrowed = rules.some(looksAtLatest) ? {} : { periods: periodsOf(period).map((id) => periodNamed(id)) };
  const facts = await readFacts(store, { province, ...near, ...narrowed });
  const scope = { indicators, orgUnits, periods: [period], ...(absent === undefined ? {} : { absent }) };
  const told = (relations: readonly Relation[], comparisons: readonly Comparison[]): readonly CheckedInMemory[] =>
    relations.flatMap((relation) => {
      const [rule, orgUnit] = partsOf(relation.id);
      if (!isWanted(rule, orgUnit)) return [];
      const [checked] = checkAcross(network({ relations: [relation] }), comparisons).checked;
      return checked === undefined ? [] : [{ rule, orgUnit, checked }];
    });
  const steady = units.filter(({ id }) => !changed.has(id));
  // What only looks back is asked for of the changed alone.
  const ofSteady = rules.filter((rule) => steady.some(({ id }) => isWanted(rule.id, id)));
  const verdicts = [...told(instantiate(ofSteady, { ...scope, of: steady.map(({ id }) => id), facts }).relations, [])];
  const byUnit = Map.groupBy(facts, ({ orgUnit }) => orgUnit);
  for (const unit of units.filter(({ id }) => changed.has(id))) {
    const family = beside.flatMap(({ id, parent }) => (parent === unit.id || id === unit.parent ? [id] : []));
    const own = [...new Set([...(changed.get(unit.id) ?? []), ...family])].flatMap((id): readonly Fact[] => byUnit.get(id) ?? []);
    const made = recast({ unit, period, indicators, lineage, ...(windows === undefined ? {} : { windows }) }, own);
    verdicts.push(...told(instantiate(rules, { ...scope, of: [unit.id], facts: made.facts }).relations, made.comparisons));
  }
  return verdicts;
}

/** `rule|orgUnit|period`; the name of a rule may hold bars of its own. */
function partsOf(id: string): readonly [string, string] {
  const parts = id.split("|");
  return [parts.slice(0, -2).join("|"), parts.at(-2) ?? ""];
}
