import { sql } from "kysely";
import type { Acting } from "../audit.ts";
import type { Store } from "../database/open.ts";
import { transact } from "../transact.ts";
import { columnsOf, readSubmissions, type SubmissionKey, submissionName } from "./submission.ts";
import { timelinessOf } from "./timeliness.ts";

/** Someone who has not sent, to be told so: before the deadline, or behind it. */
export interface Reminder extends SubmissionKey {
  readonly kind: "owed" | "missing";
  readonly dueOn: string;
  /** Who enters or sends for the unit. */
  readonly recipient: string;
  readonly sentAt: Date | null;
}

/** Roles of those who can send, or who enter what is to be sent. */
const reminded = ["clerk", "approver"];

/** A reminder that was taken to be sent, and of which nobody heard again for so long, is taken once more. */
const lost = "10 minutes";

/** Everyone who is to be reminded of a period now, those who were already with the time. */
export async function readReminders(
  store: Pick<Store, "db" | "now">,
  province: string,
  { regime, period, orgUnits }: { readonly regime: string; readonly period: string; readonly orgUnits: readonly string[] },
): Promise<readonly Reminder[]> {
  const now = store.now();
  const owing = (await readSubmissions(store, province, { regime, period, orgUnits })).flatMap((one) => {
    const kind = timelinessOf(one, now);
    return kind === "owed" || kind === "missing" ? [{ orgUnit: one.orgUnit, dueOn: one.dueOn, kind }] : [];
  });
  if (owing.length === 0) return [];
  const { rows } = await sql<{ org_unit: string; kind: Reminder["kind"]; due_on: string; recipient: string; sent_at: Date | null }>`
    select asked.org_unit, asked.kind, asked.due_on::date as due_on, role.user_id as recipient, min(reminder.sent_at) as sent_at
    from jsonb_to_recordset(${JSON.stringify(owing.map(({ orgUnit, dueOn, kind }) => ({ org_unit: orgUnit, due_on: dueOn, kind })))}::jsonb)
      as asked (org_unit text, due_on text, kind text)
    join role on role.province = ${province} and role.org_unit = asked.org_unit and role.role = any(${reminded})
      and (role.regime = '' or role.regime = ${regime})
    left join reminder on reminder.province = ${province} and reminder.period = ${period} and reminder.regime = ${regime}
      and reminder.org_unit = asked.org_unit and reminder.due_on = asked.due_on::date and reminder.kind = asked.kind and reminder.recipient = role.user_id
    group by asked.org_unit, asked.kind, asked.due_on, role.user_id
    order by asked.org_unit, role.user_id`.execute(store.db);
  return rows.map(({ org_unit, kind, due_on, recipient, sent_at }) => ({
    regime,
    period,
    orgUnit: org_unit,
    kind,
    dueOn: due_on,
    recipient,
    sentAt: sent_at,
  }));
}

/**
 * Sends a reminder once, whoever else tries at the same time: it is taken first, then sent, then recorded.
 *
 * - Shape: false when it was sent before, or somebody is sending it just now.
 * - Throws: what sending throws; it can then be tried again.
 */
export async function remindOnce(store: Store, acting: Acting, reminder: Reminder, send: () => Promise<void>): Promise<boolean> {
  const { kind, dueOn, recipient } = reminder;
  const row = { ...columnsOf(acting.province, reminder), due_on: dueOn, kind, recipient };
  const mine = await store.db
    .insertInto("reminder")
    .values({ ...row, by: acting.by, taken_at: store.now(), sent_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(["province", "period", "regime", "org_unit", "due_on", "kind", "recipient"])
        .doUpdateSet((given) => ({ taken_at: given.ref("excluded.taken_at") }))
        .where("reminder.sent_at", "is", null)
        .where(sql<boolean>`reminder.taken_at < excluded.taken_at - ${lost}::interval`),
    )
    .returning("recipient")
    .executeTakeFirst();
  if (mine === undefined) return false;
  const that = Object.entries(row).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const isThat = sql<boolean>`${sql.join(that, sql` and `)}`;
  try {
    await send();
  } catch (error) {
    await store.db.deleteFrom("reminder").where(isThat).execute();
    throw error;
  }
  await transact(store, acting, async ({ trx, at, record }) => {
    await trx.updateTable("reminder").set({ sent_at: at }).where(isThat).execute();
    record({ action: "reminder.send", subject: submissionName(reminder), detail: { kind, dueOn, recipient } });
  });
  return true;
}
