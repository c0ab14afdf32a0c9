import { createRoute } from "@hono/zod-openapi";
import { period } from "@khop/core";
import { askJob } from "@khop/store";
import type { Context } from "hono";
import { allow } from "../access/allow.ts";
import { reached } from "../access/authorise.ts";
import { checkPeriod, isUnfit } from "../check-period.ts";
import type { Env, Services } from "../context.ts";
import { pageIn, pageOf, pageQuery } from "../http/pages.ts";
import { refused } from "../http/refuse.ts";
import { name, newRoutes, route, z } from "../http/routes.ts";
import { accepted, asked } from "./jobs.ts";
import { regimeOf } from "./regime-of.ts";

const path = "/provinces/{province}/periods/{regime}/{period}/check" as const;
const params = z.object({ province: name, regime: name, period: name });
const tag = "Kỳ báo cáo";
const verdict = z.enum(["holds", "truncated", "violated", "unknown"]);
const item = z
  .object({
    orgUnit: z.string(),
    rule: z.string(),
    verdict,
    reason: z.string().optional(),
    message: z.object({ vi: z.string(), en: z.string() }),
  })
  .meta({ id: "CheckedRule" });

/** What the rules of a regime say of all units in a period. */
export function periodCheck(services: Services) {
  /** Whoever may read a unit's facts is told what the rules say of them. */
  const seenBy = async (c: Context<Env>, { province, regime, period: when }: z.output<typeof params>) => {
    const subject = { province, regime };
    const { orgUnits, acting } = await allow(c, services, "periods.read", subject);
    const { frequency } = regimeOf(services, regime);
    const of = period(when);
    if (of.frequency !== frequency) {
      const issues = [{ place: "period", message: frequency }];
      throw refused("api/bad-request", `Kỳ ${when} không phải kỳ của chế độ này.`, `${when} is no period of this regime.`, { issues });
    }
    const seen = reached(c.get("principal").grants, "facts.read", subject, orgUnits);
    // Nothing at all is refused as one unit would be.
    if (seen.length === 0) await allow(c, services, "facts.read", subject);
    return { acting, asked: { ...subject, period: of, orgUnits: seen } };
  };
  return newRoutes()
    .openapi(
      route({
        method: "get",
        path,
        tag,
        summary:
          "Mọi quy tắc trên mọi đơn vị của kỳ: chỗ không khớp, và bao nhiêu khớp / Every rule on every unit of a period: what does not fit, and how many do",
        request: {
          params,
          query: pageQuery.extend({
            verdict: verdict.optional().meta({ description: "Bỏ trống: những gì không khớp / Left out: what does not fit" }),
          }),
        },
        answer: pageOf(item).extend({ tally: z.record(verdict, z.number().int()) }),
      }),
      async (c) => {
        const { verdict: wanted, ...page } = c.req.valid("query");
        const { asked: what } = await seenBy(c, c.req.valid("param"));
        const { verdicts, tally, say } = await checkPeriod(services, what);
        const isWanted = (one: z.output<typeof verdict>): boolean => (wanted === undefined ? isUnfit(one) : one === wanted);
        const { items, next } = pageIn(
          verdicts.filter((one) => isWanted(one.verdict)),
          ({ orgUnit, rule }) => JSON.stringify([orgUnit, rule]),
          page,
        );
        return c.json({
          items: (await say(items)).map(({ orgUnit, rule, verdict: is, reason, message }) => ({
            orgUnit,
            rule,
            verdict: is,
            ...(reason === undefined ? {} : { reason }),
            message: { ...message },
          })),
          next,
          tally: { ...tally },
        });
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path,
        tags: [tag],
        summary: "Cũng việc đó ở chế độ nền, kết quả là tệp JSON / The same in the background, its result a file of JSON",
        operationId: "postPeriodCheck",
        request: { params },
        responses: asked,
      }),
      async (c) => {
        const { acting, asked: what } = await seenBy(c, c.req.valid("param"));
        const { province, regime, period: of, orgUnits } = what;
        const job = { kind: "check-period", by: acting.by, province, asked: { regime, period: of.id, orgUnits } };
        return accepted(c, await askJob(services.store, services.queue, job));
      },
    );
}
