import {
  addWebhook,
  changeWebhook,
  type Delivery,
  readDeliveries,
  readWebhook,
  readWebhooks,
  removeWebhook,
  renewWebhookSecret,
  sendAgain,
  type Webhook,
  webhookEvents,
  webhookVersion,
} from "@khop/store";
import type { Context } from "hono";
import { allow } from "../access/allow.ts";
import type { Env, Services } from "../context.ts";
import { versionIs } from "../http/conditional.ts";
import { versioned, versionSeen } from "../http/if-match.ts";
import { badCursor, decode, encode, pageIn, pageOf, pageQuery } from "../http/pages.ts";
import { body, done, name, newRoutes, route, z } from "../http/routes.ts";
import { webhookUrl } from "../webhooks/reach.ts";

const at = "/provinces/{province}/webhooks" as const;
const one = `${at}/{webhook}` as const;
const tag = "Webhook";
const ofProvince = z.object({ province: name });
const ofWebhook = ofProvince.extend({ webhook: name });
const events = z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length);
const url = z.string().max(2000).meta({ description: "https://…" });
const webhook = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    madeAt: z.iso.datetime(),
    madeBy: z.string(),
    secretBeforeUntil: z.iso
      .datetime()
      .nullable()
      .meta({ description: "Đến lúc đó còn ký bằng cả khóa cũ / Signed with the secret before as well until then" }),
    dead: z.number().int().meta({ description: "Số lần báo đã thôi thử kể từ lần cuối nhận được / Deliveries given up since it took one" }),
  })
  .meta({ id: "Webhook" });
const withSecret = webhook.extend({ secret: z.string().meta({ description: "Chỉ hiện lần này / Shown this once" }) });
const delivery = z
  .object({
    id: z.string(),
    event: z.string(),
    at: z.iso.datetime(),
    state: z.enum(["waiting", "delivered", "dead"]),
    tries: z.number().int(),
    status: z.number().int().nullable(),
    error: z.string().nullable(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Delivery" });

const out = ({ id, url: address, events: told, madeAt, madeBy, secretBeforeUntil, dead }: Webhook): z.output<typeof webhook> => ({
  id,
  url: address,
  events: [...told],
  madeAt: madeAt.toISOString(),
  madeBy,
  secretBeforeUntil: secretBeforeUntil?.toISOString() ?? null,
  dead,
});
const deliveryOut = (one: Delivery): z.output<typeof delivery> => {
  const { webhook: _, at: when, endedAt, ...rest } = one;
  return { ...rest, at: when.toISOString(), endedAt: endedAt?.toISOString() ?? null };
};

/** Addresses that are told over HTTP of what is done in a province, signed as Standard Webhooks has it. */
export function webhooks(services: Services) {
  const { store, queue, webhookReach } = services;
  const managing = async (c: Context<Env>, province: string) => (await allow(c, services, "webhooks.manage", { province })).acting;
  const answer = (c: Context<Env>, found: Webhook) => {
    versionIs(c, webhookVersion(found));
    return out(found);
  };
  return newRoutes()
    .openapi(
      route({
        method: "get",
        path: at,
        tag,
        summary: "Các webhook của tỉnh / The webhooks of the province",
        request: { params: ofProvince, query: pageQuery },
        answer: pageOf(webhook),
      }),
      async (c) => {
        const { province } = await managing(c, c.req.valid("param").province);
        const all = (await readWebhooks(store, province)).map(out);
        return c.json(pageIn(all, ({ id }) => id, c.req.valid("query")));
      },
    )
    .openapi(
      route({
        method: "post",
        path: at,
        tag,
        summary: "Thêm webhook; khóa ký chỉ hiện một lần / Add a webhook; its secret is shown this once",
        request: { params: ofProvince, ...body(z.object({ url, events })) },
        answer: withSecret,
      }),
      async (c) => {
        const acting = await managing(c, c.req.valid("param").province);
        const { url: given, events: wanted } = c.req.valid("json");
        const made = await addWebhook(store, acting, { url: webhookUrl(given, webhookReach).href, events: wanted });
        return c.json({ ...out(made), secret: made.secret });
      },
    )
    .openapi(
      route({ method: "get", path: one, tag, summary: "Một webhook / One webhook", request: { params: ofWebhook }, answer: webhook }),
      async (c) => {
        const { province, webhook: id } = c.req.valid("param");
        await managing(c, province);
        return c.json(answer(c, await readWebhook(store, province, id)));
      },
    )
    .openapi(
      route({
        method: "patch",
        path: one,
        tag,
        summary: "Đổi địa chỉ hoặc sự kiện / Change its address or its events",
        request: { params: ofWebhook, headers: versioned, ...body(z.object({ url: url.optional(), events: events.optional() })) },
        answer: webhook,
      }),
      async (c) => {
        const { province, webhook: id } = c.req.valid("param");
        const acting = await managing(c, province);
        const { url: given, events: wanted } = c.req.valid("json");
        const changes = {
          ...(given === undefined ? {} : { url: webhookUrl(given, webhookReach).href }),
          ...(wanted === undefined ? {} : { events: wanted }),
        };
        await changeWebhook(store, acting, id, changes, versionSeen(c));
        return c.json(answer(c, await readWebhook(store, province, id)));
      },
    )
    .openapi(
      route({ method: "delete", path: one, tag, summary: "Bỏ webhook / Remove a webhook", request: { params: ofWebhook }, answer: done }),
      async (c) => {
        const { province, webhook: id } = c.req.valid("param");
        await removeWebhook(store, await managing(c, province), id);
        return c.json({ done: true as const });
      },
    )
    .openapi(
      route({
        method: "post",
        path: `${one}/secret`,
        tag,
        summary: "Thay khóa ký; trong một ngày ký bằng cả hai / Replace its secret; signed with both for a day",
        request: { params: ofWebhook, ...body(z.object({})) },
        answer: withSecret,
      }),
      async (c) => {
        const { province, webhook: id } = c.req.valid("param");
        const { secret, ...changed } = await renewWebhookSecret(store, await managing(c, province), id);
        return c.json({ ...out(changed), secret });
      },
    )
    .openapi(
      route({
        method: "get",
        path: `${one}/deliveries`,
        tag,
        summary: "Những lần đã báo, mới nhất trước / Its deliveries, the newest first",
        request: { params: ofWebhook, query: pageQuery },
        answer: pageOf(delivery),
      }),
      async (c) => {
        const { province, webhook: id } = c.req.valid("param");
        const { limit, cursor } = c.req.valid("query");
        await managing(c, province);
        await readWebhook(store, province, id);
        const before = cursor === undefined ? undefined : decode(cursor);
        if (before !== undefined && !z.uuid().safeParse(before).success) throw badCursor();
        const items = await readDeliveries(store, province, id, { limit, ...(before === undefined ? {} : { before }) });
        const last = items.at(-1);
        return c.json({ items: items.map(deliveryOut), next: last === undefined || items.length < limit ? null : encode(last.id) });
      },
    )
    .openapi(
      route({
        method: "post",
        path: `${one}/deliveries/{delivery}/retry`,
        tag,
        summary: "Báo lại một lần đã kết thúc / Send a delivery that has ended once more",
        request: { params: ofWebhook.extend({ delivery: name }), ...body(z.object({})) },
        answer: delivery,
      }),
      async (c) => {
        const { province, webhook: id, delivery: which } = c.req.valid("param");
        await managing(c, province);
        return c.json(deliveryOut(await sendAgain(store, queue, province, id, which)));
      },
    );
}
