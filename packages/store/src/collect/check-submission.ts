import {
  atLeast,
  type Checked,
  check,
  childrenOf,
  type Fact,
  type Finding,
  instantiate,
  judge,
  locate,
  network,
  type OrgUnit,
  type Period,
  period as periodNamed,
  previous,
  rollUpRules,
  type Severity,
  sinceYearStart,
  windowOf,
  yearBefore,
} from "@khop/core";
import { digestOf } from "../audit.ts";
import type { Store } from "../database/open.ts";
import { readFacts } from "../facts/read-facts.ts";
import { readOrgUnits, unknownOrgUnit } from "../org-units.ts";
import { type CollectedRegime, type Entry, entryKey } from "./regime.ts";
import { columnsOf, readSubmission, type SubmissionKey } from "./submission.ts";

/** A finding on what was entered, with a name that stays while its figures stay. */
export interface EntryFinding {
  readonly id: string;
  readonly finding: Finding;
  /** Keeps the submission from being sent. */
  readonly blocks: boolean;
  readonly waived?: { readonly reason: string; readonly by: string; readonly at: Date };
}

/** What the rules say of a submission as it stands. */
export interface SubmissionCheck {
  readonly checked: readonly Checked[];
  readonly findings: readonly EntryFinding[];
  /** Entries that are owed and not there, by their names. */
  readonly missing: readonly string[];
}

/**
 * Checks what a unit has entered: within the form, against earlier periods, and against the sum of the units below it that have entered the same.
 *
 * - Shape: relations of this unit and period; those of its parent belong to the parent's own submission.
 */
export async function checkSubmission(
  store: Pick<Store, "db">,
  province: string,
  regime: CollectedRegime,
  key: SubmissionKey,
): Promise<SubmissionCheck> {
  const { orgUnit, period: id } = key;
  await readSubmission(store, province, key);
  const period = periodNamed(id);
  const orgUnits = await readOrgUnits(store, province);
  const self = orgUnits.find((one) => one.id === orgUnit);
  if (self === undefined) throw unknownOrgUnit(province, orgUnit);
  const facts = await factsAbout(store, province, regime, self, period, orgUnits);
  const rules = [...regime.rules, ...rollUpRules(regime.indicators, regime.entries)];
  const scope = {
    indicators: regime.indicators,
    orgUnits,
    periods: [period],
    facts,
    ...(regime.absent === undefined ? {} : { absent: regime.absent }),
  };
  const above = new Set(ancestorsOf(self, orgUnits));
  const near = instantiate(rules, {
    ...scope,
    orgUnits: orgUnits.filter((one) => one.id === orgUnit || one.parent === orgUnit || above.has(one.id)),
  });
  const own = near.relations.filter((relation) => relation.id.endsWith(`|${orgUnit}|${period.id}`));
  const result = check(network({ relations: own }));
  const findings = judge(result, locate(result));
  const [{ blocks } = { blocks: "error" as Severity }] = await collectionOf(store, province, key);
  const waivers = await readWaivers(store, province, key);
  return {
    checked: result.checked,
    findings: findings.map((finding) => {
      const name = findingId(finding);
      const waived = waivers.find((one) => one.finding === name);
      return {
        id: name,
        finding,
        blocks: waived === undefined && atLeast(finding.severity, blocks as Severity),
        ...(waived === undefined ? {} : { waived }),
      };
    }),
    missing: missingIn(regime.entries, facts, orgUnit, period),
  };
}

/** The units above one, the nearest first. */
function ancestorsOf(self: OrgUnit, orgUnits: readonly OrgUnit[]): readonly string[] {
  const byId = new Map(orgUnits.map((one) => [one.id, one]));
  const above: string[] = [];
  for (let at = self.parent; at !== null && !above.includes(at); at = byId.get(at)?.parent ?? null) above.push(at);
  return above;
}

/** The name of a finding: the same while it rests on the same rules and the same figures, so that a waiver of it does not outlive them. */
function findingId({ code, relations, cells }: Finding): string {
  const figures = cells.map((cell) => `${cell.id}=${cell.quantity}`).sort();
  return digestOf([code, relations.map(({ id }) => id).sort(), figures]).slice(0, 16);
}

function missingIn(entries: readonly Entry[], facts: readonly Fact[], orgUnit: string, period: Period): readonly string[] {
  const names = (when: string) => new Set(facts.filter((fact) => fact.orgUnit === orgUnit && fact.period.id === when).map(entryKey));
  const [now, before] = [names(period.id), names(previous(period).id)];
  return entries
    .filter(({ frequency }) => frequency === undefined)
    .filter((entry) => !now.has(entryKey(entry)) && !(entry.opening === true && before.has(entryKey(entry))))
    .map(entryKey);
}

/** What rules on a unit look at: itself, those right below and above, in this period and those that they look back to. */
async function factsAbout(
  store: Pick<Store, "db">,
  province: string,
  regime: CollectedRegime,
  self: OrgUnit,
  period: Period,
  orgUnits: readonly OrgUnit[],
) {
  const children = childrenOf(self, orgUnits, windowOf(period, regime.windows)).map(({ id }) => id);
  const indicators = regime.indicators.map(({ id }) => id);
  const periods = [
    ...new Map([period, previous(period), yearBefore(period), ...sinceYearStart(period)].map((one) => [one.id, one])).values(),
  ];
  const family = [self.id, ...children, ...(self.parent === null ? [] : [self.parent])];
  const recent = await readFacts(store, { province, orgUnits: family, indicators, periods });
  const isSeldom = new Set(
    regime.rules.flatMap(({ places }) => Object.values(places).flat()).flatMap((one) => (isLatest(one) ? [one.indicator] : [])),
  );
  if (isSeldom.size === 0) return recent;
  const earlier = await readFacts(store, { province, orgUnits: [self.id], indicators: [...isSeldom] });
  const known = new Set(periods.map(({ id }) => id));
  return [...recent, ...earlier.filter((fact) => !known.has(fact.period.id))];
}

const isLatest = (place: unknown): place is { readonly indicator: string } =>
  typeof place === "object" && place !== null && "period" in place && place.period === "latest";

function collectionOf(store: Pick<Store, "db">, province: string, { regime, period }: SubmissionKey) {
  return store.db
    .selectFrom("collection")
    .select("blocks")
    .where("province", "=", province)
    .where("period", "=", period)
    .where("regime", "=", regime)
    .execute();
}

/** Findings of a submission that were accepted, each with its reason. */
export async function readWaivers(store: Pick<Store, "db">, province: string, key: SubmissionKey) {
  const { org_unit, regime, period } = columnsOf(province, key);
  return store.db
    .selectFrom("waiver")
    .select(["finding", "message", "reason", "by", "at"])
    .where("province", "=", province)
    .where("period", "=", period)
    .where("regime", "=", regime)
    .where("org_unit", "=", org_unit)
    .orderBy("at")
    .execute();
}
