import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const saying = `
  value numeric, upper numeric, decimals integer, exponent integer,
  unit text, unit_kind text, unit_dimension text, unit_exponent integer,
  exact boolean, hedge text, status text not null, as_of date, source text,
  said_by text not null, said_at timestamptz not null, submission text, why text, change uuid not null`;

/** What compiled rules reckon with: the ends of a figure's interval as stated, as cut, and as rounded. */
const ends = ["", "cut_", "round_"].flatMap((how) => [
  `${how}lo numeric`,
  `${how}hi numeric`,
  `${how}lo_closed boolean`,
  `${how}hi_closed boolean`,
]);
const reckoned = [...ends, "is_round boolean", "is_long boolean"].join(", ");

const address = "province text not null, period text not null, org_unit text not null, indicator text not null, members text not null";

/** Org units, facts with their versions, and the audit trail. */
export const facts: Migration = { up };

async function up(db: Parameters<Migration["up"]>[0]): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run(`create table org_unit (
    province text not null, id text not null, name text not null, level text not null, parent text,
    valid_from date, valid_to date, primary key (province, id))`);
  await run(`create table lineage (
    province text not null, on_day date not null, change text not null, from_units text[] not null, into_units text[] not null,
    source text not null, primary key (province, on_day, from_units, into_units))`);

  await run(`create table fact (${address}, version integer not null, ${saying}, ${reckoned},
    primary key (province, period, org_unit, indicator, members)) partition by list (period)`);
  await run("create index fact_by_indicator on fact (province, period, indicator, members, org_unit)");
  await run(`create table fact_version (${address}, version integer not null, ${saying},
    primary key (province, period, org_unit, indicator, members, version)) partition by list (period)`);
  await run("create index fact_version_change on fact_version (province, change)");

  await run(`create table audit (
    province text not null, seq integer not null, at timestamptz not null, by text not null, action text not null, subject text not null,
    detail jsonb not null, before text not null, seal text not null, primary key (province, seq))`);
  await run("create table audit_head (province text primary key, seq integer not null, seal text not null)");

  await run(`create function khop_refuse() returns trigger language plpgsql as $$
    begin raise exception 'khop: rows of % are never changed or removed', tg_table_name; end $$`);
  for (const table of ["fact_version", "audit"]) {
    await run(`create trigger ${table}_is_kept before update or delete on ${table} for each row execute function khop_refuse()`);
  }
  await run("create trigger fact_is_kept before delete on fact for each row execute function khop_refuse()");
}
