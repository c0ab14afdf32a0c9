import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const key = "province text not null, period text not null, regime text not null, org_unit text not null";
const unit = "foreign key (province, org_unit) references org_unit (province, id)";

/** What people write into reports, how far a report has come, and files that bear figures out. */
export const texts: Migration = { up };

async function up(db: Parameters<Migration["up"]>[0]): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run(`create table passage (
    ${key}, passage text not null, version integer not null, text text not null, by text not null, at timestamptz not null, why text,
    primary key (province, regime, org_unit, period, passage, version), ${unit})`);
  await run(`create table report (
    ${key}, state text not null check (state in ('drafted', 'checked', 'signed', 'withdrawn')), version integer not null,
    until timestamptz not null, regime_version text not null, head jsonb not null,
    primary key (province, period, regime, org_unit), ${unit})`);
  await run(`create table report_step (
    ${key}, seq integer not null, action text not null, at timestamptz not null, by text not null, reason text,
    until timestamptz not null, regime_version text not null, head jsonb not null,
    primary key (province, period, regime, org_unit, seq))`);
  await run(`create table evidence (
    ${key}, id uuid not null, cell text, name text not null, type text not null, size integer not null, sha256 text not null,
    bytes bytea not null, by text not null, at timestamptz not null, primary key (province, period, regime, org_unit, id))`);
  for (const table of ["passage", "report_step", "evidence"]) {
    await run(`create trigger ${table}_is_kept before update or delete on ${table} for each row execute function khop_refuse()`);
  }
  await run("create trigger report_is_kept before delete on report for each row execute function khop_refuse()");
}
