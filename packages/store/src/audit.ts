import { createHash } from "node:crypto";
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Tables } from "./database/tables.ts";

/** Who does something, in which province. */
export interface Acting {
  readonly province: string;
  readonly by: string;
}

/** What was done, to what. */
export interface Deed {
  readonly action: string;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** An entry of the audit trail. Its seal is made from all that it says and from the seal before. */
export interface AuditEntry extends Required<Deed> {
  readonly seq: number;
  readonly at: Date;
  readonly by: string;
  readonly before: string;
  readonly seal: string;
}

/** Appends deeds to a province's trail; others that write there wait from here on, so it is done last. */
export async function appendAudit(trx: Transaction<Tables>, acting: Acting, at: Date, deeds: readonly Deed[]): Promise<void> {
  if (deeds.length > 0) await sql`select ${auditing(acting, at, deeds)}`.execute(trx);
}

/** The same as a part of a statement. */
export function auditing({ province, by }: Acting, at: Date, deeds: readonly Deed[]): RawBuilder<unknown> {
  const entries = deeds.map(({ action, subject, detail = {} }) => {
    const said = [at.toISOString(), by, action, subject, detail] as const;
    return { at: said[0], by, action, subject, detail, text: said.map(canonical).join(",") };
  });
  return sql`khop_append_audit(${province}, ${JSON.stringify(province)}, ${JSON.stringify(entries)}::jsonb)`;
}

/** The seal of an entry: SHA-256 of everything in it, members of objects in one order. */
export function sealOf({
  province,
  seq,
  at,
  by,
  action,
  subject,
  detail,
  before,
}: Omit<AuditEntry, "seal"> & { province: string }): string {
  return digestOf([province, seq, at.toISOString(), by, action, subject, detail, before]);
}

export const digestOf = (value: unknown): string => createHash("sha256").update(canonical(value)).digest("hex");

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${members
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)
    .join(",")}}`;
}
