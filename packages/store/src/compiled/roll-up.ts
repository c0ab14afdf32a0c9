import {
  at,
  compile,
  Decimal,
  daysOf,
  existsIn,
  type Indicator,
  type LevelId,
  type OrgUnit,
  type Period,
  type Rule,
  relations,
  type WindowRule,
} from "@khop/core";
import { sql } from "kysely";
import { type Entry, entryKey } from "../collect/regime.ts";
import type { Store } from "../database/open.ts";
import { membersText } from "../facts/saying.ts";
import { readOrgUnits } from "../org-units.ts";
import { runCompiled } from "./run.ts";

/** What the units below make together, of one figure. */
export interface RolledUp {
  readonly indicator: string;
  readonly members: Readonly<Record<string, string>>;
  /** In the base unit; null while anyone is missing, for a sum of some is no sum, and where rounded figures leave more than one. */
  readonly value: Decimal | null;
  /** How many units were asked, and which of them have no figure. */
  readonly orgUnits: number;
  readonly missing: readonly string[];
}

export interface RollUpQuery {
  readonly province: string;
  readonly period: Period;
  /** The unit that is added up to. */
  readonly to: string;
  /** The level of the units that are added up, however far below it they are. */
  readonly level: LevelId;
  readonly indicators: readonly Indicator[];
  readonly entries: readonly Entry[];
  readonly windows?: readonly WindowRule[];
}

/**
 * The figures of all units of a level below one, added up by core's own laws as compiled: complete where all have said theirs, else who is missing.
 *
 * - Figures of indicators that are not additive are left out.
 * - In a period in which units came and went, a flow is that of all of them and a stock that of those of the last day.
 */
export async function rollUp(store: Pick<Store, "db">, query: RollUpQuery): Promise<readonly RolledUp[]> {
  const orgUnits = await readOrgUnits(store, query.province);
  const sums = await Promise.all(
    byKind(query).map(({ entries, isStock }) => sumOver(store, { ...query, entries, of: reportersUnder(orgUnits, query, isStock) })),
  );
  return inOrderOf(query, sums.flat());
}

/** Entries that may be summed, stocks apart from what comes in the course of a period. */
export function byKind({ indicators, entries }: Pick<RollUpQuery, "indicators" | "entries">) {
  const kinds = new Map(indicators.filter((one) => one.additive).map(({ id, kind }) => [id, kind]));
  const of = (isStock: boolean) =>
    entries.filter(({ indicator }) => kinds.has(indicator) && (kinds.get(indicator) === "stock") === isStock);
  return [true, false].map((isStock) => ({ isStock, entries: of(isStock) })).filter((one) => one.entries.length > 0);
}

/** Sums in the order in which their figures are asked for. */
export function inOrderOf<T extends Pick<Entry, "indicator"> & { readonly members: Readonly<Record<string, string>> }>(
  { entries }: Pick<RollUpQuery, "entries">,
  sums: readonly T[],
): readonly T[] {
  const byKey = new Map(sums.map((one) => [entryKey(one), one]));
  return entries.flatMap((entry) => byKey.get(entryKey(entry)) ?? []);
}

/** The units of a level below one that report of a period: those that there are on its last day, or on any of its days. */
export function reportersUnder(
  orgUnits: readonly OrgUnit[],
  { to, level, period, windows }: Pick<RollUpQuery, "to" | "level" | "period" | "windows">,
  isStock: boolean,
): readonly string[] {
  const children = Map.groupBy(orgUnits, ({ parent }) => parent ?? "");
  const below: OrgUnit[] = [...(children.get(to) ?? [])];
  for (let i = 0; i < below.length; i++) below.push(...(children.get((below[i] as OrgUnit).id) ?? []));
  const days = daysOf(period, windows);
  const within = isStock ? { from: days.to, to: days.to } : days;
  return below.filter((one) => one.level === level && existsIn(one, within)).map(({ id }) => id);
}

interface SumQuery extends Pick<RollUpQuery, "province" | "period" | "to" | "indicators" | "entries"> {
  /** The units that are added up. */
  readonly of: readonly string[];
}

/** The figures of some units, added up as if they stood right below one. */
export async function sumOver(store: Pick<Store, "db">, query: SumQuery): Promise<readonly RolledUp[]> {
  const { province, period, to, of, indicators, entries } = query;
  // What a weighted sum misses nothing by is the sum itself.
  const sums = entries.map((entry): Rule => {
    const terms = at(entry.indicator, { orgUnit: "children", ...(entry.members === undefined ? {} : { members: entry.members }) });
    return { id: entryKey(entry), kind: relations.linear, places: { terms, weights: [], is: "=", constant: "0" } };
  });
  const units = sql`
    select ${to}::text as id, null::text as level, null::text as parent, null::date as valid_from, null::date as valid_to
    union all select id, null, ${to}::text, null, null from unnest(${[...of]}::text[]) as reporters (id)`;
  const rows = await runCompiled(store, compile(sums, { indicators, period }).sql, units, { province, periods: [period.id] });
  const missing = await missingOf(store, query);
  return entries.map((entry) => {
    const row = rows.find(({ rule, org_unit }) => rule === entryKey(entry) && org_unit === to);
    const value = row !== undefined && row.empty === 0 && row.lo !== null && row.lo === row.hi ? new Decimal(row.lo) : null;
    return {
      indicator: entry.indicator,
      members: entry.members ?? {},
      value,
      orgUnits: row?.cells ?? 0,
      missing: missing.get(entryKey(entry)) ?? [],
    };
  });
}

async function missingOf(
  store: Pick<Store, "db">,
  { province, period, of, entries }: SumQuery,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = entries.map((entry) => ({ key: entryKey(entry), indicator: entry.indicator, members: membersText(entry) }));
  const { rows } = await sql<{ key: string; missing: string[] }>`
    select asked.key, array_agg(reporters.id order by reporters.id) as missing
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (key text, indicator text, members text)
    cross join unnest(${[...of]}::text[]) as reporters (id)
    left join fact on fact.province = ${province} and fact.period = ${period.id} and fact.org_unit = reporters.id
      and fact.indicator = asked.indicator and fact.members = asked.members
    where fact.is_round is null and fact.status is distinct from 'notApplicable'
    group by asked.key`.execute(store.db);
  return new Map(rows.map(({ key, missing }) => [key, missing]));
}
