import type { PGlite } from "@electric-sql/pglite";
import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { openStore, readFacts, readSubmissions, verifyAudit } from "../index.ts";
import { onBoth } from "../testing/index.ts";
import { migratorOf, steps } from "./migrate.ts";

/** Rows as an earlier version left them, in the tables that it had. */
const left: Readonly<Record<string, readonly string[]>> = {
  "0001-facts": ["insert into org_unit values ('p', 'xa', 'xã', 'commune', null, null, null)"],
  "0002-collect": [
    "insert into collection values ('p', '2024-M10', 'r', '1', '2024-09-15', '2024-10-14', '2024-10-21', 'error', now(), 'lan')",
    "insert into submission values ('p', '2024-M10', 'r', 'xa', 'draft', 1, '2024-10-21', null, null, '{}')",
  ],
  "0003-access": ["insert into role values ('p', 'lan', 'clerk', 'xa', '')"],
};

await onBoth({ describe, afterAll }, "a database of an earlier version", (database) => {
  it.each(steps.map((step, index) => [step, index] as const))("that ended with %s is brought to this one, and keeps what it held", async (last, index) => {
    const store = await database.newStore();
    // What a store makes is taken away, and what an earlier one made is put there.
    for (const one of ["drop schema public cascade", "create schema public"]) await sql.raw(one).execute(store.db);
    const { error } = await migratorOf(store.db).migrateTo(last);
    expect(error).toBeUndefined();
    for (const step of steps.slice(0, index + 1)) for (const row of left[step] ?? []) await sql.raw(row).execute(store.db);

    const again = await openStore(store.engine === "embedded" ? { pglite: store.raw as PGlite } : { url: database.addressOf(store) });
    expect((await migratorOf(again.db).getMigrations()).every(({ executedAt }) => executedAt !== undefined)).toBe(true);
    expect((await again.db.selectFrom("org_unit").select("name").execute()).map(({ name }) => name)).toEqual(["xã"]);
    if (index >= 1) expect(await readSubmissions(again, "p")).toMatchObject([{ orgUnit: "xa", state: "draft" }]);
    expect([await readFacts(again, { province: "p" }), (await verifyAudit(again, "p")).faults.filter(({ row }) => row === undefined), await again.db.selectFrom("job").select("id").execute()]).toEqual([[], [], []]);
    if (again.engine === "server") await again.close();
  });
});
