import { createHash, randomUUID } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import type { Acting } from "../audit.ts";
import type { Store } from "../database/open.ts";
import { refusal } from "../errors.ts";
import { transact } from "../transact.ts";
import { columnsOf, lockSubmission, type SubmissionKey, submissionName } from "./submission.ts";

/** The largest file that is kept, in bytes. */
export const mostEvidence = 10 * 1024 * 1024;

/** A file that bears a submission out, or one of its cells. */
export interface Evidence {
  readonly id: string;
  readonly cell?: string;
  readonly name: string;
  /** What its bytes are, whatever its name says. */
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly by: string;
  readonly at: Date;
}

/**
 * Keeps a file beside a submission.
 *
 * - Throws: KhopError `store/too-large`, `store/no-submission`.
 */
export async function attachEvidence(
  store: Store,
  acting: Acting,
  key: SubmissionKey,
  { name, cell, bytes }: { readonly name: string; readonly cell?: string; readonly bytes: Uint8Array },
): Promise<Evidence> {
  const size = bytes.byteLength;
  if (size === 0 || size > mostEvidence) {
    const said = {
      vi: `Tệp "${name}" có ${size} byte; chỉ nhận tệp không rỗng và không quá ${mostEvidence} byte (10 MB).`,
      en: `The file "${name}" has ${size} bytes; files that are not empty and of at most ${mostEvidence} bytes (10 MB) are kept.`,
    };
    throw refusal("store/too-large", said, { size, most: mostEvidence });
  }
  const [type, sha256, id] = [await typeOf(bytes), createHash("sha256").update(bytes).digest("hex"), randomUUID()];
  return transact(store, acting, async ({ trx, at, record }) => {
    await lockSubmission(trx, acting.province, key, undefined);
    const about = { id, name, type, size, sha256, by: acting.by, at };
    await trx
      .insertInto("evidence")
      .values({ ...columnsOf(acting.province, key), ...about, cell: cell ?? null, bytes: Buffer.from(bytes) })
      .execute();
    const of = cell === undefined ? {} : { cell };
    record({ action: "evidence.add", subject: submissionName(key), detail: { id, name, type, size, sha256, ...of } });
    return { ...about, ...of };
  });
}

/** What bytes are: by how they begin; text where they are nothing else and read as UTF-8. */
async function typeOf(bytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return found.mime;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\u0000") ? "application/octet-stream" : "text/plain";
  } catch {
    return "application/octet-stream";
  }
}

const columns = ["id", "cell", "name", "type", "size", "sha256", "by", "at"] as const;

/** The files beside a submission, without their bytes, the first first. */
export async function readEvidence(
  store: Pick<Store, "db">,
  province: string,
  { regime, period, orgUnit }: SubmissionKey,
): Promise<readonly Evidence[]> {
  const rows = await store.db
    .selectFrom("evidence")
    .select(columns)
    .where("province", "=", province)
    .where("period", "=", period)
    .where("regime", "=", regime)
    .where("org_unit", "=", orgUnit)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(({ cell, ...one }) => ({ ...one, ...(cell === null ? {} : { cell }) }));
}

/** One of them, with its bytes. Throws: KhopError `store/no-evidence`. */
export async function readEvidenceFile(
  store: Pick<Store, "db">,
  province: string,
  { regime, period, orgUnit }: SubmissionKey,
  id: string,
): Promise<Evidence & { readonly bytes: Uint8Array }> {
  const row = await store.db
    .selectFrom("evidence")
    .select([...columns, "bytes"])
    .where("province", "=", province)
    .where("period", "=", period)
    .where("regime", "=", regime)
    .where("org_unit", "=", orgUnit)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) {
    const said = { vi: `Lần gửi này không có tệp "${id}".`, en: `This submission has no file "${id}".` };
    throw refusal("store/no-evidence", said, { id });
  }
  const { cell, ...one } = row;
  return { ...one, ...(cell === null ? {} : { cell }) };
}
