import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Who may do what where, tokens of programs, answers that were given, and settings of the installation. */
export const access: Migration = { up };

async function up(db: Parameters<Migration["up"]>[0]): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run(`create table role (
    province text not null, user_id text not null, role text not null, org_unit text not null, regime text not null,
    primary key (province, user_id, role, org_unit, regime), foreign key (province, org_unit) references org_unit (province, id))`);
  await run(`create table token (
    id uuid primary key, user_id text not null, name text not null, hash text not null unique, scopes text[] not null,
    created_at timestamptz not null, expires_at timestamptz, revoked_at timestamptz)`);
  await run(`create table answer (
    asker text not null, key text not null, request text not null, status integer, body text, at timestamptz not null, primary key (asker, key))`);
  await run("create table setting (name text primary key, value text not null)");
}
