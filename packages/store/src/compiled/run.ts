import { type RawBuilder, sql } from "kysely";
import type { Store } from "../database/open.ts";

/** What a compiled query says of one rule and one unit. */
export interface CompiledRow {
  readonly rule: string;
  readonly org_unit: string;
  readonly verdict: string | null;
  readonly reason: string | null;
  readonly apart: boolean;
  readonly cells: number;
  readonly empty: number;
  readonly lo: string | null;
  readonly hi: string | null;
}

/** The units of a province, as they stand under each other. */
export const unitsOf = (province: string): RawBuilder<unknown> =>
  sql`select id, level, parent, valid_from, valid_to from org_unit where province = ${province}`;

/** Runs a query that core compiled over the facts of a province and of some periods. */
export async function runCompiled(
  store: Pick<Store, "db">,
  query: string,
  units: RawBuilder<unknown>,
  { province, periods }: { readonly province: string; readonly periods: readonly string[] },
): Promise<readonly CompiledRow[]> {
  return store.db.transaction().execute(async (trx) => {
    // How many rows lists in the statement have is not known to the planner; taking them for few, it would go over them again for every cell.
    await sql`set local enable_nestloop = off`.execute(trx);
    await sql`set local jit = off`.execute(trx);
    const { rows } = await sql<CompiledRow>`
    with recursive units as (${units}),
    facts as (select * from fact where province = ${province} and period in (${sql.join([...periods])})),
    ${sql.raw(query)}`.execute(trx);
    return rows;
  });
}
