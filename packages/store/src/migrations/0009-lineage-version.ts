import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What became of units counts up the version of a province's units: whoever kept what was made from them hears of it. */
export const lineageVersion: Migration = { up };

async function up(db: Parameters<Migration["up"]>[0]): Promise<void> {
  for (const [event, rows] of [
    ["insert", "new"],
    ["update", "new"],
    ["delete", "old"],
  ]) {
    await sql
      .raw(`create trigger lineage_${event} after ${event} on lineage referencing ${rows} table as changed
      for each statement execute function khop_renew_org_units()`)
      .execute(db);
  }
  // What was known of it at a time is read from the trail.
  await sql.raw("create index audit_of_lineage on audit (province, seq) where action = 'lineage.put'").execute(db);
}
