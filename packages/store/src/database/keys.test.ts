import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../index.ts";
import { onBoth } from "../testing/index.ts";
import { makePartitions } from "./partitions.ts";

await onBoth({ describe, afterAll }, "keys", (database) => {
  let store: Store;
  beforeAll(async () => { store = await database.newStore(); });

  const keysOf = async () => (await sql<{ table: string; columns: string[]; key: string[]; partitioned: string | null }>`
    select relname as "table", (select attname::text from pg_partitioned_table, pg_attribute where partrelid = pg_class.oid and attrelid = pg_class.oid and attnum = partattrs[0]) as partitioned,
      (select array_agg(attname::text) from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped) as columns,
      (select array_agg(attname::text order by place) from pg_index, unnest(indkey::int[]) with ordinality as part (number, place), pg_attribute
        where indrelid = pg_class.oid and indisprimary and attrelid = pg_class.oid and attnum = number) as key
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = 'public' and relkind in ('r', 'p') and not relispartition and relname not like 'khop_migration%' order by 1`.execute(store.db)).rows;

  it("begin with the province in every table; rows of the installation are of the one without a name", async () => {
    const all = await keysOf();
    expect(all.length).toBeGreaterThan(25);
    expect(all.filter(({ key }) => key[0] !== "province").map(({ table }) => table)).toEqual([]);
  });

  it("name the period wherever rows are of one, and those tables are partitioned by it", async () => {
    const ofPeriods = (await keysOf()).filter(({ columns }) => columns.includes("period"));
    expect(ofPeriods.length).toBeGreaterThan(10);
    expect(ofPeriods.filter(({ key, partitioned }) => !key.includes("period") || partitioned !== "period").map(({ table }) => table)).toEqual([]);
  });

  it("of a period's rows open no other year's partitions", async () => {
    await makePartitions(store, ["2024-M10", "2025-M01", "2025-01-01/P9M"]);
    const { rows } = await sql<{ "QUERY PLAN": string }>`explain select * from submission where province = 'p' and period = '2025-01-01/P9M'`.execute(store.db);
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect([plan.includes("submission_2025"), plan.includes("submission_2024")]).toEqual([true, false]);
  });
});
