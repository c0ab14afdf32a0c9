import { addressKey, addressOf, period, type WorkingLine } from "@khop/core";
import { type Explained, explain } from "@khop/reporting";
import { readFacts } from "@khop/store";
import { allow } from "../access/allow.ts";
import { comparedFacts } from "../compared-facts.ts";
import type { Services } from "../context.ts";
import { comparisonOut, comparisonSchema } from "../http/comparison.ts";
import { refused } from "../http/refuse.ts";
import { name, newRoutes, route, z } from "../http/routes.ts";
import { regimeOf } from "./regime-of.ts";

const params = z.object({ province: name, regime: name, period: name, orgUnit: name });
const said = z.object({ vi: z.string(), en: z.string() });
const figure = z
  .object({
    fact: z.string().meta({ description: "Khóa của số liệu, như trong data-fact của báo cáo / The fact's key, as in data-fact" }),
    label: z.string(),
    text: z.string(),
    entered: z.object({ by: z.string(), at: z.iso.datetime(), version: z.number().int() }).optional(),
    working: z
      .object({
        kind: said,
        lines: z.array(z.object({ sign: z.string(), label: z.string(), text: z.string(), fact: z.string().optional() })),
      })
      .optional(),
    before: z.string().optional(),
    change: z.object({ text: z.string(), growth: z.string().optional(), is: z.enum(["up", "down", "same"]) }).optional(),
    comparison: comparisonSchema.optional(),
  })
  .meta({ id: "ExplainedFigure" });

/** How the figures of a report came to be, so that a page can say it at each. */
export function explanation(services: Services) {
  const { store } = services;
  return newRoutes().openapi(
    route({
      method: "get",
      path: "/provinces/{province}/reports/{regime}/{period}/{orgUnit}/figures",
      tag: "Báo cáo",
      summary: "Từng con số của báo cáo: ai nhập, tính thế nào, đổi ra sao / Each figure: who entered it, how it follows, how it changed",
      request: { params },
      answer: z.object({
        figures: z.array(figure),
        findings: z.array(z.object({ severity: z.string(), message: said, facts: z.array(z.string()) })),
      }),
    }),
    async (c) => {
      const { province, regime: id, period: when, orgUnit } = c.req.valid("param");
      const { orgUnits } = await allow(c, services, "report.read", { province, orgUnit, regime: id });
      const regime = regimeOf(services, id);
      const unit = orgUnits.find((one) => one.id === orgUnit);
      const of = period(when);
      if (of.frequency !== regime.frequency || unit === undefined) {
        const issues = [{ place: "period", message: regime.frequency }];
        throw refused("api/bad-request", `Kỳ ${when} không phải kỳ của chế độ này.`, `${when} is no period of this regime.`, { issues });
      }
      const made = (await comparedFacts(store, { province, regime, period: of, orgUnits }, [unit])).get(orgUnit);
      const { facts, comparisons } = made ?? { facts: [], comparisons: [] };
      const { figures, findings } = explain({ regime, orgUnit: { ...unit, level: regime.level }, period: of, facts }, { comparisons });
      const entries = await readFacts(store, { province, periods: [of], orgUnits: [orgUnit] });
      const stored = new Map(entries.map((fact) => [addressKey(addressOf(fact)), fact]));
      const keyOf = ({ address }: { readonly address: Parameters<typeof addressKey>[0] }) => addressKey(address);
      return c.json({
        figures: figures.map(({ fact, label, text, working, before, change, comparison }) => {
          const entered = stored.get(fact);
          return {
            fact,
            label,
            text,
            ...(entered === undefined ? {} : { entered: { by: entered.by, at: entered.at.toISOString(), version: entered.version } }),
            ...(working === undefined ? {} : { working: { kind: { ...working.kind }, lines: working.lines.map(lineOut) } }),
            ...(before === undefined ? {} : { before }),
            ...(change === undefined ? {} : { change: changeOut(change) }),
            ...(comparison === undefined ? {} : { comparison: comparisonOut(comparison, { indicators: regime.indicators, orgUnits }) }),
          };
        }),
        findings: findings.map(({ severity, message, cells }) => ({ severity, message: { ...message }, facts: cells.map(keyOf) })),
      });
    },
  );
}

const changeOut = ({ text, growth, is }: NonNullable<Explained["change"]>) => ({ text, is, ...(growth === undefined ? {} : { growth }) });

const lineOut = ({ sign, label, text, cell }: WorkingLine) => ({
  sign,
  label,
  text,
  ...(cell === null ? {} : { fact: addressKey(cell.address) }),
});
