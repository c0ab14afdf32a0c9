import {
  compile,
  type Indicator,
  type Period,
  type Reason,
  type Rule,
  type Scope,
  sentenceOf,
  type Verdict,
  type WindowRule,
} from "@khop/core";
import type { Store } from "../database/open.ts";
import { lineageOf } from "../lineage.ts";
import { readOrgUnits } from "../org-units.ts";
import { checkInMemory, type Standing, standingOf } from "./in-memory.ts";
import { looksBack } from "./looks-back.ts";
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
  const standing = await standingIn(store, asked);
  const leftIds = new Set(left.map(({ id }) => id));
  const backIds = new Set(rules.filter(looksBack).map(({ id }) => id));
  const apart = new Set(rows.filter((row) => row.apart).map(({ rule, org_unit }) => key(rule, org_unit)));
  const isOfMemory = (rule: string, orgUnit: string): boolean =>
    leftIds.has(rule) || apart.has(key(rule, orgUnit)) || (backIds.has(rule) && standing.changed.has(orgUnit));
  const inMemory = await checkInMemory(store, asked, standing, isOfMemory);
  const told = rows.filter(({ rule, org_unit }) => !isOfMemory(rule, org_unit));
  return [
    ...told.map(({ rule, org_unit, verdict, reason }) => ({
      rule,
      orgUnit: org_unit,
      verdict: verdict as Verdict,
      ...(reason === null ? {} : { reason: reason as Reason }),
    })),
    ...inMemory.map(({ rule, orgUnit, checked: { verdict, reason } }) => ({
      rule,
      orgUnit,
      verdict,
      ...(reason === undefined ? {} : { reason }),
      apart: true as const,
    })),
  ].sort((a, b) => (a.rule === b.rule ? (a.orgUnit < b.orgUnit ? -1 : 1) : a.rule < b.rule ? -1 : 1));
}

/** A verdict in words: what the figures say, and what does not fit. */
export interface SaidRule extends Pick<CheckedRule, "rule" | "orgUnit"> {
  readonly message: { readonly vi: string; readonly en: string };
}

/** Says some verdicts in words, with the figures that they rest on; those few are looked at one by one. */
export async function sayRules(
  store: Pick<Store, "db">,
  asked: ProvinceCheck,
  which: readonly Pick<CheckedRule, "rule" | "orgUnit">[],
): Promise<readonly SaidRule[]> {
  if (which.length === 0) return [];
  const wanted = new Set(which.map(({ rule, orgUnit }) => key(rule, orgUnit)));
  const named = new Set(which.map(({ rule }) => rule));
  const rules = asked.rules.filter(({ id }) => named.has(id));
  const standing = await standingIn(store, asked);
  const found = await checkInMemory(store, { ...asked, rules }, standing, (rule, orgUnit) => wanted.has(key(rule, orgUnit)));
  return found.map(({ rule, orgUnit, checked: { relation } }) => ({
    rule,
    orgUnit,
    message: { vi: sentenceOf(relation, "vi"), en: sentenceOf(relation, "en") },
  }));
}

const key = (rule: string, orgUnit: string): string => JSON.stringify([rule, orgUnit]);

async function standingIn(store: Pick<Store, "db">, asked: ProvinceCheck): Promise<Standing> {
  const orgUnits = await readOrgUnits(store, asked.province);
  return standingOf(orgUnits, await lineageOf(store, asked.province, orgUnits), asked);
}
