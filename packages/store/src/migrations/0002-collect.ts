import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const key = "province text not null, period text not null, regime text not null, org_unit text not null";

/** Periods that are collected, what each unit has sent, and what was said of it. */
export const collect: Migration = { up };

async function up(db: Parameters<Migration["up"]>[0]): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run(`create table collection (
    province text not null, period text not null, regime text not null, regime_version text not null,
    from_day date not null, to_day date not null, due_on date not null, blocks text not null,
    opened_at timestamptz not null, opened_by text not null, primary key (province, period, regime))`);
  await run(`create table submission (
    ${key}, state text not null check (state in ('draft', 'submitted', 'returned', 'approved', 'locked')),
    version integer not null, due_on date not null, first_submitted_at timestamptz, submitted_at timestamptz,
    approved_by text[] not null, primary key (province, period, regime, org_unit),
    foreign key (province, period, regime) references collection (province, period, regime),
    foreign key (province, org_unit) references org_unit (province, id))`);
  await run(`create table submission_step (
    ${key}, seq integer not null, action text not null, at timestamptz not null, by text not null, "as" text, reason text, cells jsonb not null,
    primary key (province, period, regime, org_unit, seq))`);
  await run(`create table waiver (
    ${key}, finding text not null, message jsonb not null, reason text not null, by text not null, at timestamptz not null,
    primary key (province, period, regime, org_unit, finding))`);
  await run(`create table comment (
    ${key}, id uuid not null, cell text, text text not null, by text not null, at timestamptz not null,
    primary key (province, period, regime, org_unit, id))`);
  for (const table of ["submission_step", "waiver", "comment"]) {
    await run(`create trigger ${table}_is_kept before update or delete on ${table} for each row execute function khop_refuse()`);
  }
  for (const table of ["submission", "collection"]) {
    await run(`create trigger ${table}_is_kept before delete on ${table} for each row execute function khop_refuse()`);
  }
}
