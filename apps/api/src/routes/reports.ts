import { createRoute } from "@hono/zod-openapi";
import { rowsOf } from "@khop/catalog/report";
import { type Fact, period } from "@khop/core";
import { csvOf, factJson, factsInCsv, factsInXlsx, reportFormats, xlsxOf } from "@khop/reporting";
import { readFacts, writeFacts } from "@khop/store";
import { allow } from "../access/allow.ts";
import { composeReport, reportTypes } from "../compose/compose-report.ts";
import type { Services } from "../context.ts";
import { factsFromJson } from "../facts-from-json.ts";
import { attachment } from "../http/attachment.ts";
import { type factJsonSchema, factsJsonSchema } from "../http/figures.ts";
import { refused } from "../http/refuse.ts";
import { body, name, newRoutes, problemAnswer, route, z } from "../http/routes.ts";
import { head } from "./letter.ts";
import { regimeOf } from "./regime-of.ts";

const binary = z.string().openapi({ type: "string", format: "binary" });
const issue = z.object({ place: z.string(), vi: z.string(), en: z.string() });

/** Reports composed from the facts that stand, and tables of facts in and out. */
export function reports(services: Services) {
  const { store } = services;
  return newRoutes()
    .openapi(
      createRoute({
        method: "post",
        path: "/provinces/{province}/reports",
        tags: ["Báo cáo"],
        summary: "Soạn báo cáo từ số liệu đã có / Compose a report from the facts that stand",
        operationId: "postProvincesProvinceReports",
        request: {
          params: z.object({ province: name }),
          ...body(
            head.extend({
              regime: name,
              period: name,
              orgUnit: name,
              format: z.enum(reportFormats),
              written: z
                .record(z.string(), z.string().max(100_000))
                .optional()
                .meta({ description: "Lời văn thay cho bản đã lưu / Passages in the place of those that are kept" }),
              until: z.iso.datetime().optional().meta({ description: "Theo số liệu lúc đó / From the facts as they stood then" }),
            }),
          ),
        },
        responses: {
          200: {
            description: "Báo cáo / The report",
            content: Object.fromEntries(Object.values(reportTypes).map((type) => [type.split(";")[0], { schema: binary }])),
          },
          ...problemAnswer,
        },
      }),
      async (c) => {
        const { province } = c.req.valid("param");
        const { regime: id, period: when, orgUnit, format, written, until, ...made } = c.req.valid("json");
        const { orgUnits } = await allow(c, services, "report.read", { province, orgUnit, regime: id });
        const contents = await composeReport(store, {
          province,
          regime: regimeOf(services, id),
          period: when,
          orgUnit,
          orgUnits,
          format,
          head: made,
          ...(written === undefined ? {} : { written }),
          ...(until === undefined ? {} : { until: new Date(until) }),
        });
        return attachment(c, contents, { name: `${orgUnit}-${when}.${format}`, type: reportTypes[format] }) as never;
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/provinces/{province}/facts.csv",
        tags: ["Số liệu"],
        summary: "Số liệu một kỳ của một đơn vị, thành tệp CSV / The facts of a unit and a period as CSV",
        operationId: "getProvincesProvinceFactsCsv",
        request: { params: z.object({ province: name }), query: z.object({ regime: name, period: name, orgUnit: name }) },
        responses: { 200: { description: "CSV", content: { "text/csv": { schema: binary } } }, ...problemAnswer },
      }),
      async (c) => {
        const { province } = c.req.valid("param");
        const { regime: id, period: when, orgUnit } = c.req.valid("query");
        await allow(c, services, "facts.read", { province, orgUnit, regime: id });
        const facts = await readFacts(store, { province, orgUnits: [orgUnit], periods: [period(when)] });
        return c.body(csvOf(rowsOf(regimeOf(services, id), facts)), 200, { "content-type": "text/csv; charset=utf-8" }) as never;
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/provinces/{province}/facts.xlsx",
        tags: ["Số liệu"],
        summary: "Số liệu một kỳ của một đơn vị, thành tệp Excel / The facts of a unit and a period as an Excel file",
        operationId: "getProvincesProvinceFactsXlsx",
        request: { params: z.object({ province: name }), query: z.object({ regime: name, period: name, orgUnit: name }) },
        responses: { 200: { description: "Excel", content: { [reportTypes.xlsx]: { schema: binary } } }, ...problemAnswer },
      }),
      async (c) => {
        const { province } = c.req.valid("param");
        const { regime: id, period: when, orgUnit } = c.req.valid("query");
        await allow(c, services, "facts.read", { province, orgUnit, regime: id });
        const facts = await readFacts(store, { province, orgUnits: [orgUnit], periods: [period(when)] });
        const file = { name: `${orgUnit}-${when}.xlsx`, type: reportTypes.xlsx };
        return attachment(c, xlsxOf(rowsOf(regimeOf(services, id), facts)), file) as never;
      },
    )
    .openapi(
      route({
        method: "get",
        path: "/provinces/{province}/facts.json",
        tag: "Số liệu",
        summary: "Số liệu một kỳ của một đơn vị, thành khop.facts/1 / The facts of a unit and a period as khop.facts/1",
        request: { params: z.object({ province: name }), query: z.object({ regime: name, period: name, orgUnit: name }) },
        answer: factsJsonSchema,
      }),
      async (c) => {
        const { province } = c.req.valid("param");
        const { regime: id, period: when, orgUnit } = c.req.valid("query");
        await allow(c, services, "facts.read", { province, orgUnit, regime: id });
        const known = new Set(regimeOf(services, id).indicators.map((one) => one.id));
        const facts = await readFacts(store, { province, orgUnits: [orgUnit], periods: [period(when)] });
        const told = facts.filter(({ indicator }) => known.has(indicator)).map(factJson);
        return c.json({ schema: "khop.facts/1" as const, regime: id, facts: told as z.output<typeof factJsonSchema>[] });
      },
    )
    .openapi(
      route({
        method: "post",
        path: "/provinces/{province}/facts/import",
        tag: "Số liệu",
        summary:
          "Nhập số liệu từ CSV, Excel hoặc khop.facts/1; ô không nhận được được nêu từng ô / Import facts from CSV, Excel or khop.facts/1; each cell that cannot be taken is named",
        request: {
          params: z.object({ province: name }),
          ...body(
            z.object({
              regime: name,
              orgUnit: name,
              period: name.optional(),
              why: z.string().trim().min(1).max(2000),
              csv: z.string().max(5_000_000).optional(),
              xlsx: z.base64().max(15_000_000).optional(),
              json: factsJsonSchema.optional(),
            }),
          ),
        },
        answer: z.object({ written: z.number().int(), facts: z.number().int(), issues: z.array(issue) }),
      }),
      async (c) => {
        const { province } = c.req.valid("param");
        const { regime: id, orgUnit, period: when, why, csv, xlsx, json } = c.req.valid("json");
        const { acting } = await allow(c, services, "facts.import", { province, orgUnit, regime: id });
        const regime = regimeOf(services, id);
        const options = { orgUnit, ...(when === undefined ? {} : { period: period(when) }) };
        const given = [csv, xlsx, json].filter((one) => one !== undefined);
        if (given.length !== 1) {
          throw refused("api/bad-request", "Gửi một trong ba: csv, xlsx hoặc json.", "Send one of the three: csv, xlsx or json.", {
            issues: [{ place: "csv", message: "or xlsx, or json" }],
          });
        }
        const read =
          json !== undefined
            ? factsFromJson(regime, json.facts)
            : csv === undefined
              ? inXlsx(regime, Buffer.from(xlsx ?? "", "base64"), options)
              : factsInCsv(regime, csv, options);
        for (const other of new Set(read.facts.map((fact: Fact) => fact.orgUnit))) {
          if (other !== orgUnit) await allow(c, services, "facts.import", { province, orgUnit: other, regime: id });
        }
        const { written } = await writeFacts(
          store,
          acting,
          read.facts.map((fact) => ({ fact })),
          { why },
        );
        return c.json({ written, facts: read.facts.length, issues: read.issues.map(({ place, vi, en }) => ({ place, vi, en })) });
      },
    );
}

function inXlsx(...[regime, bytes, options]: Parameters<typeof factsInXlsx>) {
  try {
    return factsInXlsx(regime, bytes, options);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw refused("api/bad-request", `Tệp Excel không đọc được (${why}).`, `The Excel file cannot be read (${why}).`, {
      issues: [{ place: "xlsx", message: why }],
    });
  }
}
