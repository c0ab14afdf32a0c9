import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Who was reminded of what, once each. */
export const reminders: Migration = { up };

async function up(db: Parameters<Migration["up"]>[0]): Promise<void> {
  await sql
    .raw(`create table reminder (
    province text not null, period text not null, regime text not null, org_unit text not null, due_on date not null, kind text not null,
    recipient text not null, by text not null, taken_at timestamptz not null, sent_at timestamptz,
    primary key (province, period, regime, org_unit, due_on, kind, recipient),
    foreign key (province, period, regime, org_unit) references submission (province, period, regime, org_unit))`)
    .execute(db);
}
