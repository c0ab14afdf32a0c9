// The same questions to the database by a bare Hono handler over pg: nobody is asked who they are, nothing is checked. DATABASE_URL=… node bare.ts
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const columns = `province, period, org_unit, indicator, members, version, value, upper, decimals, exponent, unit, unit_kind, unit_dimension,
  unit_exponent, exact, hedge, status, as_of, source, said_by, said_at, submission, why, change`;
const app = new Hono();

app.get("/facts/:orgUnit", async (c) => {
  const { rows } = await pool.query(
    `select ${columns} from fact where province = $1 and period = $2 and org_unit = $3 order by period, org_unit, indicator, members`,
    ["lam-son", "2024-M10", c.req.param("orgUnit")],
  );
  return c.json({ items: rows });
});

app.get("/state/:orgUnit", async (c) => {
  const { rows } = await pool.query("select * from submission where province = $1 and period = $2 and org_unit = $3", [
    "lam-son",
    "2024-M10",
    c.req.param("orgUnit"),
  ]);
  return c.json(rows[0]);
});

// What keeping a figure with its versions and a sealed trail takes, and no more.
app.patch("/facts/:orgUnit", async (c) => {
  const { indicator, members, value } = (await c.req.json()) as { indicator: string; members: string; value: string };
  const key = ["lam-son", "2024-M10", c.req.param("orgUnit")];
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select * from submission where province = $1 and period = $2 and org_unit = $3 for update", key);
    const address = [...key, indicator, members];
    await client.query(
      `select ${columns} from fact where province = $1 and period = $2 and org_unit = $3 and indicator = $4 and members = $5 for update`,
      address,
    );
    await client.query(
      `with said as (update fact set value = $6, version = version + 1, said_at = now()
         where province = $1 and period = $2 and org_unit = $3 and indicator = $4 and members = $5 returning ${columns})
       insert into fact_version (${columns}) select ${columns} from said`,
      [...address, value],
    );
    await client.query("update submission set version = version + 1 where province = $1 and period = $2 and org_unit = $3", key);
    await client.query("select khop_append_audit($1, $2, $3)", [
      "lam-son",
      '"lam-son"',
      JSON.stringify([{ at: new Date(), by: "bare", action: "facts.write", subject: "", detail: {}, text: '""' }]),
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
  return c.json({ written: 1 });
});

serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(`http://127.0.0.1:${port}`));
