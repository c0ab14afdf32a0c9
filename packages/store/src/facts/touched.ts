import { type Period, period } from "@khop/core";
import { sql } from "kysely";
import type { Store } from "../database/open.ts";

/** What has changed in a province since a place in its audit trail. */
export interface Touched {
  /** How far the trail goes now. */
  readonly head: number;
  /** The ids of the periods in which facts were written. */
  readonly periods: readonly string[];
  /** Units or their lineage were changed, or more was done than is worth looking through. */
  readonly all: boolean;
}

const mostDeeds = 2000;

/** The periods of a province that facts were written in behind an entry of its audit trail, which every writing is told to before it is done. */
export async function touchedSince(store: Pick<Store, "db">, province: string, since: number): Promise<Touched> {
  const { rows } = await sql<{ head: number; all: boolean; periods: string[] | null }>`
    with head as (select seq from audit_head where province = ${province}),
    deeds as (select action, detail from audit where province = ${province} and seq > ${since} and seq <= (select seq from head) order by seq limit ${mostDeeds}),
    changes as (select (detail ->> 'change')::uuid as change from deeds where action = 'facts.write')
    select coalesce((select seq from head), 0)::integer as head,
      ((select count(*) from deeds) >= ${mostDeeds} or exists (select 1 from deeds where action in ('orgUnits.put', 'lineage.put'))) as "all",
      (select array_agg(distinct period) from fact_version where province = ${province} and change in (select change from changes)) as periods`.execute(
    store.db,
  );
  const [told] = rows;
  return { head: told?.head ?? 0, periods: [...(told?.periods ?? [])].sort(), all: told?.all ?? true };
}

/** The periods that units told any of some indicators in. */
export async function readPeriods(
  store: Pick<Store, "db">,
  {
    province,
    orgUnits,
    indicators,
  }: { readonly province: string; readonly orgUnits: readonly string[]; readonly indicators: readonly string[] },
): Promise<readonly Period[]> {
  if (orgUnits.length === 0 || indicators.length === 0) return [];
  const rows = await store.db
    .selectFrom("fact")
    .select("period")
    .distinct()
    .where("province", "=", province)
    .where("indicator", "in", [...indicators])
    .where("org_unit", "in", [...orgUnits])
    .orderBy("period")
    .execute();
  return rows.map((row) => period(row.period));
}
