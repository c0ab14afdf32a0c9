import { sql, type Transaction } from "kysely";
import type { Store } from "../database/open.ts";
import type { Tables } from "../database/tables.ts";

/** Tables that are partitioned by period. */
const partitioned = ["fact", "fact_version"];

const made = new WeakMap<object, Set<string>>();

/** Makes the partitions of periods that are new to the store; on PostgreSQL no row finds a home without one. */
export async function makePartitions(store: Pick<Store, "db">, periods: Iterable<string>): Promise<void> {
  const known = made.get(store.db) ?? new Set();
  made.set(store.db, known);
  for (const period of new Set(periods)) {
    if (known.has(period)) continue;
    await store.db.transaction().execute((trx) => makePartition(trx, period));
    known.add(period);
  }
}

/** Those of one period, inside a work that has more to do. */
export async function makePartition(trx: Transaction<Tables>, period: string): Promise<void> {
  // Two that make one partition at once would fail; this number is only ours.
  await sql`select pg_advisory_xact_lock(7546001)`.execute(trx);
  for (const table of partitioned) {
    const name = `${table}_${period.toLowerCase().replace(/[^a-z0-9]+/g, "_")}`;
    await sql`create table if not exists ${sql.table(name)} partition of ${sql.table(table)} for values in (${sql.lit(period)})`.execute(
      trx,
    );
  }
}
