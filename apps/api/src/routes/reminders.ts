import type { OrgUnit } from "@khop/core";
import { type Reminder, readReminders, remindOnce } from "@khop/store";
import type { Context } from "hono";
import { allowWhere } from "../access/allow.ts";
import { reached } from "../access/authorise.ts";
import type { Env, Services } from "../context.ts";
import { pageIn, pageOf, pageQuery } from "../http/pages.ts";
import { refused } from "../http/refuse.ts";
import { body, name, newRoutes, route, z } from "../http/routes.ts";
import { reminderLetter } from "../mail/reminder-letter.ts";
import { regimeOf } from "./regime-of.ts";

const at = "/provinces/{province}/periods/{regime}/{period}/reminders" as const;
const params = z.object({ province: name, regime: name, period: name });
const tag = "Kỳ báo cáo";
const reminder = z
  .object({
    orgUnit: z.string(),
    kind: z.enum(["owed", "missing"]),
    dueOn: z.string(),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    sentAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Reminder" });

/** Who has not sent is reminded by e-mail, once for each deadline. */
export function reminders(services: Services) {
  const { store, mailer, address } = services;
  const lettersOf = async (c: Context<Env>, { province, regime: id, period }: z.output<typeof params>) => {
    // Who has a part of the province reminds that part.
    const mineIn = (all: readonly OrgUnit[]) => reached(c.get("principal").grants, "reminder.send", { province, regime: id }, all);
    const { acting, orgUnits } = await allowWhere(c, services, "reminder.send", province, (all) => mineIn(all).length > 0);
    const regime = regimeOf(services, id);
    const mine = mineIn(orgUnits);
    const names = new Map(orgUnits.map((one) => [one.id, one.name]));
    const due = await readReminders(store, province, { regime: id, period, orgUnits: mine });
    const words = (one: Reminder) => ({ regime: regime.name.vi, orgUnit: names.get(one.orgUnit) ?? one.orgUnit, address });
    return { acting, letters: due.map((one) => ({ due: one, letter: reminderLetter(one, words(one)) })) };
  };
  return newRoutes()
    .openapi(
      route({
        method: "get",
        path: at,
        tag,
        summary: "Thư nhắc cho đơn vị chưa gửi, đã soạn sẵn / Reminders for who has not sent, ready to go",
        request: { params, query: pageQuery },
        answer: pageOf(reminder).extend({ canSend: z.boolean() }),
      }),
      async (c) => {
        const { letters } = await lettersOf(c, c.req.valid("param"));
        const all = letters.map(({ due: { orgUnit, kind, dueOn, sentAt }, letter }) => ({
          ...letter,
          orgUnit,
          kind,
          dueOn,
          sentAt: sentAt?.toISOString() ?? null,
        }));
        const page = pageIn(all, ({ orgUnit, kind, to }) => JSON.stringify([orgUnit, kind, to]), c.req.valid("query"));
        return c.json({ ...page, canSend: mailer !== undefined });
      },
    )
    .openapi(
      route({
        method: "post",
        path: at,
        tag,
        summary: "Gửi thư nhắc; thư đã gửi thì không gửi lại / Send the reminders; those that were sent are not sent again",
        request: { params, ...body(z.object({ orgUnits: z.array(name).max(5000).optional() })) },
        answer: z.object({
          sent: z.number().int(),
          before: z.number().int(),
          failed: z.array(z.object({ to: z.string(), orgUnit: z.string(), why: z.string() })),
        }),
      }),
      async (c) => {
        const { acting, letters } = await lettersOf(c, c.req.valid("param"));
        if (mailer === undefined) {
          throw refused("api/no-mail", "Máy chủ chưa nối với hệ thống thư: đặt SMTP_URL.", "This server sends no mail: set SMTP_URL.", {});
        }
        const only = c.req.valid("json").orgUnits;
        const wanted = letters.filter(({ due }) => only === undefined || only.includes(due.orgUnit));
        const failed: { to: string; orgUnit: string; why: string }[] = [];
        let sent = 0;
        const queue = [...wanted];
        const carry = async () => {
          for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
            const { due, letter } = one;
            try {
              if (due.sentAt === null && (await remindOnce(store, acting, due, () => mailer.send(letter)))) sent += 1;
            } catch (error) {
              failed.push({ to: letter.to, orgUnit: due.orgUnit, why: error instanceof Error ? error.message : String(error) });
            }
          }
        };
        await Promise.all([carry(), carry(), carry(), carry()]);
        return c.json({ sent, before: wanted.length - sent - failed.length, failed });
      },
    );
}
