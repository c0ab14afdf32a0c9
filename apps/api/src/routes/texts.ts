import { createRoute } from "@hono/zod-openapi";
import { reportFormats, roomsOf } from "@khop/reporting";
import {
  checkReport,
  countNewer,
  draftReport,
  type ReportRecord,
  readPassages,
  readPassageVersions,
  readReport,
  readReportSteps,
  type StoredPassage,
  signReport,
  withdrawReport,
  writePassages,
} from "@khop/store";
import type { Context } from "hono";
import { allow } from "../access/allow.ts";
import type { Action } from "../access/authorise.ts";
import { composeReport, outlineIn, reportTypes } from "../compose/compose-report.ts";
import type { Env, Services } from "../context.ts";
import { attachment } from "../http/attachment.ts";
import { versionIs } from "../http/conditional.ts";
import { seenIn, versioned } from "../http/if-match.ts";
import { pageIn, pageOf, pageQuery } from "../http/pages.ts";
import { notFound } from "../http/refuse.ts";
import { body, name, newRoutes, orNull, problemAnswer, reason, route, z } from "../http/routes.ts";
import { head, text } from "./letter.ts";
import { regimeOf } from "./regime-of.ts";

const at = "/provinces/{province}/reports/{regime}/{period}/{orgUnit}" as const;
const params = z.object({ province: name, regime: name, period: name, orgUnit: name });
const tag = "Báo cáo";
const words = z.string().max(100_000);

const passage = z
  .object({
    passage: z.string(),
    text: z.string(),
    version: z.number().int(),
    period: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
    why: z.string().optional(),
  })
  .meta({ id: "Passage" });
const report = z
  .object({
    regime: z.string(),
    regimeVersion: z.string(),
    period: z.string(),
    orgUnit: z.string(),
    state: z.enum(["drafted", "checked", "signed", "withdrawn"]),
    version: z.number().int(),
    until: z.iso.datetime().meta({ description: "Theo số liệu và lời văn lúc đó / From the facts and passages as they stood then" }),
    head: z.record(z.string(), z.unknown()),
    newer: z
      .object({ facts: z.number().int(), passages: z.number().int(), templates: z.number().int() })
      .meta({ description: "Số liệu, lời văn, mẫu đã đổi từ lúc đó / Facts, passages and templates that are others since" }),
  })
  .meta({ id: "Report" });
const step = z.object({
  seq: z.number().int(),
  action: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  reason: z.string().optional(),
  until: z.iso.datetime(),
});
const out = (one: StoredPassage): z.output<typeof passage> => ({ ...one, at: one.at.toISOString() });

/** The words of a unit's report, and how far it has come: drafted, checked, signed. */
export function texts(services: Services) {
  const { store } = services;
  const on = async (c: Context<Env>, action: Action, given: z.output<typeof params>) => {
    const { province, regime: id, period, orgUnit } = given;
    const { acting, orgUnits } = await allow(c, services, action, { province, orgUnit, regime: id });
    return { acting, orgUnits, regime: regimeOf(services, id), key: { regime: id, period, orgUnit } };
  };
  const answer = async (c: Context<Env>, province: string, one: ReportRecord): Promise<z.output<typeof report>> => {
    versionIs(c, one.version);
    return { ...one, until: one.until.toISOString(), head: { ...one.head }, newer: { ...(await countNewer(store, province, one)) } };
  };
  const decision = (verb: string, summary: string, schema: z.ZodType) =>
    route({
      method: "post",
      path: `${at}/${verb}` as `${typeof at}/x`,
      tag,
      summary,
      request: { params, headers: versioned, ...body(schema) },
      answer: report,
    });

  return newRoutes()
    .openapi(
      route({
        method: "get",
        path: at,
        tag,
        summary: "Báo cáo đã đến bước nào / How far a report has come",
        request: { params },
        answer: report,
      }),
      async (c) => {
        const { acting, key } = await on(c, "report.read", c.req.valid("param"));
        return c.json(await answer(c, acting.province, await readReport(store, acting.province, key)));
      },
    )
    .openapi(
      route({
        method: "get",
        path: `${at}/passages`,
        tag,
        summary: "Lời văn: chỗ phải viết và điều đã viết / Passages: what is to be written, and what is",
        request: { params, query: pageQuery },
        answer: pageOf(z.object({ passage: z.string(), title: z.string(), stands: orNull(passage) })),
      }),
      async (c) => {
        const { acting, key, regime } = await on(c, "report.read", c.req.valid("param"));
        const standing = new Map((await readPassages(store, acting.province, key)).map((one) => [one.passage, out(one)]));
        const rooms = roomsOf(await outlineIn(store, acting.province, regime));
        const all = rooms.map(({ id, title }) => ({ passage: id, title, stands: standing.get(id) ?? null }));
        return c.json(pageIn(all, (one) => one.passage, c.req.valid("query")));
      },
    )
    .openapi(
      route({
        method: "patch",
        path: `${at}/passages`,
        tag,
        summary:
          "Viết lời văn; đoạn hai người cùng sửa được trả lại cả hai bản / Write passages; one that two changed comes back with both texts",
        request: {
          params,
          ...body(
            z.object({
              passages: z
                .array(z.object({ passage: name, text: words, seen: z.number().int().min(0).optional() }))
                .min(1)
                .max(500),
              why: reason.optional(),
            }),
          ),
        },
        answer: z.object({
          written: z.number().int(),
          conflicts: z.array(z.object({ mine: z.object({ passage: z.string(), text: z.string() }), theirs: passage })),
        }),
      }),
      async (c) => {
        const { acting, key, regime } = await on(c, "report.write", c.req.valid("param"));
        const { passages, why } = c.req.valid("json");
        const rooms = new Set(roomsOf(await outlineIn(store, acting.province, regime)).map(({ id }) => id));
        const stray = passages.find((one) => !rooms.has(one.passage));
        if (stray !== undefined) throw notFound(`chỗ viết "${stray.passage}" trong báo cáo này (such a passage)`);
        const given = passages.map(({ seen, ...one }) => ({ ...one, ...(seen === undefined ? {} : { seen }) }));
        const { written, conflicts } = await writePassages(store, acting, key, given, why === undefined ? {} : { why });
        return c.json({ written, conflicts: conflicts.map(({ mine, theirs }) => ({ mine: { ...mine }, theirs: out(theirs) })) });
      },
    )
    .openapi(
      route({
        method: "get",
        path: `${at}/passages/{passage}/versions`,
        tag,
        summary: "Mọi phiên bản của một đoạn / All versions of a passage",
        request: { params: params.extend({ passage: name }), query: pageQuery },
        answer: pageOf(passage),
      }),
      async (c) => {
        const { passage: id, ...given } = c.req.valid("param");
        const { acting, key } = await on(c, "report.read", given);
        const all = (await readPassageVersions(store, acting.province, key, id)).map(out);
        return c.json(pageIn(all, ({ period, version }) => `${period} ${version}`, c.req.valid("query")));
      },
    )
    .openapi(
      decision(
        "draft",
        "Soạn: chốt số liệu và lời văn của báo cáo / Draft it: from what stands now",
        head.extend({ until: z.iso.datetime().optional() }),
      ),
      async (c) => {
        const { acting, key, regime } = await on(c, "report.write", c.req.valid("param"));
        const { until, ...made } = c.req.valid("json") as z.output<typeof head> & { until?: string };
        const then = until === undefined ? {} : { until: new Date(until) };
        return c.json(
          await answer(c, acting.province, await draftReport(store, acting, regime.version, key, { head: made, ...then, ...seenIn(c) })),
        );
      },
    )
    .openapi(decision("check", "Rà soát xong bản soạn / The draft was looked through", z.object({})), async (c) => {
      const { acting, key } = await on(c, "report.decide", c.req.valid("param"));
      return c.json(await answer(c, acting.province, await checkReport(store, acting, key, seenIn(c))));
    })
    .openapi(
      decision(
        "sign",
        "Đã ký; nêu số và ngày nếu vừa có / It was signed; with its number and day where they are new",
        z.object({ number: text.optional(), date: z.iso.date().optional() }),
      ),
      async (c) => {
        const { acting, key } = await on(c, "report.decide", c.req.valid("param"));
        const { number, date } = c.req.valid("json") as { number?: string; date?: string };
        const added = { ...(number === undefined ? {} : { number }), ...(date === undefined ? {} : { date }) };
        return c.json(await answer(c, acting.province, await signReport(store, acting, key, { head: added, ...seenIn(c) })));
      },
    )
    .openapi(decision("withdraw", "Rút lại, nêu lý do / Withdraw it, with a reason", z.object({ reason })), async (c) => {
      const { acting, key } = await on(c, "report.decide", c.req.valid("param"));
      const { reason: why } = c.req.valid("json") as { reason: string };
      return c.json(await answer(c, acting.province, await withdrawReport(store, acting, key, { reason: why, ...seenIn(c) })));
    })
    .openapi(
      route({
        method: "get",
        path: `${at}/steps`,
        tag,
        summary: "Các bước đã qua của báo cáo / The steps that a report has gone",
        request: { params, query: pageQuery },
        answer: pageOf(step),
      }),
      async (c) => {
        const { acting, key } = await on(c, "report.read", c.req.valid("param"));
        const steps = await readReportSteps(store, acting.province, key);
        const all = steps.map(({ seq, action, at: when, by, reason: why, until }) => ({
          seq,
          action,
          at: when.toISOString(),
          by,
          until: until.toISOString(),
          ...(why === undefined ? {} : { reason: why }),
        }));
        return c.json(pageIn(all, ({ seq }) => String(seq), c.req.valid("query")));
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: `${at}/document`,
        tags: [tag],
        summary: "Báo cáo như đã soạn, làm lại từ số liệu và lời văn lúc đó / The report as drafted, made again from what stood then",
        operationId: "getReportDocument",
        request: {
          params,
          query: z.object({ format: z.enum(reportFormats), step: z.coerce.number().int().min(1).max(1_000_000).optional() }),
        },
        responses: {
          200: {
            description: "Báo cáo / The report",
            content: Object.fromEntries(
              Object.values(reportTypes).map((type) => [
                type.split(";")[0],
                { schema: z.string().openapi({ type: "string", format: "binary" }) },
              ]),
            ),
          },
          ...problemAnswer,
        },
      }),
      async (c) => {
        const { format, step: seq } = c.req.valid("query");
        const { acting, key, regime, orgUnits } = await on(c, "report.read", c.req.valid("param"));
        const stands = await readReport(store, acting.province, key);
        const made = seq === undefined ? stands : (await readReportSteps(store, acting.province, key)).find((one) => one.seq === seq);
        if (made === undefined) throw notFound(`bước ${seq} của báo cáo này (such a step)`);
        const contents = await composeReport(store, {
          province: acting.province,
          regime,
          period: key.period,
          orgUnit: key.orgUnit,
          orgUnits,
          format,
          until: made.until,
          head: head.parse(made.head),
        });
        return attachment(c, contents, { name: `${key.orgUnit}-${key.period}.${format}`, type: reportTypes[format] }) as never;
      },
    );
}
