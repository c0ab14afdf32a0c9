import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What is done in the background for somebody, as far as it has come; and who is told over HTTP of what was done. */
export const jobs: Migration = { up };

async function up(db: Parameters<Migration["up"]>[0]): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run(`create table job (
    id uuid primary key, kind text not null, asked_by text not null, province text, asked jsonb not null, input bytea,
    state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    attempt integer not null, done integer not null, whole integer, events integer not null,
    asked_at timestamptz not null, ended_at timestamptz, keep_until timestamptz not null,
    problem jsonb, result_name text, result_type text, result bytea)`);
  await run("create index job_by_asker on job (asked_by, asked_at)");
  await run("create index job_to_sweep on job (keep_until)");
  await run(`create table job_event (
    job uuid not null references job (id) on delete cascade, seq integer not null, at timestamptz not null, event text not null, data jsonb not null,
    primary key (job, seq))`);

  await run(`create table webhook (
    province text not null, id uuid not null, url text not null, events text[] not null, secret text not null,
    secret_before text, secret_before_until timestamptz, since integer not null, made_at timestamptz not null, made_by text not null,
    primary key (province, id))`);
  await run("create table webhook_head (province text primary key, seq integer not null)");
  await run(`create table webhook_delivery (
    province text not null, id uuid not null, webhook uuid not null, event text not null, payload text not null, at timestamptz not null,
    state text not null check (state in ('waiting', 'delivered', 'dead')), tries integer not null, status integer, error text, ended_at timestamptz,
    primary key (province, id), foreign key (province, webhook) references webhook (province, id) on delete cascade)`);
  await run("create index webhook_delivery_by_time on webhook_delivery (province, webhook, at, id)");
}
