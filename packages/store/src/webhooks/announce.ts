import { randomUUID } from "node:crypto";
import { sql, type Transaction } from "kysely";
import { keyIn } from "../collect/submission.ts";
import type { Store } from "../database/open.ts";
import type { Tables } from "../database/tables.ts";
import type { Job } from "../jobs/job.ts";
import type { Queue } from "../queue/open-queue.ts";
import type { WebhookEvent } from "./webhook.ts";

/** Something that was done, as it is told. */
interface Told {
  readonly event: WebhookEvent;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What of the audit trail is told, by action: it was written with what was done, so nothing is told that was not, and nothing is left out. */
const told: Readonly<Record<string, WebhookEvent>> = {
  "period.open": "period.opened",
  "submission.submit": "submission.submitted",
  "submission.return": "submission.returned",
  "submission.approve": "submission.approved",
  "report.sign": "report.signed",
};

/** So many entries are looked at in one transaction. */
const most = 500;

/**
 * Tells the webhooks of every province of what was done since the last time; several processes may do so at once.
 *
 * - Shape: how many deliveries were put into the queue.
 */
export async function announceDeeds(store: Store, queue: Queue): Promise<number> {
  const { rows } = await sql<{ province: string }>`
    select province from webhook_head as head join audit_head as trail using (province) where trail.seq > head.seq`.execute(store.db);
  let made = 0;
  for (const { province } of rows) {
    let seen = most;
    while (seen === most) {
      const step = await store.db.transaction().execute((trx) => announceNext(trx, queue, province));
      made += step.made;
      seen = step.seen;
    }
  }
  if (made > 0) queue.nudge("delivery");
  return made;
}

async function announceNext(
  trx: Transaction<Tables>,
  queue: Queue,
  province: string,
): Promise<{ readonly seen: number; readonly made: number }> {
  // Who finds it taken leaves it to who took it.
  const head = await trx
    .selectFrom("webhook_head")
    .select("seq")
    .where("province", "=", province)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (head === undefined) return { seen: 0, made: 0 };
  const entries = await trx
    .selectFrom("audit")
    .select(["seq", "at", "action", "subject", "detail"])
    .where("province", "=", province)
    .where("seq", ">", head.seq)
    .orderBy("seq")
    .limit(most)
    .execute();
  const last = entries.at(-1);
  if (last === undefined) return { seen: 0, made: 0 };
  let made = 0;
  for (const { seq, at, action, subject, detail } of entries) {
    const event = told[action];
    if (event !== undefined) made += await announce(trx, queue, province, { event, at, data: dataOf(subject, detail) }, seq);
  }
  await trx.updateTable("webhook_head").set({ seq: last.seq }).where("province", "=", province).execute();
  return { seen: entries.length, made };
}

/** What is told of a deed: which, not what it says; who is told asks for the rest, and hears no more than it may. */
function dataOf(subject: string, { version, as, dueOn }: Readonly<Record<string, unknown>>): Told["data"] {
  const { regime, period, orgUnit } = keyIn(subject);
  return { regime, period, ...(orgUnit === "" ? {} : { orgUnit }), ...(typeof version === "number" ? { version } : {}), as, dueOn };
}

/** Tells the webhooks of a job's province that it has ended. Shape: whether there is any to be told. */
export async function announceJob(trx: Transaction<Tables>, queue: Queue, job: Job, at: Date): Promise<boolean> {
  const { id, kind, state, province } = job;
  if (province === undefined) return false;
  return (await announce(trx, queue, province, { event: "job.finished", at, data: { job: id, kind, state } })) > 0;
}

async function announce(
  trx: Transaction<Tables>,
  queue: Queue,
  province: string,
  { event, at, data }: Told,
  seq?: number,
): Promise<number> {
  let rows = trx.selectFrom("webhook").select("id").where("province", "=", province).where(sql<boolean>`${event} = any(events)`);
  if (seq !== undefined) rows = rows.where("since", "<", seq);
  const webhooks = await rows.execute();
  const payload = JSON.stringify({ type: event, timestamp: at.toISOString(), data: { province, ...data } });
  for (const { id: webhook } of webhooks) {
    const id = randomUUID();
    const row = { province, id, webhook, event, payload, at, state: "waiting", tries: 0, status: null, error: null, ended_at: null };
    await trx.insertInto("webhook_delivery").values(row).execute();
    await queue.put(trx, "delivery", { id, province });
  }
  return webhooks.length;
}
