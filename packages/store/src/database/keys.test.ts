import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../index.ts";
import { onBoth } from "../testing/index.ts";

/** Tables whose rows belong to no one province, with what they are looked up by; the reasons stand in docs/decisions/0021. */
const ofNoProvince = { answer: "asker, key", job: "id", job_event: "job, seq", setting: "name", token: "id" };

await onBoth({ describe, afterAll }, "keys", (database) => {
  let store: Store;
  beforeAll(async () => { store = await database.newStore(); });

  const keysOf = async () => (await sql<{ table: string; columns: string[]; key: string[]; partitioned: boolean }>`
    select relname as "table", relkind = 'p' as partitioned,
      (select array_agg(attname::text) from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped) as columns,
      (select array_agg(attname::text order by place) from pg_index, unnest(indkey::int[]) with ordinality as part (number, place), pg_attribute
        where indrelid = pg_class.oid and indisprimary and attrelid = pg_class.oid and attnum = number) as key
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = 'public' and relkind in ('r', 'p') and not relispartition and relname not like 'khop_migration%' order by 1`.execute(store.db)).rows;

  it("begin with the province, in every table whose rows are of one", async () => {
    const others = (await keysOf()).filter(({ key }) => key[0] !== "province");
    expect(Object.fromEntries(others.map(({ table, key }) => [table, key.join(", ")]))).toEqual(ofNoProvince);
  });

  it("name the period, wherever rows are of one", async () => {
    const ofPeriods = (await keysOf()).filter(({ columns }) => columns.includes("period"));
    expect(ofPeriods.length).toBeGreaterThan(10);
    expect(ofPeriods.filter(({ key }) => !key.includes("period")).map(({ table }) => table)).toEqual([]);
  });

  it("are of partitions by period where rows are figures", async () => {
    expect((await keysOf()).filter(({ partitioned }) => partitioned).map(({ table }) => table)).toEqual(["fact", "fact_version"]);
  });
});
