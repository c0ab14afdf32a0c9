import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { refusal } from "../errors.ts";
import { facts } from "../migrations/0001-facts.ts";
import { collect } from "../migrations/0002-collect.ts";
import { access } from "../migrations/0003-access.ts";
import { texts } from "../migrations/0004-texts.ts";
import { oneStatement } from "../migrations/0005-one-statement.ts";
import { reminders } from "../migrations/0006-reminders.ts";
import { jobs } from "../migrations/0007-jobs.ts";
import { templates } from "../migrations/0008-templates.ts";
import { lineageVersion } from "../migrations/0009-lineage-version.ts";
import { byProvinceAndPeriod } from "../migrations/0010-by-province-and-period.ts";
import type { Tables } from "./tables.ts";

/** Every step from an empty database to this version's, in order. A step that was released is never changed; what comes later is a new one. */
const migrations: Readonly<Record<string, Migration>> = {
  "0001-facts": facts,
  "0002-collect": collect,
  "0003-access": access,
  "0004-texts": texts,
  "0005-one-statement": oneStatement,
  "0006-reminders": reminders,
  "0007-jobs": jobs,
  "0008-templates": templates,
  "0009-lineage-version": lineageVersion,
  "0010-by-province-and-period": byProvinceAndPeriod,
};

/** Every step's name, the first first. */
export const steps: readonly string[] = Object.keys(migrations);

export const migratorOf = (db: Kysely<Tables>): Migrator =>
  new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: "khop_migration",
    migrationLockTableName: "khop_migration_lock",
  });

/**
 * Brings a database to this version, forward only; several processes may start at once.
 *
 * - Throws: KhopError `store/newer-database` when a newer version has been here.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = migratorOf(db);
  const done = (await migrator.getMigrations()).filter(({ executedAt }) => executedAt !== undefined).length;
  const newer = await newerThan(db, steps);
  if (newer !== undefined) {
    throw refusal(
      "store/newer-database",
      {
        vi: `Dữ liệu này do phiên bản mới hơn của Khớp ghi (bước "${newer}"). Hãy cập nhật Khớp rồi mở lại; dữ liệu chưa bị thay đổi.`,
        en: `This database was written by a newer version of Khớp (step "${newer}"). Update Khớp and open it again; nothing was changed.`,
      },
      { migration: newer },
    );
  }
  if (done === steps.length) return;
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function newerThan(db: Kysely<Tables>, known: readonly string[]): Promise<string | undefined> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === "khop_migration")) return undefined;
  const rows = await db
    .withTables<{ khop_migration: { name: string } }>()
    .selectFrom("khop_migration")
    .select("name")
    .where("name", "not in", [...known])
    .orderBy("name")
    .execute();
  return rows[0]?.name;
}
