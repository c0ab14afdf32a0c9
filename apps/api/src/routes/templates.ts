import { type ReportRegime, toldBy } from "@khop/catalog/report";
import { type Material, madeUpMaterial, templatesOf, tryTemplate, writeReport } from "@khop/reporting";
import { readTemplates, readTemplateVersions, type StoredTemplate, writeTemplate } from "@khop/store";
import type { Context } from "hono";
import { allow } from "../access/allow.ts";
import type { Action } from "../access/authorise.ts";
import { materialOf, outlineIn } from "../compose/compose-report.ts";
import { engines } from "../compose/engines.ts";
import type { Env, Services } from "../context.ts";
import { versionIs } from "../http/conditional.ts";
import { seenIn, versioned } from "../http/if-match.ts";
import { pageIn, pageOf, pageQuery } from "../http/pages.ts";
import { notFound } from "../http/refuse.ts";
import { body, name, newRoutes, orNull, reason, route, z } from "../http/routes.ts";
import { regimeOf } from "./regime-of.ts";

const at = "/provinces/{province}/regimes/{regime}/templates" as const;
const params = z.object({ province: name, regime: name });
const ofOne = params.extend({ template: name });
const tag = "Mẫu báo cáo";
const words = z.string().max(50_000);

const version = z
  .object({
    template: z.string(),
    text: z.string().nullable().meta({ description: "null: theo mẫu của chế độ / null: the regime's own" }),
    version: z.number().int(),
    by: z.string(),
    at: z.iso.datetime(),
    why: z.string().optional(),
  })
  .meta({ id: "TemplateVersion" });
const template = z
  .object({
    template: z.string(),
    is: z.enum(["wording", "section", "appendix"]),
    title: z.string(),
    depth: z.number().int(),
    indicators: z.array(z.string()),
    regimes: z.string().meta({ description: "Mẫu của chế độ / The regime's own" }),
    stands: orNull(version),
  })
  .meta({ id: "ReportTemplate" });
const noTemplate = (id: string) => notFound(`mẫu "${id}" trong chế độ này (such a template)`);
const out = (one: StoredTemplate): z.output<typeof version> => ({ ...one, at: one.at.toISOString() });

/** How a province tells the parts of a regime's reports, tried out before it is kept. */
export function templates(services: Services) {
  const { store } = services;
  const on = async (c: Context<Env>, action: Action, { province, regime: id }: z.output<typeof params>) => {
    const { acting, orgUnits } = await allow(c, services, action, { province, regime: id });
    return { acting, orgUnits, regime: regimeOf(services, id) };
  };
  const standing = async (province: string, regime: ReportRegime): Promise<z.output<typeof template>[]> => {
    const stand = new Map((await readTemplates(store, province, regime.id)).map((one) => [one.template, out(one)]));
    return templatesOf(regime).map(({ id, template: regimes, indicators, ...one }) => ({
      ...one,
      template: id,
      indicators: [...indicators],
      regimes,
      stands: stand.get(id) ?? null,
    }));
  };
  /** One place of a report told by a text. */
  const tried = async (material: Material, province: string, place: string, text: string) => {
    if (!templatesOf(material.regime).some(({ id }) => id === place)) throw noTemplate(place);
    const outline = toldBy(await outlineIn(store, province, material.regime), { [place]: text });
    return { prepared: tryTemplate({ ...material, outline }, place), material: { ...material, outline } };
  };

  return newRoutes()
    .openapi(
      route({
        method: "get",
        path: at,
        tag,
        summary: "Các mẫu của báo cáo: của chế độ, và của tỉnh nếu có / The templates of a report: the regime's, and the province's own",
        request: { params, query: pageQuery },
        answer: pageOf(template),
      }),
      async (c) => {
        const { acting, regime } = await on(c, "templates.read", c.req.valid("param"));
        return c.json(pageIn(await standing(acting.province, regime), (one) => one.template, c.req.valid("query")));
      },
    )
    .openapi(
      route({
        method: "get",
        path: `${at}/{template}`,
        tag,
        summary: "Một mẫu / One template",
        request: { params: ofOne },
        answer: template,
      }),
      async (c) => {
        const { template: id, ...given } = c.req.valid("param");
        const { acting, regime } = await on(c, "templates.read", given);
        const found = (await standing(acting.province, regime)).find((one) => one.template === id);
        if (found === undefined) throw noTemplate(id);
        versionIs(c, found.stands?.version ?? 0);
        return c.json(found);
      },
    )
    .openapi(
      route({
        method: "put",
        path: `${at}/{template}`,
        tag,
        summary:
          "Ghi một mẫu của tỉnh, hoặc về mẫu của chế độ; mẫu sai được trả lại / Keep a template, or go back to the regime's; a wrong one is refused",
        request: { params: ofOne, headers: versioned, ...body(z.object({ text: words.nullable(), why: reason.optional() })) },
        answer: version,
      }),
      async (c) => {
        const { template: id, ...given } = c.req.valid("param");
        const { acting, regime } = await on(c, "templates.write", given);
        const { text, why } = c.req.valid("json");
        if (!templatesOf(regime).some((one) => one.id === id)) throw noTemplate(id);
        // One that cannot be read, or names what is not there, would keep every report of the regime from being made.
        if (text !== null) await tried(madeUpMaterial(regime), acting.province, id, text);
        const said = { text, ...seenIn(c), ...(why === undefined ? {} : { why }) };
        const kept = await writeTemplate(store, acting, { regime: regime.id, template: id }, said);
        versionIs(c, kept.version);
        return c.json(out(kept));
      },
    )
    .openapi(
      route({
        method: "get",
        path: `${at}/{template}/versions`,
        tag,
        summary: "Mọi phiên bản của một mẫu / All versions of a template",
        request: { params: ofOne, query: pageQuery },
        answer: pageOf(version),
      }),
      async (c) => {
        const { template: id, ...given } = c.req.valid("param");
        const { acting, regime } = await on(c, "templates.read", given);
        const all = (await readTemplateVersions(store, acting.province, { regime: regime.id, template: id })).map(out);
        return c.json(pageIn(all, (one) => String(one.version), c.req.valid("query")));
      },
    )
    .openapi(
      route({
        method: "post",
        path: `${at}/{template}/preview`,
        tag,
        summary:
          "Xem thử một mẫu chưa ghi, với số liệu của một đơn vị hoặc số liệu giả định / Try a template that is not kept, over a unit's figures or made-up ones",
        request: {
          params: ofOne,
          ...body(z.object({ text: words, of: z.object({ period: name, orgUnit: name }).optional() })),
        },
        answer: z.object({
          html: z.string().meta({ description: "Phần báo cáo này, như trang web / This part of the report as a page" }),
          period: z.string(),
          missing: z.array(z.string()).meta({ description: "Số liệu mẫu cần mà chưa có / Figures it tells that are not there" }),
          unwritten: z.array(z.string()).meta({ description: "Chỗ người viết chưa viết / Places that nobody has written" }),
        }),
      }),
      async (c) => {
        const { template: id, ...given } = c.req.valid("param");
        const { acting, regime, orgUnits } = await on(c, "templates.read", given);
        const { text, of } = c.req.valid("json");
        let material = madeUpMaterial(regime);
        if (of !== undefined) {
          const { province } = acting;
          await allow(c, services, "report.read", { province, orgUnit: of.orgUnit, regime: regime.id });
          const letter = { body: regime.body, place: "…", signatureBlock: { position: "…", name: "" } };
          material = await materialOf(store, { province, regime, ...of, orgUnits, head: { letter } });
        }
        const { prepared, material: made } = await tried(material, acting.province, id, text);
        const page = await writeReport(prepared, "html", made, engines);
        return c.json({
          html: typeof page === "string" ? page : new TextDecoder().decode(page),
          period: made.period.id,
          missing: [...prepared.missing],
          unwritten: [...prepared.unwritten],
        });
      },
    );
}
