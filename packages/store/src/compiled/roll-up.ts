import { at, compile, Decimal, type Indicator, type LevelId, type Period, type Rule, relations, windowOf } from "@khop/core";
import { type RawBuilder, sql } from "kysely";
import { type Entry, entryKey } from "../collect/regime.ts";
import type { Store } from "../database/open.ts";
import { membersText } from "../facts/saying.ts";
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
}

/**
 * The figures of all units of a level below one, added up by core's own laws as compiled: complete where all have said theirs, else who is missing.
 *
 * - Figures of indicators that are not additive are left out.
 */
export async function rollUp(store: Pick<Store, "db">, query: RollUpQuery): Promise<readonly RolledUp[]> {
  const { province, period, to, level, indicators, entries } = query;
  const additive = new Set(indicators.filter((one) => one.additive).map(({ id }) => id));
  const wanted = entries.filter(({ indicator }) => additive.has(indicator));
  // What a weighted sum misses nothing by is the sum itself.
  const sums = wanted.map((entry): Rule => {
    const terms = at(entry.indicator, { orgUnit: "children", ...(entry.members === undefined ? {} : { members: entry.members }) });
    return { id: entryKey(entry), kind: relations.linear, places: { terms, weights: [], is: "=", constant: "0" } };
  });
  const reporters = reportersUnder(province, to, level, windowOf(period));
  const units = sql`
    select ${to}::text as id, null::text as level, null::text as parent, null::date as valid_from, null::date as valid_to
    union all select id, level, ${to}::text, valid_from, valid_to from (${reporters}) as reporters`;
  const rows = await runCompiled(store, compile(sums, { indicators, period }).sql, units, { province, periods: [period.id] });
  const missing = await missingOf(store, query, wanted, reporters);
  return wanted.map((entry) => {
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

/** The units of a level below one that exist in a window. */
function reportersUnder(province: string, to: string, level: LevelId, window: ReturnType<typeof windowOf>): RawBuilder<unknown> {
  const exists =
    window === null
      ? sql`true`
      : sql`(valid_from is null or valid_from <= ${window.to}::date) and (valid_to is null or valid_to >= ${window.from}::date)`;
  return sql`
    with recursive below as (
      select id, level, valid_from, valid_to from org_unit where province = ${province} and parent = ${to}
      union
      select unit.id, unit.level, unit.valid_from, unit.valid_to from org_unit as unit join below on unit.parent = below.id where unit.province = ${province}
    ) select * from below where level = ${level} and ${exists}`;
}

async function missingOf(
  store: Pick<Store, "db">,
  { province, period }: RollUpQuery,
  wanted: readonly Entry[],
  reporters: RawBuilder<unknown>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = wanted.map((entry) => ({ key: entryKey(entry), indicator: entry.indicator, members: membersText(entry) }));
  const { rows } = await sql<{ key: string; missing: string[] }>`
    select asked.key, array_agg(reporters.id order by reporters.id) as missing
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (key text, indicator text, members text)
    cross join (${reporters}) as reporters
    left join fact on fact.province = ${province} and fact.period = ${period.id} and fact.org_unit = reporters.id
      and fact.indicator = asked.indicator and fact.members = asked.members
    where fact.is_round is null and fact.status is distinct from 'notApplicable'
    group by asked.key`.execute(store.db);
  return new Map(rows.map(({ key, missing }) => [key, missing]));
}
