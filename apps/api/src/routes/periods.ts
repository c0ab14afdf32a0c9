import { workCalendar } from "@khop/catalog/report";
import { difference, growth, type Indicator, type OrgUnit, type Period, period, previous, quantity, yearBefore } from "@khop/core";
import {
  entryKey,
  openPeriod,
  type RolledUp,
  type RolledUpBefore,
  readCollections,
  readSubmissions,
  rollUp,
  rollUpBefore,
  type Submission,
  tallyOf,
  timelinessOf,
} from "@khop/store";
import { allow } from "../access/allow.ts";
import { reached } from "../access/authorise.ts";
import type { Services } from "../context.ts";
import { comparisonOut, comparisonSchema } from "../http/comparison.ts";
import { pageIn, pageOf, pageQuery } from "../http/pages.ts";
import { body, name, newRoutes, route, z } from "../http/routes.ts";
import { collectingOf } from "./regime-of.ts";

const severity = z.enum(["error", "warning", "review", "info"]);
const level = z.enum(["central", "province", "district", "commune"]);
const collection = z
  .object({
    regime: z.string(),
    regimeVersion: z.string(),
    period: z.string(),
    window: z.object({ from: z.string(), to: z.string() }),
    dueOn: z.string(),
    blocks: severity,
    openedAt: z.iso.datetime(),
    openedBy: z.string(),
  })
  .meta({ id: "Collection" });
const timeliness = z.enum(["early", "onTime", "late", "missing", "owed"]);
export const submissionSchema = z
  .object({
    regime: z.string(),
    period: z.string(),
    orgUnit: z.string(),
    state: z.enum(["draft", "submitted", "returned", "approved", "locked"]),
    version: z.number().int(),
    dueOn: z.string(),
    firstSubmittedAt: z.iso.datetime().nullable(),
    submittedAt: z.iso.datetime().nullable(),
    approvedBy: z.array(z.string()),
    timeliness,
  })
  .meta({ id: "Submission" });

export const submissionOut = (one: Submission, now: Date): z.output<typeof submissionSchema> => ({
  ...one,
  approvedBy: [...one.approvedBy],
  firstSubmittedAt: one.firstSubmittedAt?.toISOString() ?? null,
  submittedAt: one.submittedAt?.toISOString() ?? null,
  timeliness: timelinessOf(one, now),
});

/** What the same units made before, or those that they came of. */
const before = z.object({
  period: z.string(),
  value: z.string().nullable(),
  missing: z.array(z.string()),
  change: z.string().optional(),
  growth: z.string().optional(),
  comparison: comparisonSchema.optional().meta({ description: "Có khi đơn vị đã sắp xếp / Where units were reorganised since" }),
});

/** Periods that are opened, what is owed, and what all together makes. */
export function periods(services: Services) {
  const { store } = services;
  const out = (one: Awaited<ReturnType<typeof openPeriod>>) => ({
    ...one,
    window: { ...one.window },
    openedAt: one.openedAt.toISOString(),
  });
  return newRoutes()
    .openapi(
      route({
        method: "get",
        path: "/provinces/{province}/periods",
        tag: "Kỳ báo cáo",
        summary: "Các kỳ đã mở / The periods that are open",
        request: { params: z.object({ province: name }), query: pageQuery },
        answer: pageOf(collection),
      }),
      async (c) => {
        const { province } = c.req.valid("param");
        await allow(c, services, "periods.read", { province });
        const all = (await readCollections(store, province)).map(out);
        return c.json(pageIn(all, ({ regime, period: when }) => JSON.stringify([regime, when]), c.req.valid("query")));
      },
    )
    .openapi(
      route({
        method: "post",
        path: "/provinces/{province}/periods",
        tag: "Kỳ báo cáo",
        summary: "Mở kỳ báo cáo cho các đơn vị / Open a period for its units",
        request: {
          params: z.object({ province: name }),
          ...body(
            z.object({
              regime: name,
              period: name,
              dueOn: z.iso.date().optional(),
              levels: z.array(level).min(1).optional(),
              blocks: severity.optional(),
            }),
          ),
        },
        answer: collection,
      }),
      async (c) => {
        const { province } = c.req.valid("param");
        const { regime: id, period: when, dueOn, levels, blocks } = c.req.valid("json");
        const { acting } = await allow(c, services, "period.open", { province, regime: id });
        const options = {
          ...(dueOn === undefined ? {} : { dueOn }),
          ...(levels === undefined ? {} : { levels }),
          ...(blocks === undefined ? {} : { blocks }),
        };
        return c.json(
          out(await openPeriod(store, acting, collectingOf(services, id), period(when), { calendar: workCalendar, ...options })),
        );
      },
    )
    .openapi(
      route({
        method: "get",
        path: "/provinces/{province}/periods/{regime}/{period}/submissions",
        tag: "Kỳ báo cáo",
        summary: "Ai đã gửi, ai chậm, ai thiếu / Who has sent, who is late, who is missing",
        request: { params: z.object({ province: name, regime: name, period: name }), query: pageQuery },
        answer: pageOf(submissionSchema).extend({ tally: z.record(timeliness, z.number().int()) }),
      }),
      async (c) => {
        const { province, regime, period: when } = c.req.valid("param");
        const { orgUnits } = await allow(c, services, "periods.read", { province, regime });
        const seen = reached(c.get("principal").grants, "submission.read", { province, regime }, orgUnits);
        const all = await readSubmissions(store, province, { regime, period: when, orgUnits: seen });
        const now = store.now();
        const page = pageIn(
          all.map((one) => submissionOut(one, now)),
          ({ orgUnit }) => orgUnit,
          c.req.valid("query"),
        );
        return c.json({ ...page, tally: { ...tallyOf(all, now) } });
      },
    )
    .openapi(
      route({
        method: "get",
        path: "/provinces/{province}/periods/{regime}/{period}/roll-up",
        tag: "Kỳ báo cáo",
        summary: "Tổng hợp các đơn vị cấp dưới / The units below, added up",
        request: {
          params: z.object({ province: name, regime: name, period: name }),
          query: z.object({
            to: name,
            level,
            against: z.enum(["previous", "yearBefore"]).optional().meta({
              description: "So với kỳ trước, hoặc cùng kỳ năm trước / Against the period before, or the same of last year",
            }),
          }),
        },
        answer: z.object({
          items: z.array(
            z.object({
              indicator: z.string(),
              members: z.record(z.string(), z.string()),
              value: z.string().nullable(),
              orgUnits: z.number().int(),
              missing: z.array(z.string()),
              before: before.optional(),
            }),
          ),
        }),
      }),
      async (c) => {
        const { province, regime: id, period: when } = c.req.valid("param");
        const { to, level: of, against } = c.req.valid("query");
        const { orgUnits } = await allow(c, services, "facts.read", { province, orgUnit: to, regime: id });
        const { indicators, entries, windows } = collectingOf(services, id);
        const query = {
          province,
          period: period(when),
          to,
          level: of,
          indicators,
          entries: entries.filter(({ frequency }) => frequency === undefined),
          ...(windows === undefined ? {} : { windows }),
        };
        const rows = await rollUp(store, query);
        const then = against === undefined ? undefined : against === "previous" ? previous(query.period) : yearBefore(query.period);
        const earlier = then === undefined ? [] : await rollUpBefore(store, query, then);
        const beforeOf = (row: RolledUp) => {
          const found = earlier.find((one) => entryKey(one) === entryKey(row));
          return found === undefined || then === undefined ? {} : { before: beforeOut(row, found, then, { indicators, orgUnits }) };
        };
        return c.json({
          items: rows.map((row) => ({
            ...row,
            members: { ...row.members },
            value: row.value?.toFixed() ?? null,
            missing: [...row.missing],
            ...beforeOf(row),
          })),
        });
      },
    );
}

/** A sum of before beside that of now: by how much it has changed, where both can be told. */
function beforeOut(
  row: RolledUp,
  { value, missing, comparison }: RolledUpBefore,
  then: Period,
  names: { readonly indicators: readonly Indicator[]; readonly orgUnits: readonly OrgUnit[] },
): z.output<typeof before> {
  const unit = names.indicators.find(({ id }) => id === row.indicator)?.unit;
  const figure = (of: RolledUp["value"]) =>
    of === null || unit === undefined ? null : quantity({ value: of.toFixed(), unit, exact: true });
  const [now, earlier] = [figure(row.value), figure(value)];
  const [by, rate] = [difference(now, earlier), growth(now, earlier)];
  return {
    period: then.id,
    value: value?.toFixed() ?? null,
    missing: [...missing],
    ...(by.value === null ? {} : { change: by.format("vi") }),
    ...(rate.value === null ? {} : { growth: rate.format("vi") }),
    ...(comparison === undefined ? {} : { comparison: comparisonOut(comparison, names) }),
  };
}
