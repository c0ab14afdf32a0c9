import { createHash } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { Acting } from "./audit.ts";
import type { Store } from "./database/open.ts";
import { isPartitioned, makePartition } from "./database/partitions.ts";
import type { Tables } from "./database/tables.ts";
import { refusal } from "./errors.ts";
import { readProvinces } from "./org-units.ts";
import { transact } from "./transact.ts";
import { verifyAudit } from "./verify-audit.ts";

const schema = "khop.backup/1";

/** What is kept, in an order in which no row names one that comes later. Answers that were given once are not, nor jobs and deliveries, which are kept for days only. */
const own = [
  "org_unit",
  "lineage",
  "fact",
  "fact_version",
  "audit",
  "audit_head",
  "collection",
  "submission",
  "submission_step",
  "waiver",
  "comment",
  "passage",
  "template",
  "report",
  "report_step",
  "evidence",
  "reminder",
  "webhook",
  "webhook_head",
  "role",
  "token",
  "setting",
];

const batch = 500;

/** Rows that may hold a whole file go one by one. */
const batchOf = (table: string): number => (table === "evidence" ? 1 : batch);

/** Tables of others that live in the same database, such as accounts; in the order in which they are to be filled. */
export interface BackupOptions {
  readonly also?: readonly string[];
}

/**
 * Everything in a store as lines of text: a head, a row a line as JSON, and at the end how many there were and their digest.
 *
 * - Consistent: all of it is as it stood at one moment, whoever writes meanwhile.
 */
export async function* backUp(store: Store, { also = [] }: BackupOptions = {}): AsyncGenerator<string> {
  const seal = new Seal();
  yield seal.add(JSON.stringify({ schema, at: store.now().toISOString() }));
  // A transaction that is handed from line to line: the reader says how fast.
  const trx = await store.db.startTransaction().setIsolationLevel("repeatable read").execute();
  try {
    for (const table of [...own, ...also]) {
      await sql`declare rows no scroll cursor for select ${sql.lit(table)} as "table", to_jsonb(t)::text as row from ${sql.table(table)} as t order by t`.execute(
        trx,
      );
      for (;;) {
        const { rows } = await sql<{ row: string }>`fetch ${sql.raw(String(batchOf(table)))} from rows`.execute(trx);
        // A row stays text: read as a number of JavaScript a figure would not be what it was.
        for (const { row } of rows) yield seal.add(`{"table":${JSON.stringify(table)},"row":${row}}`);
        if (rows.length < batchOf(table)) break;
      }
      await sql`close rows`.execute(trx);
    }
  } finally {
    await trx.rollback().execute();
  }
  yield JSON.stringify({ rows: seal.lines - 1, sha256: seal.digest() });
}

/** Says in the trail of a province that somebody took a backup, which holds it whole. */
export const noteBackup = (store: Store, acting: Acting): Promise<void> =>
  transact(store, acting, async ({ record }) => record({ action: "backup.read", subject: acting.province }));

/**
 * Fills an empty store from a backup: the whole is read and held against its digest first, then written all or not at all, and the audit trail of every
 * province is verified.
 *
 * - Throws: KhopError `store/bad-backup`, `store/not-empty`.
 */
export async function restore(
  store: Store,
  lines: () => AsyncIterable<string>,
  { also = [] }: BackupOptions = {},
): Promise<{ readonly rows: number }> {
  const rows = await verified(lines());
  const known = new Set([...own, ...also]);
  await store.db.transaction().execute(async (trx) => {
    const there = await trx.selectFrom("org_unit").select("id").limit(1).execute();
    if (there.length > 0) {
      throw refusal(
        "store/not-empty",
        {
          vi: "Kho số liệu đã có số liệu; chỉ khôi phục vào thư mục hoặc cơ sở dữ liệu trống.",
          en: "The store holds figures already; restore into an empty folder or database.",
        },
        {},
      );
    }
    await trx.deleteFrom("setting").execute();
    let pending: { table: string; rows: string[] } = { table: "", rows: [] };
    for await (const line of lines()) {
      const [, table, row] = /^\{"table":"(\w+)","row":(.*)\}$/s.exec(line) ?? [];
      if (table === undefined || row === undefined) continue;
      if (!known.has(table)) throw badBackup(`bảng "${table}"`, `the table "${table}"`);
      if (table !== pending.table || pending.rows.length === batchOf(table)) {
        await fill(trx, pending);
        pending = { table, rows: [] };
      }
      pending.rows.push(row);
    }
    await fill(trx, pending);
    for (const province of await readProvinces({ db: trx })) {
      const { faults } = await verifyAudit({ db: trx }, province);
      if (faults.length > 0) throw badBackup(`nhật ký của tỉnh "${province}"`, `the audit trail of "${province}"`);
    }
  });
  return { rows };
}

async function fill(
  trx: Transaction<Tables>,
  { table, rows }: { readonly table: string; readonly rows: readonly string[] },
): Promise<void> {
  if (rows.length === 0) return;
  const list = `[${rows.join(",")}]`;
  if (isPartitioned(table)) {
    const { rows: periods } = await sql<{
      period: string;
    }>`select distinct one->>'period' as period from jsonb_array_elements(${list}::jsonb) as one`.execute(trx);
    for (const { period } of periods) await makePartition(trx, period);
  }
  // A backup that was taken when rows of the installation named no province has them of none.
  await sql`insert into ${sql.table(table)} select filled.* from jsonb_array_elements(${list}::jsonb) as one,
    jsonb_populate_record(null::${sql.table(table)}, '{"province": ""}'::jsonb || one) as filled`.execute(trx);
}

/** How many rows a backup has. */
async function verified(lines: AsyncIterable<string>): Promise<number> {
  const seal = new Seal();
  let last: string | undefined;
  let head: string | undefined;
  for await (const line of lines) {
    if (last !== undefined) seal.add(last);
    head ??= line;
    last = line;
  }
  const said = jsonIn(last) as { readonly rows?: number; readonly sha256?: string };
  if ((jsonIn(head) as { readonly schema?: string }).schema !== schema) throw badBackup("dòng đầu", "its first line");
  if (said.sha256 !== seal.digest() || said.rows !== seal.lines - 1)
    throw badBackup("nội dung (thiếu dòng hoặc bị sửa)", "its contents (lines are missing or were changed)");
  return said.rows;
}

function jsonIn(line: string | undefined): object {
  try {
    return (JSON.parse(line ?? "") ?? {}) as object;
  } catch {
    return {};
  }
}

class Seal {
  readonly #hash = createHash("sha256");
  lines = 0;

  add(line: string): string {
    this.#hash.update(line).update("\n");
    this.lines += 1;
    return line;
  }

  digest(): string {
    return this.#hash.copy().digest("hex");
  }
}

const badBackup = (vi: string, en: string): Error =>
  refusal(
    "store/bad-backup",
    {
      vi: `Bản sao lưu không dùng được: sai ở ${vi}. Hãy dùng một bản khác.`,
      en: `The backup is of no use: wrong at ${en}. Use another one.`,
    },
    { at: en },
  );
