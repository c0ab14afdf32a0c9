import { randomBytes, randomUUID } from "node:crypto";
import { type Selectable, sql } from "kysely";
import type { Acting } from "../audit.ts";
import type { Store } from "../database/open.ts";
import type { Tables } from "../database/tables.ts";
import { refusal } from "../errors.ts";
import { isUuid } from "../jobs/job.ts";
import { contentVersion, sameAsSeen } from "../seen.ts";
import { transact } from "../transact.ts";
import { isDead } from "./deliveries.ts";

/** What a webhook can be told of. */
export const webhookEvents = [
  "period.opened",
  "submission.submitted",
  "submission.returned",
  "submission.approved",
  "report.signed",
  "job.finished",
] as const;

export type WebhookEvent = (typeof webhookEvents)[number];

/** An address that is told over HTTP of what is done in a province. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly madeAt: Date;
  readonly madeBy: string;
  /** Until then it is signed with the secret before as well. */
  readonly secretBeforeUntil: Date | null;
  /** Deliveries that were given up since it took one; it is of no use while there are any. */
  readonly dead: number;
}

/** How long a secret that was replaced is still signed with: time to put the new one in. */
const overlapHours = 24;

const newSecret = () => `whsec_${randomBytes(32).toString("base64")}`;

/** Has an address told from now on; the trail names its host alone, for some have a key in their path. Its secret is shown this once. */
export async function addWebhook(
  store: Store,
  acting: Acting,
  { url, events }: Pick<Webhook, "url" | "events">,
): Promise<Webhook & { readonly secret: string }> {
  const { province, by } = acting;
  const [id, secret] = [randomUUID(), newSecret()];
  return transact(store, acting, async ({ trx, at, record }) => {
    await sql`insert into webhook_head select ${province}, coalesce(max(seq), 0) from audit where province = ${province} on conflict do nothing`.execute(
      trx,
    );
    const { seq } = await trx
      .selectFrom("webhook_head")
      .select("seq")
      .where("province", "=", province)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const latest = await trx
      .selectFrom("audit")
      .select("seq")
      .where("province", "=", province)
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirst();
    const row = await trx
      .insertInto("webhook")
      .values({
        province,
        id,
        url,
        events: [...events],
        secret,
        secret_before: null,
        secret_before_until: null,
        since: Math.max(seq, latest?.seq ?? 0),
        made_at: at,
        made_by: by,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    record({ action: "webhook.add", subject: id, detail: { host: new URL(url).host, events } });
    return { ...webhookIn(row), secret };
  });
}

/** The version of what can be changed of a webhook. */
export const webhookVersion = ({ url, events }: Pick<Webhook, "url" | "events">): string => contentVersion([url, events]);

/** Changes where, or of what, a webhook is told. Throws: KhopError `store/no-webhook`; `store/stale` where it is another than the one that was `seen`. */
export async function changeWebhook(
  store: Store,
  acting: Acting,
  id: string,
  changes: Partial<Pick<Webhook, "url" | "events">>,
  { seen }: { readonly seen?: string } = {},
): Promise<Webhook> {
  const { url, events } = changes;
  const detail = { ...(url === undefined ? {} : { host: new URL(url).host }), ...(events === undefined ? {} : { events }) };
  const asSeen = (before: Webhook) =>
    sameAsSeen({ seen, version: webhookVersion(before), mine: changes, theirs: { url: before.url, events: before.events } });
  const set = { ...(url === undefined ? {} : { url }), ...(events === undefined ? {} : { events: [...events] }) };
  return change(store, acting, id, "webhook.change", detail, set, asSeen);
}

/** Gives a webhook a new secret, shown this once; for a day it is signed with both. Throws: KhopError `store/no-webhook`. */
export async function renewWebhookSecret(store: Store, acting: Acting, id: string): Promise<Webhook & { readonly secret: string }> {
  const secret = newSecret();
  const until = new Date(store.now().getTime() + overlapHours * 3600 * 1000);
  const changed = await change(
    store,
    acting,
    id,
    "webhook.renew",
    {},
    { secret_before: sql<string>`secret`, secret, secret_before_until: until },
  );
  return { ...changed, secret };
}

async function change(
  store: Store,
  acting: Acting,
  id: string,
  action: string,
  detail: Readonly<Record<string, unknown>>,
  set: object,
  asSeen: (before: Webhook) => void = () => {},
): Promise<Webhook> {
  const { province } = acting;
  return transact(store, acting, async ({ trx, record }) => {
    const before = isUuid(id)
      ? await trx.selectFrom("webhook").selectAll().where("province", "=", province).where("id", "=", id).forUpdate().executeTakeFirst()
      : undefined;
    if (before !== undefined) asSeen(webhookIn(before));
    const row = isUuid(id)
      ? await trx
          .updateTable("webhook")
          .set({ ...set, id })
          .where("province", "=", province)
          .where("id", "=", id)
          .returningAll()
          .executeTakeFirst()
      : undefined;
    if (row === undefined) throw noWebhook(id);
    record({ action, subject: id, detail });
    return webhookIn(row);
  });
}

/** Tells an address no more; what was not delivered goes with it. Throws: KhopError `store/no-webhook`. */
export async function removeWebhook(store: Store, acting: Acting, id: string): Promise<void> {
  const { province } = acting;
  await transact(store, acting, async ({ trx, record }) => {
    const row = isUuid(id)
      ? await trx.deleteFrom("webhook").where("province", "=", province).where("id", "=", id).returning("url").executeTakeFirst()
      : undefined;
    if (row === undefined) throw noWebhook(id);
    const left = await trx.selectFrom("webhook").select("id").where("province", "=", province).limit(1).executeTakeFirst();
    if (left === undefined) await trx.deleteFrom("webhook_head").where("province", "=", province).execute();
    record({ action: "webhook.remove", subject: id, detail: { host: new URL(row.url).host } });
  });
}

/** The webhooks of a province, without their secrets. */
export async function readWebhooks(store: Pick<Store, "db">, province: string): Promise<readonly Webhook[]> {
  const rows = await store.db
    .selectFrom("webhook")
    .selectAll()
    .select(({ selectFrom }) =>
      selectFrom("webhook_delivery as one")
        .select(sql<number>`count(*)::integer`.as("dead"))
        .whereRef("one.province", "=", "webhook.province")
        .whereRef("one.webhook", "=", "webhook.id")
        .where(isDead("one"))
        .as("dead"),
    )
    .where("province", "=", province)
    .orderBy("made_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => webhookIn(row, row.dead ?? 0));
}

/** One of them. Throws: KhopError `store/no-webhook`. */
export async function readWebhook(store: Pick<Store, "db">, province: string, id: string): Promise<Webhook> {
  const found = (await readWebhooks(store, province)).find((one) => one.id === id);
  if (found === undefined) throw noWebhook(id);
  return found;
}

const webhookIn = (row: Selectable<Tables["webhook"]>, dead = 0): Webhook => ({
  id: row.id,
  url: row.url,
  events: row.events as WebhookEvent[],
  madeAt: row.made_at,
  madeBy: row.made_by,
  secretBeforeUntil: row.secret_before_until,
  dead,
});

const noWebhook = (id: string): Error =>
  refusal("store/no-webhook", { vi: `Không có webhook "${id}".`, en: `There is no webhook "${id}".` }, { id });
