import { comparisonSaid, existsIn, type Period, period, windowOf } from "@khop/core";
import { explain, KeptSeries } from "@khop/reporting";
import { checkProvince, lineageOf, readFigures, readPeriods, readSubmissions, timelinessOf, touchedSince } from "@khop/store";
import { allow } from "../access/allow.ts";
import { reached } from "../access/authorise.ts";
import { comparedFacts } from "../compared-facts.ts";
import type { Services } from "../context.ts";
import { notFound, refused } from "../http/refuse.ts";
import { name, newRoutes, route, z } from "../http/routes.ts";
import { collectingOf, regimeOf } from "./regime-of.ts";

const said = z.object({ vi: z.string(), en: z.string() });
const point = z.object({
  period: z.string(),
  value: z.string().nullable(),
  text: z.string(),
  is: z.enum(["told", "followed", "summed", "recast"]),
  missing: z.number().int(),
});
const one = z.object({ orgUnit: z.string(), members: z.record(z.string(), z.string()), points: z.array(point) }).meta({ id: "Series" });
const moved = z.object({
  orgUnit: z.string(),
  label: z.string(),
  before: z.string(),
  now: z.string(),
  change: z.string(),
  growth: z.string(),
  is: z.enum(["up", "down", "same"]),
  recast: z
    .boolean()
    .meta({ description: "Số trước được tính lại theo đơn vị hiện nay / The figure before is recast onto the units of now" }),
});
const reorganised = z.object({
  orgUnit: z.string(),
  recast: z.number().int(),
  notComparable: z.number().int(),
  messages: z.array(said).meta({ description: "Mỗi lý do một câu / One sentence for each reason" }),
});

const mostUnits = 40;
const mostMoved = 12;

/** Figures over time, and what a leader should look at. */
export function exploring(services: Services) {
  const { store } = services;
  const kept = new KeptSeries();
  return newRoutes()
    .openapi(
      route({
        method: "get",
        path: "/provinces/{province}/series",
        tag: "Số liệu",
        summary: "Một chỉ tiêu theo thời gian, theo đơn vị và phân tổ / An indicator over time, by unit and breakdown",
        request: {
          params: z.object({ province: name }),
          query: z.object({ regime: name, indicator: name, orgUnits: z.string().max(8000).meta({ description: "a,b,c" }) }),
        },
        answer: z.object({ items: z.array(one) }),
      }),
      async (c) => {
        const { province } = c.req.valid("param");
        const { regime: id, indicator, orgUnits: asked } = c.req.valid("query");
        const of = [...new Set(asked.split(",").filter((unit) => unit !== ""))];
        const { orgUnits } = await allow(c, services, "periods.read", { province, regime: id });
        for (const orgUnit of of) await allow(c, services, "facts.read", { province, orgUnit, regime: id });
        const regime = regimeOf(services, id);
        if (!regime.indicators.some((each) => each.id === indicator)) throw notFound(`chỉ tiêu "${indicator}" (indicator)`);
        if (of.length > mostUnits) {
          const issues = [{ place: "orgUnits", message: `at most ${mostUnits}` }];
          throw refused("api/bad-request", `Nhiều nhất ${mostUnits} đơn vị một lần.`, `${mostUnits} units at once at most.`, { issues });
        }
        const scope = { regime, indicator, of, orgUnits, lineage: await lineageOf(store, province, orgUnits) };
        const found = await kept.series(province, scope, {
          touched: (since) => touchedSince(store, province, since),
          periods: (wanted) => readPeriods(store, { province, ...wanted }),
          facts: (wanted) => readFigures(store, { province, ...wanted }),
        });
        return c.json({
          items: found.map(({ orgUnit, members, points }) => ({
            orgUnit,
            members: { ...members },
            points: points.map(({ period: at, quantity, is, missing }) => ({
              period: at,
              value: quantity?.value.toFixed() ?? null,
              text: quantity?.format() ?? "",
              is,
              missing: missing.length,
            })),
          })),
        });
      },
    )
    .openapi(
      route({
        method: "get",
        path: "/provinces/{province}/periods/{regime}/{period}/overview",
        tag: "Kỳ báo cáo",
        summary: "Cho lãnh đạo: gì đổi nhiều nhất, gì không khớp, ai thiếu / For leaders: what moved, what does not fit, who is missing",
        request: { params: z.object({ province: name, regime: name, period: name }) },
        answer: z.object({
          moved: z.array(moved),
          findings: z.array(z.object({ orgUnit: z.string(), severity: z.string(), message: said })),
          reorganised: z.array(reorganised).meta({
            description: "Đơn vị mới sắp xếp: so sánh được đến đâu / Units that were reorganised: how far they can be compared",
          }),
          missing: z.array(z.object({ orgUnit: z.string(), timeliness: z.string(), state: z.string() })),
        }),
      }),
      async (c) => {
        const { province, regime: id, period: when } = c.req.valid("param");
        const { orgUnits } = await allow(c, services, "periods.read", { province, regime: id });
        const regime = regimeOf(services, id);
        const of = period(when);
        const window = windowOf(of, regime.windows);
        const { grants } = c.get("principal");
        const seen = new Set(reached(grants, "facts.read", { province, regime: id }, orgUnits));
        const units = orgUnits.filter((unit) => unit.level === regime.level && seen.has(unit.id) && existsIn(unit, window));
        const facts = await comparedFacts(store, { province, regime, period: of, orgUnits }, units);
        const unfit = await unfitIn(services, province, id, of);
        const told = units.flatMap((orgUnit) => {
          const { facts: own, comparisons } = facts.get(orgUnit.id) ?? { facts: [], comparisons: [] };
          if (of.frequency !== regime.frequency || !own.some((fact) => fact.period.id === of.id)) return [];
          const options = { comparisons, fits: !unfit.has(orgUnit.id) };
          return [{ orgUnit: orgUnit.id, ...explain({ regime, orgUnit, period: of, facts: own }, options) }];
        });
        const changes = told
          .flatMap(({ orgUnit, figures }) =>
            figures.flatMap(({ label, text, before, change, members, comparison }) =>
              before === undefined || change?.growth === undefined || change.rate === undefined || members > 0
                ? []
                : [
                    {
                      rate: change.rate,
                      shown: {
                        orgUnit,
                        label,
                        before,
                        now: text,
                        change: change.text,
                        growth: change.growth,
                        is: change.is,
                        recast: comparison?.is === "recast",
                      },
                    },
                  ],
            ),
          )
          .sort((a, b) => b.rate.abs().comparedTo(a.rate.abs()));
        const submissions = await readSubmissions(store, province, { regime: id, period: when, orgUnits: [...seen] });
        const now = store.now();
        return c.json({
          moved: changes.slice(0, mostMoved).map(({ shown }) => shown),
          reorganised: told.flatMap(({ orgUnit, figures }) => {
            const compared = figures.flatMap(({ comparison }) => comparison ?? []);
            if (compared.length === 0) return [];
            const apart = compared.filter((one) => one.is === "notComparable");
            const first = [...Map.groupBy(compared, ({ is, why }) => why ?? is).values()].flatMap(([one]) => one ?? []);
            const messages = first.map((one) => comparisonSaid(one, { indicators: regime.indicators, orgUnits }));
            return [{ orgUnit, recast: compared.length - apart.length, notComparable: apart.length, messages }];
          }),
          findings: told.flatMap(({ orgUnit, findings }) =>
            findings
              .filter(({ severity }) => severity !== "info")
              .map(({ severity, message }) => ({ orgUnit, severity, message: { ...message } })),
          ),
          missing: submissions
            .filter(({ state }) => state === "draft" || state === "returned")
            .map((each) => ({ orgUnit: each.orgUnit, timeliness: timelinessOf(each, now), state: each.state })),
        });
      },
    );
}

/** The units of which the compiled rules do not say that all holds: what does not fit in them, or hangs on what is missing, is for memory to tell. */
async function unfitIn(services: Services, province: string, id: string, of: Period): Promise<ReadonlySet<string>> {
  const { indicators, rules, absent, windows } = collectingOf(services, id);
  const more = { ...(absent === undefined ? {} : { absent }), ...(windows === undefined ? {} : { windows }) };
  const verdicts = await checkProvince(services.store, { province, period: of, indicators, rules, ...more });
  return new Set(verdicts.filter(({ verdict, reason }) => verdict !== "holds" || reason !== undefined).map(({ orgUnit }) => orgUnit));
}
