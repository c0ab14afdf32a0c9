import { type RawBuilder, type Selectable, sql, type Transaction } from "kysely";
import type { Store } from "../database/open.ts";
import type { Tables } from "../database/tables.ts";
import { refusal } from "../errors.ts";
import { isUuid } from "../jobs/job.ts";
import type { Queue } from "../queue/open-queue.ts";
import { transact } from "../transact.ts";
import type { WebhookEvent } from "./webhook.ts";

/** `waiting` to be sent, or sent again; `dead` when it was tried as often as it is. */
export type DeliveryState = "waiting" | "delivered" | "dead";

/** What one webhook is told of one thing. */
export interface Delivery {
  readonly id: string;
  readonly webhook: string;
  readonly event: WebhookEvent;
  readonly at: Date;
  readonly state: DeliveryState;
  readonly tries: number;
  /** What was answered at the last try, or why there was no answer. */
  readonly status: number | null;
  readonly error: string | null;
  readonly endedAt: Date | null;
}

/** All that it takes to send one. */
export interface Sending extends Delivery {
  readonly url: string;
  readonly payload: string;
  /** Those that it is signed with; the newest first. */
  readonly secrets: readonly string[];
}

/** What came of a try. */
export type Tried = { readonly status: number } | { readonly error: string };

/** How long deliveries are kept for a look at them. */
const keptDays = 30;

/** The newest deliveries of a webhook, behind one of them where it is given. */
export async function readDeliveries(
  store: Pick<Store, "db">,
  province: string,
  webhook: string,
  { limit, before }: { readonly limit: number; readonly before?: string },
): Promise<readonly Delivery[]> {
  let rows = store.db
    .selectFrom("webhook_delivery as one")
    .selectAll()
    .where("one.province", "=", province)
    .where("one.webhook", "=", webhook)
    .orderBy("one.at", "desc")
    .orderBy("one.id", "desc")
    .limit(limit);
  if (before !== undefined) {
    rows = rows.where(
      sql<boolean>`(one.at, one.id) < (select at, id from webhook_delivery where province = ${province} and id = ${before})`,
    );
  }
  return (await rows.execute()).map(deliveryIn);
}

/** What is to be sent; undefined where it needs no sending any more. */
export async function readSending(store: Pick<Store, "db" | "now">, province: string, id: string): Promise<Sending | undefined> {
  const row = await store.db
    .selectFrom("webhook_delivery as one")
    .innerJoin("webhook", (join) => join.onRef("webhook.province", "=", "one.province").onRef("webhook.id", "=", "one.webhook"))
    .selectAll("one")
    .select(["url", "secret", "secret_before", "secret_before_until"])
    .where("one.province", "=", province)
    .where("one.id", "=", id)
    .where("one.state", "=", "waiting")
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { url, payload, secret, secret_before: before, secret_before_until: until } = row;
  const isBefore = before !== null && until !== null && until > store.now();
  return { ...deliveryIn(row), url, payload, secrets: isBefore ? [secret, before] : [secret] };
}

/** Keeps what came of a try: delivered where it was taken, dead where it was the last. */
export async function noteTry(
  store: Store,
  province: string,
  { id, webhook }: Pick<Delivery, "id" | "webhook">,
  tried: Tried,
  { isLast }: { readonly isLast: boolean },
): Promise<DeliveryState> {
  const isTaken = "status" in tried && tried.status >= 200 && tried.status < 300;
  const state = isTaken ? "delivered" : isLast ? "dead" : "waiting";
  const acting = { province, by: "khop" };
  await transact(store, acting, async ({ trx, at, record }) => {
    await trx
      .updateTable("webhook_delivery")
      .set({
        state,
        tries: sql<number>`tries + 1`,
        ended_at: state === "waiting" ? null : at,
        ...("status" in tried ? { status: tried.status, error: null } : { status: null, error: tried.error }),
      })
      .where("province", "=", province)
      .where("id", "=", id)
      .execute();
    if (state === "dead" && (await isNews(trx, province, webhook, id)))
      record({ action: "webhook.dead", subject: webhook, detail: { delivery: id, ...tried } });
  });
  return state;
}

/** A webhook is said to be dead once, until it takes something again. */
async function isNews(trx: Transaction<Tables>, province: string, webhook: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from webhook_delivery as other where province = ${province} and webhook = ${webhook} and id <> ${id} and ${isDead("other")} limit 1`.execute(
    trx,
  );
  return rows.length === 0;
}

/** That a delivery is dead, and its webhook has taken none since. */
export const isDead = (name: string): RawBuilder<boolean> => sql<boolean>`
  ${sql.ref(`${name}.state`)} = 'dead' and not exists (select 1 from webhook_delivery as taken
    where taken.province = ${sql.ref(`${name}.province`)} and taken.webhook = ${sql.ref(`${name}.webhook`)}
      and taken.state = 'delivered' and taken.ended_at >= ${sql.ref(`${name}.ended_at`)})`;

/** Says of a delivery whose last try nobody lived to note that it is dead. */
export async function loseDelivery(store: Store, province: string, id: string): Promise<void> {
  const sending = await readSending(store, province, id);
  if (sending !== undefined) await noteTry(store, province, sending, { error: "the process ended" }, { isLast: true });
}

/** Sends a delivery that is dead, or was taken, once more. Throws: KhopError `store/no-delivery`. */
export async function sendAgain(store: Store, queue: Queue, province: string, webhook: string, id: string): Promise<Delivery> {
  const row = await store.db.transaction().execute(async (trx) => {
    const again = isUuid(id)
      ? await trx
          .updateTable("webhook_delivery")
          .set({ state: "waiting", tries: 0, status: null, error: null, ended_at: null })
          .where("province", "=", province)
          .where("webhook", "=", webhook)
          .where("id", "=", id)
          .where("state", "<>", "waiting")
          .returningAll()
          .executeTakeFirst()
      : undefined;
    if (again !== undefined) await queue.put(trx, "delivery", { id, province });
    return again;
  });
  if (row === undefined) {
    const said = { vi: `Không có lần báo "${id}" đã kết thúc.`, en: `There is no delivery "${id}" that has ended.` };
    throw refusal("store/no-delivery", said, { id });
  }
  queue.nudge("delivery");
  return deliveryIn(row);
}

/** Takes away deliveries that were kept long enough. */
export async function sweepDeliveries(store: Pick<Store, "db" | "now">): Promise<void> {
  const before = new Date(store.now().getTime() - keptDays * 24 * 3600 * 1000);
  await store.db.deleteFrom("webhook_delivery").where("at", "<", before).where("state", "<>", "waiting").execute();
}

const deliveryIn = (row: Omit<Selectable<Tables["webhook_delivery"]>, "payload">): Delivery => ({
  id: row.id,
  webhook: row.webhook,
  event: row.event as WebhookEvent,
  at: row.at,
  state: row.state as DeliveryState,
  tries: row.tries,
  status: row.status,
  error: row.error,
  endedAt: row.ended_at,
});
