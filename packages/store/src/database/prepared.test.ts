import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPostgres } from "../testing/index.ts";
import { Prepared } from "./prepared.ts";

const postgres = await startPostgres();

describe.skipIf("notRun" in postgres)("texts that come often", () => {
  if ("notRun" in postgres) return;
  let url: string;
  beforeAll(async () => {
    url = (await postgres.newDatabase()) as string;
  });
  afterAll(() => postgres.stop());

  /** A connection whose texts are kept ready while it is a session. */
  async function connected(isSession: () => boolean): Promise<pg.PoolClient> {
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    const prepared = new Prepared(isSession);
    pool.on("connect", (client) => prepared.use(client));
    pool.on("acquire", (client) => prepared.handedOut(client));
    return pool.connect();
  }
  const ready = async (client: pg.PoolClient): Promise<unknown[]> =>
    (await client.query("select statement, (generic_plans + custom_plans)::int as asked from pg_prepared_statements")).rows;
  const text = "select $1::int + 1 as more";
  const more = async (client: pg.PoolClient, n: number): Promise<unknown> => (await client.query(text, [n])).rows[0];

  it("are parsed once", async () => {
    const client = await connected(() => true);
    for (let n = 0; n < 5; n++) expect(await more(client, n)).toEqual({ more: n + 1 });
    expect(await ready(client)).toEqual([{ statement: text, asked: 3 }]);
    client.release(true);
  });

  it("are not behind a pooler that hands sessions round", async () => {
    const client = await connected(() => false);
    for (let n = 0; n < 5; n++) expect(await more(client, n)).toEqual({ more: n + 1 });
    expect(await ready(client)).toEqual([]);
    client.release(true);
  });

  it("are planned once, where a plan is good for any period; only on a session of its own is the planner told so", async () => {
    const priceOf = async (client: pg.PoolClient) => (await client.query("show random_page_cost")).rows[0];
    const [session, pooled] = [await connected(() => true), await connected(() => false)];
    expect(await priceOf(session)).toEqual({ random_page_cost: "1.1" });
    expect(await priceOf(pooled)).toEqual({ random_page_cost: "4" });
    session.release(true);
    pooled.release(true);
  });

  it("are asked without a name where the name was lost, and from then on", async () => {
    const client = await connected(() => true);
    for (let n = 0; n < 5; n++) await more(client, n);
    await client.query("deallocate all");
    expect(await more(client, 6)).toEqual({ more: 7 });
    for (let n = 0; n < 5; n++) expect(await more(client, n)).toEqual({ more: n + 1 });
    expect(await ready(client)).toEqual([]);
    client.release(true);
  });

  it("tell what failed a transaction", async () => {
    const client = await connected(() => true);
    for (let n = 0; n < 5; n++) await more(client, n);
    await client.query("begin");
    await client.query("deallocate all");
    await expect(more(client, 6)).rejects.toMatchObject({ code: "26000" });
    await client.query("rollback");
    expect(await more(client, 6)).toEqual({ more: 7 });
    client.release(true);
  });
});
