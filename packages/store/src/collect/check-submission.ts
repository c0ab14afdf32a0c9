import {
  addressKey,
  atLeast,
  type Cell,
  type Checked,
  type Comparison,
  checkAcross,
  type Fact,
  type Finding,
  instantiate,
  judge,
  judgeOutliers,
  locate,
  network,
  type OrgUnit,
  type Period,
  period as periodNamed,
  previous,
  type Rule,
  recast,
  rollUpRules,
  type Told,
  yearBefore,
} from "@khop/core";
import { digestOf } from "../audit.ts";
import type { Store } from "../database/open.ts";
import { type About, aboutOf, factsAbout, stampOf } from "./about.ts";
import { type Brief, type BriefFinding, keepBrief, keptBrief } from "./brief.ts";
import { type CollectedRegime, type Entry, entryKey, entryOf } from "./regime.ts";
import { standingOf } from "./standing.ts";
import { columnsOf, type SubmissionKey, type SubmissionRow } from "./submission.ts";

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
  /** Earlier figures that were recast onto the unit as it is now, and those that it cannot be compared with. */
  readonly comparisons: readonly Comparison[];
  /** Entries that are owed and not there, by their names. */
  readonly missing: readonly string[];
}

/**
 * Checks what a unit has entered: within the form, against earlier periods, and against the sum of the units below it that have entered the same.
 *
 * - Shape: relations of this unit and period; those of its parent belong to the parent's own submission.
 * - Earlier periods are those of the unit as it is now: summed over the units that were merged into it, or not compared.
 */
export async function checkSubmission(
  store: Pick<Store, "db">,
  province: string,
  regime: CollectedRegime,
  key: SubmissionKey,
  { orgUnits }: { readonly orgUnits?: readonly OrgUnit[] } = {},
): Promise<SubmissionCheck> {
  const about = await aboutOf(store, province, regime, key, orgUnits);
  // The stamp is asked for before the figures are read, so that one written in between makes it old.
  const { blocks, waivers, stamp } = await standingOf(store, province, key, stampOf(province, about));
  const { result, findings, missing, comparisons } = await judged(store, province, regime, key, about);
  keepBrief(store, province, key, { ...about, stamp, findings: findings.map(briefOf), missing });
  return {
    comparisons,
    checked: result.checked,
    findings: findings.map((finding) => {
      const id = findingId(finding);
      const waived = waivers.find((one) => one.finding === id);
      const isBad = waived === undefined && atLeast(finding.severity, blocks);
      return { id, finding, blocks: isBad, ...(waived === undefined ? {} : { waived }) };
    }),
    missing,
  };
}

/** How a submission stands, and what keeps it from being sent; of figures that were checked and are the same since, without checking them again. */
export async function blockingOf(
  store: Pick<Store, "db">,
  province: string,
  regime: CollectedRegime,
  key: SubmissionKey,
  orgUnits?: readonly OrgUnit[],
): Promise<{ readonly row: SubmissionRow; readonly missing: readonly string[]; readonly blocking: readonly BriefFinding[] }> {
  const about = await aboutOf(store, province, regime, key, orgUnits);
  const { row, blocks, waivers, stamp } = await standingOf(store, province, key, stampOf(province, about));
  const brief = keptBrief(store, province, key, { ...about, stamp }) ?? (await briefly(store, province, regime, key, about, stamp));
  const waived = new Set(waivers.map(({ finding }) => finding));
  const blocking = brief.findings.filter(({ id, severity }) => !waived.has(id) && atLeast(severity, blocks));
  return { row, missing: brief.missing, blocking };
}

async function briefly(
  ...[store, province, regime, key, about, stamp]: [...Parameters<typeof judged>, stamp: string]
): Promise<Pick<Brief, "findings" | "missing">> {
  const { findings, missing } = await judged(store, province, regime, key, about);
  const brief = { ...about, stamp, findings: findings.map(briefOf), missing };
  keepBrief(store, province, key, brief);
  return brief;
}

const briefOf = (finding: Finding): BriefFinding => ({ id: findingId(finding), severity: finding.severity, message: finding.message });

async function judged(store: Pick<Store, "db">, province: string, regime: CollectedRegime, key: SubmissionKey, about: About) {
  const { orgUnit, period: id } = key;
  const { orgUnits, family, self, lineage } = about;
  const period = periodNamed(id);
  const { facts, comparisons: all } = recast(
    { unit: self, period, indicators: regime.indicators, lineage, ...(regime.windows === undefined ? {} : { windows: regime.windows }) },
    await factsAbout(store, province, about),
  );
  const above = new Set(ancestorsOf(self, orgUnits));
  const { rules, asked } = wholeOf(regime);
  const { relations, cells } = instantiate(
    rules,
    {
      indicators: regime.indicators,
      of: [orgUnit],
      orgUnits: orgUnits.filter((one) => family.includes(one.id) || one.parent === orgUnit || above.has(one.id)),
      periods: [period],
      facts,
      ...(regime.absent === undefined ? {} : { absent: regime.absent }),
    },
    asked.map(({ indicator, members = {} }) => ({ indicator, members, orgUnit, period })),
  );
  const result = checkAcross(network({ relations }), all);
  const findings = [...judge(result, locate(result)), ...judgeOutliers(toldIn(regime, about, facts, cells, period))];
  const near = new Set([previous(period).id, yearBefore(period).id]);
  const lookedAt = new Set(cells.map((cell) => cell.id));
  const comparisons = all.filter((one) => near.has(one.period.id) || lookedAt.has(addressKey(one)));
  return { result, findings, missing: missingIn(asked, facts, orgUnit, period), comparisons };
}

interface Whole {
  readonly rules: readonly Rule[];
  /** What a form asks for each time. */
  readonly asked: readonly Entry[];
}

const wholes = new WeakMap<CollectedRegime, Whole>();

/** All rules of a regime, those that add units up among them; made once. */
function wholeOf(regime: CollectedRegime): Whole {
  const before = wholes.get(regime);
  if (before !== undefined) return before;
  const rules = [...regime.rules, ...rollUpRules(regime.indicators, regime.entries)];
  const made = { rules, asked: regime.entries.filter(({ frequency }) => frequency === undefined) };
  wholes.set(regime, made);
  return made;
}

/** What a unit has entered, each figure with what it was in the periods before. */
function toldIn(
  regime: CollectedRegime,
  { self, earlier }: About,
  facts: readonly Fact[],
  cells: readonly Cell[],
  period: Period,
): readonly Told[] {
  const order = new Map(earlier.map((id, place) => [id, place]));
  const before = facts.filter(({ orgUnit, quantity, period: of }) => orgUnit === self.id && quantity !== null && order.has(of.id));
  const byEntry = Map.groupBy(before, entryKey);
  const flows = new Set(regime.indicators.filter(({ kind }) => kind === "flow").map(({ id }) => id));
  return cells.flatMap((cell): Told[] => {
    const { indicator = "", members = {}, orgUnit, period: of } = cell.address;
    if (orgUnit !== self.id || of?.id !== period.id || cell.status !== "stated") return [];
    if (entryOf(regime, { indicator, members }) === undefined) return [];
    const history = [...(byEntry.get(entryKey({ indicator, members })) ?? [])]
      .sort((a, b) => (order.get(a.period.id) ?? 0) - (order.get(b.period.id) ?? 0))
      .flatMap(({ quantity }) => quantity ?? []);
    return [{ cell, history, flow: flows.has(indicator) }];
  });
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

/** The entries of the form that nothing is known of; a cell that was cleared again is one of them. */
function missingIn(entries: readonly Entry[], facts: readonly Fact[], orgUnit: string, period: Period): readonly string[] {
  const known = facts.filter((fact) => fact.orgUnit === orgUnit && fact.status !== "missing");
  const names = (when: string) => new Set(known.filter((fact) => fact.period.id === when).map(entryKey));
  const [now, before] = [names(period.id), names(previous(period).id)];
  const isMissing = (entry: Entry, name: string) => !now.has(name) && !(entry.opening === true && before.has(name));
  return entries.map((entry) => [entry, entryKey(entry)] as const).flatMap(([entry, name]) => (isMissing(entry, name) ? [name] : []));
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
