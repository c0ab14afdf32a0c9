import { type AuditEntry, sealOf } from "./audit.ts";
import type { Store } from "./database/open.ts";
import type { FactTable } from "./database/tables.ts";
import { digestOfVersions } from "./facts/write-facts.ts";
import { strayEnds } from "./verify-ends.ts";
import { unkept } from "./verify-kept.ts";
import { strayRows } from "./verify-tables.ts";

/** What a look at the whole trail of a province found. */
export interface AuditReport {
  readonly entries: number;
  /** The seal of the last entry; kept elsewhere, it also shows if entries are cut off at the end. */
  readonly seal: string;
  readonly faults: readonly AuditFault[];
}

/**
 * `seal`: the entry is not as it was sealed; `chain`: an entry is missing before it; `end`: entries were cut off at the end. Everything else names what
 * is not as the trail tells it: a row that was changed, is gone, or that no entry knows of.
 */
export const auditFaults = [
  "seal",
  "chain",
  "end",
  "facts",
  "orgUnits",
  "lineage",
  "roles",
  "periods",
  "submissions",
  "steps",
  "waivers",
  "comments",
  "evidence",
  "passages",
  "templates",
  "reports",
  "reminders",
  "webhooks",
] as const;

export interface AuditFault {
  /** The entry that is at fault, or that tells the row otherwise; the last one, where none knows of the row. */
  readonly seq: number;
  readonly what: (typeof auditFaults)[number];
  /** The row, by what tells it from others of its table. */
  readonly row?: string;
}

const batch = 500;

/** Goes through the audit trail of a province and works every seal out again, those of the facts too; then holds every table that it tells of against it. */
export async function verifyAudit(
  store: Pick<Store, "db">,
  province: string,
  { seal: expected }: { readonly seal?: string } = {},
): Promise<AuditReport> {
  const faults: AuditFault[] = [];
  const seals = new Set<string>();
  let last = { seq: 0, seal: "" };
  for (;;) {
    const entries = await readAudit(store, province, { after: last.seq, limit: batch });
    if (entries.length === 0) break;
    const changed = await changesOf(store, province, entries);
    faults.push(...(await unkept(store, province, entries)));
    for (const entry of entries) {
      if (entry.seq !== last.seq + 1 || entry.before !== last.seal) faults.push({ seq: entry.seq, what: "chain" });
      else if (sealOf({ province, ...entry }) !== entry.seal) faults.push({ seq: entry.seq, what: "seal" });
      const { change, digest } = entry.detail as { change?: string; digest?: string };
      if (change !== undefined && digest !== digestOfVersions(changed.get(change) ?? [])) faults.push({ seq: entry.seq, what: "facts" });
      seals.add(entry.seal);
      last = entry;
    }
  }
  const head = await store.db.selectFrom("audit_head").selectAll().where("province", "=", province).executeTakeFirst();
  const isCut = (head?.seal ?? "") !== last.seal || (expected !== undefined && !seals.has(expected));
  if (isCut) faults.push({ seq: last.seq, what: "end" });
  faults.push(...(await strayRows(store, province, last.seq)), ...(await strayEnds(store, province, last.seq)));
  return { entries: last.seq, seal: last.seal, faults: faults.sort((a, b) => a.seq - b.seq) };
}

/** Entries of the trail in their order, behind one of them. */
export async function readAudit(
  store: Pick<Store, "db">,
  province: string,
  { after = 0, limit = 100 }: { readonly after?: number; readonly limit?: number } = {},
): Promise<readonly AuditEntry[]> {
  const rows = await store.db
    .selectFrom("audit")
    .select(["seq", "at", "by", "action", "subject", "detail", "before", "seal"])
    .where("province", "=", province)
    .where("seq", ">", after)
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows;
}

async function changesOf(store: Pick<Store, "db">, province: string, entries: readonly AuditEntry[]): Promise<Map<string, FactTable[]>> {
  const changes = entries.flatMap(({ detail }) => (typeof detail.change === "string" ? [detail.change] : []));
  if (changes.length === 0) return new Map();
  const rows = await store.db
    .selectFrom("fact_version")
    .selectAll()
    .where("province", "=", province)
    .where("change", "in", changes)
    .execute();
  return Map.groupBy(rows as unknown as FactTable[], ({ change }) => change);
}
