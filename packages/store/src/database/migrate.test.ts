import type { PGlite } from "@electric-sql/pglite";
import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { openStore, readFacts, readLineage, readSubmissions, type Store, verifyAudit } from "../index.ts";
import { onBoth } from "../testing/index.ts";
import { leftBehind, province, rowsOf } from "../testing/left-behind.ts";
import { migratorOf, steps } from "./migrate.ts";

/** Every row of every table, but for those of the migrations themselves; partitions are read through their table. */
async function everything({ db }: Pick<Store, "db">): Promise<ReadonlyMap<string, readonly Record<string, unknown>[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = 'public' and relkind in ('r', 'p') and not relispartition and relname not like 'khop_migration%' order by 1`.execute(db);
  const all = new Map<string, readonly Record<string, unknown>[]>();
  for (const { name } of tables) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`select to_jsonb(t) as row from ${sql.table(name)} as t order by to_jsonb(t)::text`.execute(db);
    all.set(name, rows.map(({ row }) => row));
  }
  return all;
}

await onBoth({ describe, afterAll }, "a database of an earlier version", (database) => {
  it.each(steps.map((step, index) => [step, index] as const))("that ended with %s is brought to this one, and keeps what it held", async (last, index) => {
    const store = await database.newStore();
    // What a store makes is taken away, and what an earlier one made is put there.
    for (const one of ["drop schema public cascade", "create schema public"]) await sql.raw(one).execute(store.db);
    const { error } = await migratorOf(store.db).migrateTo(last);
    expect(error).toBeUndefined();
    const done = steps.slice(0, index + 1);
    for (const row of rowsOf(done)) await sql.raw(row).execute(store.db);
    const before = await everything(store);
    expect([...before].filter(([, rows]) => rows.length === 0).map(([table]) => table)).toEqual([]);

    const again = await openStore(store.engine === "embedded" ? { pglite: store.raw as PGlite } : { url: database.addressOf(store) });
    expect((await migratorOf(again.db).getMigrations()).every(({ executedAt }) => executedAt !== undefined)).toBe(true);
    const after = await everything(again);
    for (const [table, rows] of before) expect([table, after.get(table)]).toEqual([table, rows.map((row) => expect.objectContaining(row))]);
    // It is not only there: this version reads it, and the trail is true of it.
    expect((await verifyAudit(again, province)).faults).toEqual([]);
    expect([(await readFacts(again, { province })).map(({ quantity }) => quantity?.value.toFixed(2)), (await readLineage(again, province)).length]).toEqual([["12.50"], 1]);
    if (index >= 1) expect(await readSubmissions(again, province)).toMatchObject([{ orgUnit: "xa", state: "approved" }]);
    if (again.engine === "server") await again.close();
  });

  it("keeps words that were written for a period of no calendar", async () => {
    const store = await database.newStore();
    for (const one of ["drop schema public cascade", "create schema public"]) await sql.raw(one).execute(store.db);
    await migratorOf(store.db).migrateTo("0009-lineage-version");
    await sql.raw("insert into org_unit (province, id, name, level) values ('p', 'xa', 'xã', 'commune')").execute(store.db);
    const odd = ["2024-M10", "2024", "9999-A1", " ", "=đ='", "", "tháng 10"];
    for (const [version, period] of odd.entries())
      await sql`insert into passage values ('p', ${period}, 'r', 'xa', 'judgement', ${version}, 'Tốt.', 'lan', now(), null)`.execute(store.db);
    expect((await migratorOf(store.db).migrateToLatest()).error).toBeUndefined();
    const kept = await store.db.selectFrom("passage").select("period").orderBy("version").execute();
    expect(kept.map(({ period }) => period)).toEqual(odd);
  });

  it("has rows for every step", () => {
    expect(Object.keys(leftBehind)).toEqual(steps);
  });
});
