import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The trail is appended to in one statement, so that writers of a province wait for each other no longer than it takes; and the database says when units, roles or tokens changed. */
export const oneStatement: Migration = { up };

async function up(db: Parameters<Migration["up"]>[0]): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  // Each entry comes with what it says as canonical JSON, in the middle of what is sealed: [province, seq, at, by, action, subject, detail, before].
  await run(`create function khop_append_audit(of_province text, province_text text, entries jsonb) returns void language plpgsql as $$
    declare head audit_head%rowtype; entry jsonb; sealed text;
    begin
      select * into head from audit_head where province = of_province for update;
      if not found then
        insert into audit_head values (of_province, 0, '') on conflict do nothing;
        select * into head from audit_head where province = of_province for update;
      end if;
      for entry in select * from jsonb_array_elements(entries) loop
        head.seq := head.seq + 1;
        sealed := encode(sha256(convert_to(
          '[' || province_text || ',' || head.seq || ',' || (entry->>'text') || ',"' || head.seal || '"]', 'UTF8')), 'hex');
        insert into audit (province, seq, at, by, action, subject, detail, before, seal) values (of_province, head.seq,
          (entry->>'at')::timestamptz, entry->>'by', entry->>'action', entry->>'subject', entry->'detail', head.seal, sealed);
        head.seal := sealed;
      end loop;
      update audit_head set seq = head.seq, seal = head.seal where province = of_province;
    end $$`);

  // A period is a table of its own, so its name tells nothing within; an index that begins with it was taken for as good as the key where a unit is asked for.
  await run("drop index fact_by_indicator");
  await run("create index fact_by_indicator on fact (indicator, members, province, org_unit)");

  await run("create table org_unit_version (province text primary key, version bigint not null)");
  await run("insert into org_unit_version select distinct province, 1 from org_unit");
  await run(`create function khop_renew_org_units() returns trigger language plpgsql as $$
    begin
      insert into org_unit_version select distinct province, 1 from changed
      on conflict (province) do update set version = org_unit_version.version + 1;
      perform pg_notify('khop_heard', '');
      return null;
    end $$`);
  await run(`create function khop_tell() returns trigger language plpgsql as $$
    begin perform pg_notify('khop_heard', ''); return null; end $$`);
  for (const table of ["role", "token"]) {
    await run(
      `create trigger ${table}_is_told after insert or update or delete on ${table} for each statement execute function khop_tell()`,
    );
  }
  for (const [event, rows] of [
    ["insert", "new"],
    ["update", "new"],
    ["delete", "old"],
  ]) {
    await run(`create trigger org_unit_${event} after ${event} on org_unit referencing ${rows} table as changed
      for each statement execute function khop_renew_org_units()`);
  }
}
