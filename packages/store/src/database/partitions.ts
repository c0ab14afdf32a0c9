import { period as periodOf } from "@khop/core";
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Store } from "./open.ts";
import type { Tables } from "./tables.ts";

/** Figures: a period is a table of its own. */
const byPeriod = ["fact", "fact_version"];

/** What else is of a period, a row or a few for a unit: a year of periods is one. */
const byYear = [
  "collection",
  "submission",
  "submission_step",
  "waiver",
  "comment",
  "passage",
  "report",
  "report_step",
  "evidence",
  "reminder",
];

/** Whether rows of a table find a home only where their period has one. */
export const isPartitioned = (table: string): boolean => byPeriod.includes(table) || byYear.includes(table);

const made = new WeakMap<object, Set<string>>();

/** Makes the partitions of periods that are new to the store; no row of a period finds a home without one. */
export async function makePartitions(store: Pick<Store, "db">, periods: Iterable<string>): Promise<void> {
  const known = made.get(store.db) ?? new Set();
  made.set(store.db, known);
  for (const period of new Set(periods)) {
    if (known.has(period)) continue;
    await store.db.transaction().execute((trx) => makePartition(trx, period));
    known.add(period);
  }
}

/**
 * Those of one period, inside a work that has more to do.
 *
 * @throws KhopError `core/bad-period` for a name that is of none.
 */
export async function makePartition(trx: Transaction<Tables>, period: string): Promise<void> {
  const { year } = periodOf(period);
  // Two that make one partition at once would fail; this number is only ours.
  await sql`select pg_advisory_xact_lock(7546001)`.execute(trx);
  const make = (table: string, part: string, rows: RawBuilder<unknown>) =>
    sql`create table if not exists ${sql.table(`${table}_${part}`)} partition of ${sql.table(table)} for values ${rows}`.execute(trx);
  for (const table of byPeriod) await make(table, period.toLowerCase().replace(/[^a-z0-9]+/g, "_"), sql`in (${sql.lit(period)})`);
  const [from, to] = yearOfNames(year);
  for (const table of byYear) await make(table, from, sql`from (${sql.lit(from)}) to (${sql.lit(to)})`);
}

/** The names that begin with a year, byte by byte: from the first up to where the next year's begin. */
function yearOfNames(year: number): readonly [string, string] {
  const named = (one: number) => String(one).padStart(4, "0");
  return [named(year), year === 9999 ? ":" : named(year + 1)];
}
