import { type ReportRegime, workCalendar } from "@khop/catalog/report";
import { dueDate, type Frequency, following, type Period, period, type Window, windowOf } from "@khop/core";
import { readCollections } from "@khop/store";
import { allow } from "../access/allow.ts";
import type { Services } from "../context.ts";
import { pageIn, pageOf, pageQuery } from "../http/pages.ts";
import { refused } from "../http/refuse.ts";
import { name, newRoutes, route, z } from "../http/routes.ts";

const deadline = z.object({
  regime: z.string(),
  period: z.string(),
  dueOn: z.string(),
  window: z.object({ from: z.string(), to: z.string() }),
  isOpen: z.boolean(),
});
type Deadline = z.output<typeof deadline>;

const longest = 800;
const oneDay = 24 * 3_600_000;

/** When the regimes' reports are due: periods that are open, and those that will be. */
export function deadlines(services: Services) {
  const { store, regimes } = services;
  return newRoutes().openapi(
    route({
      method: "get",
      path: "/provinces/{province}/deadlines",
      tag: "Kỳ báo cáo",
      summary: "Lịch hạn gửi / When reports are due",
      request: { params: z.object({ province: name }), query: pageQuery.extend({ first: z.iso.date(), last: z.iso.date() }) },
      answer: pageOf(deadline),
    }),
    async (c) => {
      const { province } = c.req.valid("param");
      const { first: from, last: to, ...page } = c.req.valid("query");
      await allow(c, services, "periods.read", { province });
      if (Date.parse(to) - Date.parse(from) > longest * oneDay) {
        const issues = [{ place: "last", message: `at most ${longest} days after first` }];
        throw refused("api/bad-request", `Lịch dài nhất ${longest} ngày.`, `A calendar is of ${longest} days at most.`, { issues });
      }
      const open = await readCollections(store, province);
      const isOpened = ({ regime, period: of }: Deadline) => open.some((one) => one.regime === regime && one.period === of);
      const opened = open.map(({ regime, period: of, dueOn, window }) => ({
        regime,
        period: of,
        dueOn,
        window: { ...window },
        isOpen: true,
      }));
      const expected = regimes.flatMap((regime) => [...dueBetween(regime, from, to)]).filter((one) => !isOpened(one));
      const items = [...opened, ...expected].filter(({ dueOn }) => dueOn >= from && dueOn <= to);
      const keyOf = ({ dueOn, regime, period: of }: Deadline) => `${dueOn} ${regime} ${of}`;
      return c.json(
        pageIn(
          items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
          keyOf,
          page,
        ),
      );
    },
  );
}

const firstOf: Readonly<Record<Frequency, (year: number) => string>> = {
  week: (year) => `${year}-W01`,
  month: (year) => `${year}-M01`,
  quarter: (year) => `${year}-Q1`,
  half: (year) => `${year}-S1`,
  nineMonths: (year) => `${year}-01-01/P9M`,
  year: (year) => `${year}-A1`,
};

/** One that takes another's place in the midst of a window is the one that is in force as the window closes. */
const inForce = ({ validFrom, validTo }: ReportRegime, { to }: Window): boolean => to >= validFrom && (validTo === null || to <= validTo);

/** The periods of a regime whose deadline lies between two days, both included. */
function* dueBetween(regime: ReportRegime, from: string, to: string): Generator<Deadline> {
  const begin = Math.max(Number(from.slice(0, 4)) - 1, Number(regime.validFrom.slice(0, 4)));
  let at: Period = period(firstOf[regime.frequency](begin));
  for (;;) {
    const window = windowOf(at, regime.windows);
    if (window === null || window.to > to) return;
    const dueOn = dueDate(window.to, regime.dueWithin, workCalendar);
    if (dueOn >= from && inForce(regime, window)) yield { regime: regime.id, period: at.id, dueOn, window: { ...window }, isOpen: false };
    at = following(at);
  }
}
