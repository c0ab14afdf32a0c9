import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const submission = "province, period, regime, org_unit";
const toOrgUnit = "foreign key (province, org_unit) references org_unit (province, id)";

/** Tables whose rows are of a period, in an order in which none names one that comes later: key, other tables that it names, and what its trigger refuses. */
const ofPeriods: readonly (readonly [table: string, key: string, names: readonly string[], refuses?: "delete" | "update or delete"])[] = [
  ["collection", "province, period, regime", [], "delete"],
  [
    "submission",
    submission,
    ["foreign key (province, period, regime) references collection (province, period, regime)", toOrgUnit],
    "delete",
  ],
  ["submission_step", `${submission}, seq`, [], "update or delete"],
  ["waiver", `${submission}, finding`, [], "update or delete"],
  ["comment", `${submission}, id`, [], "update or delete"],
  ["passage", "province, regime, org_unit, period, passage, version", [toOrgUnit], "update or delete"],
  ["report", submission, [toOrgUnit], "delete"],
  ["report_step", `${submission}, seq`, [], "update or delete"],
  ["evidence", `${submission}, id`, [], "update or delete"],
  ["reminder", `${submission}, due_on, kind, recipient`, [`foreign key (${submission}) references submission (${submission})`]],
];

/** Tables whose keys did not begin with a province; one that is no province's is of '', the installation. */
const ofInstallation: readonly (readonly [table: string, key: string])[] = [
  ["token", "province, id"],
  ["answer", "province, asker, key"],
  ["setting", "province, name"],
];

/** Every key begins with the province, and every table whose rows are of a period is partitioned by it: an engine that spreads tables can carry any of them. */
export const byProvinceAndPeriod: Migration = { up };

async function up(db: Parameters<Migration["up"]>[0]): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  for (const [table] of ofPeriods) await run(`alter table ${table} rename to ${table}_before`);
  for (const [table] of ofPeriods) {
    // Years of periods are ranges of their names, byte by byte, whatever the database's language sorts first.
    await run(`create table ${table} (like ${table}_before including defaults including constraints)`);
    await run(`alter table ${table} alter column period type text collate "C"`);
    await run(`alter table ${table} rename to ${table}_shape`);
    await run(`create table ${table} (like ${table}_shape including defaults including constraints) partition by range (period)`);
    await run(`drop table ${table}_shape`);
    await makeHomes(db, table);
    await run(`insert into ${table} select * from ${table}_before`);
  }
  for (const [table] of ofPeriods.toReversed()) await run(`drop table ${table}_before`);
  for (const [table, key, names, refuses] of ofPeriods) {
    await run(`alter table ${table} add primary key (${key})`);
    for (const one of names) await run(`alter table ${table} add ${one}`);
    if (refuses !== undefined)
      await run(`create trigger ${table}_is_kept before ${refuses} on ${table} for each row execute function khop_refuse()`);
  }

  for (const [table, key] of ofInstallation) {
    await run(`alter table ${table} add column province text not null default ''`);
    await run(`alter table ${table} drop constraint ${table}_pkey, add primary key (${key})`);
  }
  await run("alter table token drop constraint token_hash_key, add unique (province, hash)");

  await run("alter table job_event add column province text");
  await run("update job_event set province = coalesce(job.province, '') from job where job.id = job_event.job");
  await run("alter table job_event drop constraint job_event_pkey, drop constraint job_event_job_fkey");
  await run("update job set province = '' where province is null");
  await run("alter table job alter column province set not null, drop constraint job_pkey, add primary key (province, id)");
  await run(`alter table job_event alter column province set not null, add primary key (province, job, seq),
    add foreign key (province, job) references job (province, id) on delete cascade`);
  // Whoever asks for a job by its name says no province.
  await run("create index job_by_id on job (id)");
  await run("create index job_event_by_job on job_event (job, seq)");
}

/** A partition for each year of periods. Names that are of no period were once let in with passages; each of them has its own. */
async function makeHomes(db: Parameters<Migration["up"]>[0], table: string): Promise<void> {
  const { rows } = await sql<{ begins: string; isYear: boolean }>`
    select distinct period ~ '^[0-9]{4}' as "isYear", case when period ~ '^[0-9]{4}' then left(period, 4) else period end as begins
    from ${sql.table(`${table}_before`)} order by 1, 2`.execute(db);
  for (const [nth, { begins, isYear }] of rows.entries()) {
    const name = isYear ? begins : `other_${nth}`;
    const to = !isYear ? `${begins}\u0001` : begins === "9999" ? ":" : String(Number(begins) + 1).padStart(4, "0");
    await sql`create table ${sql.table(`${table}_${name}`)} partition of ${sql.table(table)}
      for values from (${sql.lit(begins)}) to (${sql.lit(to)})`.execute(db);
  }
}
