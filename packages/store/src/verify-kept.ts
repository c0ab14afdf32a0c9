import { sql } from "kysely";
import { type AuditEntry, digestOf } from "./audit.ts";
import { keyIn } from "./collect/submission.ts";
import type { Store } from "./database/open.ts";
import type { AuditFault } from "./verify-audit.ts";

/** Entries whose texts or files are no longer those that they sealed. */
export async function unkept(store: Pick<Store, "db">, province: string, entries: readonly AuditEntry[]): Promise<readonly AuditFault[]> {
  const faults: AuditFault[] = [];
  for (const { seq, action, subject, detail } of entries) {
    if (action === "passages.write" && !(await keepsPassages(store, province, subject, detail))) faults.push({ seq, what: "passages" });
    if (action === "template.write" && !(await keepsTemplate(store, province, detail))) faults.push({ seq, what: "templates" });
    if (action === "evidence.add" && !(await keepsFile(store, province, subject, detail))) faults.push({ seq, what: "evidence" });
  }
  return faults;
}

type Detail = AuditEntry["detail"];

async function keepsPassages(store: Pick<Store, "db">, province: string, subject: string, detail: Detail): Promise<boolean> {
  const { regime, period, orgUnit } = keyIn(subject);
  const said = detail.passages as readonly { readonly passage: string; readonly version: number; readonly digest: string }[];
  const rows = await store.db
    .selectFrom("passage")
    .select(["passage", "version", "text"])
    .where("province", "=", province)
    .where("regime", "=", regime)
    .where("org_unit", "=", orgUnit)
    .where("period", "=", period)
    .where(
      "passage",
      "in",
      said.map(({ passage }) => passage),
    )
    .execute();
  return said.every(({ passage, version, digest }) =>
    rows.some((row) => row.passage === passage && row.version === version && digestOf(row.text) === digest),
  );
}

async function keepsTemplate(store: Pick<Store, "db">, province: string, detail: Detail): Promise<boolean> {
  const row = await store.db
    .selectFrom("template")
    .select("text")
    .where("province", "=", province)
    .where("regime", "=", detail.regime as string)
    .where("template", "=", detail.template as string)
    .where("version", "=", detail.version as number)
    .executeTakeFirst();
  return row !== undefined && digestOf(row.text) === detail.digest;
}

async function keepsFile(store: Pick<Store, "db">, province: string, subject: string, detail: Detail): Promise<boolean> {
  const { regime, period, orgUnit } = keyIn(subject);
  const row = await store.db
    .selectFrom("evidence")
    // The database works it out where the bytes lie.
    .select(sql<string>`encode(sha256(bytes), 'hex')`.as("sha256"))
    .where("province", "=", province)
    .where("period", "=", period)
    .where("regime", "=", regime)
    .where("org_unit", "=", orgUnit)
    .where("id", "=", detail.id as string)
    .executeTakeFirst();
  return row?.sha256 === detail.sha256;
}
