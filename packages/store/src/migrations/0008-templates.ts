import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** How a province tells the parts of a regime's reports, in the place of the regime's own templates. */
export const templates: Migration = { up };

async function up(db: Parameters<Migration["up"]>[0]): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run(`create table template (
    province text not null, regime text not null, template text not null, version integer not null, text text,
    by text not null, at timestamptz not null, why text, primary key (province, regime, template, version))`);
  await run("create trigger template_is_kept before update or delete on template for each row execute function khop_refuse()");
}
