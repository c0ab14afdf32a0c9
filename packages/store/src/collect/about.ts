import {
  ancestry,
  childrenOf,
  daysOf,
  type Fact,
  type Lineage,
  type OrgUnit,
  type Period,
  period as periodNamed,
  previous,
  sinceYearStart,
  windowOf,
  yearBefore,
} from "@khop/core";
import { type RawBuilder, sql } from "kysely";
import type { Store } from "../database/open.ts";
import type { FactTable } from "../database/tables.ts";
import { factColumns, factIn } from "../facts/saying.ts";
import { lineageOf } from "../lineage.ts";
import { readOrgUnits, unknownOrgUnit } from "../org-units.ts";
import type { CollectedRegime } from "./regime.ts";
import type { SubmissionKey } from "./submission.ts";

/** What rules on a unit look at: itself, those right below and above, in this period and those that they look back to. */
export interface About {
  readonly self: OrgUnit;
  readonly orgUnits: readonly OrgUnit[];
  readonly regime: CollectedRegime;
  readonly lineage: readonly Lineage[];
  /** The units that it was made of, as far back as its figures are looked at. */
  readonly before: readonly string[];
  /** The unit, those right below it and the one above. */
  readonly family: readonly string[];
  readonly periods: readonly string[];
  /** Earlier periods of the same frequency, the oldest first: what the unit's own figures are held against. */
  readonly earlier: readonly string[];
  readonly indicators: readonly string[];
  /** Indicators whose newest figure is wanted, however old. */
  readonly seldom: readonly string[];
  /** The periods that it may stand in, where all of them are told once a year; each period is a table, and the fewer are named the better. */
  readonly years: readonly string[] | undefined;
}

/** How many periods back a unit's own figures are looked at. */
const periodsBack = 12;

/** How many years back a figure that is told once a year is looked for. */
const yearsBack = 30;

/** Throws: KhopError `store/unknown-org-unit`. */
export async function aboutOf(
  store: Pick<Store, "db">,
  province: string,
  regime: CollectedRegime,
  key: SubmissionKey,
  read?: readonly OrgUnit[],
): Promise<About> {
  const orgUnits = read ?? (await readOrgUnits(store, province));
  const self = orgUnits.find((one) => one.id === key.orgUnit);
  if (self === undefined) throw unknownOrgUnit(province, key.orgUnit);
  const period = periodNamed(key.period);
  const children = childrenOf(self, orgUnits, windowOf(period, regime.windows)).map(({ id }) => id);
  const periods = [period, previous(period), yearBefore(period), ...sinceYearStart(period)].map(({ id }) => id);
  const lineage = await lineageOf(store, province, orgUnits);
  const earlier = earlierThan(period);
  const oldest = periodNamed(earlier[0] ?? period.id);
  const since = askedBy(regime).seldom.length > 0 ? "" : daysOf(oldest, regime.windows).from;
  const { ever } = ancestry([self.id], since, daysOf(period, regime.windows).to, lineage);
  return {
    self,
    orgUnits,
    regime,
    lineage,
    before: ever.filter((id) => id !== self.id),
    family: [self.id, ...children, ...(self.parent === null ? [] : [self.parent])],
    periods: [...new Set(periods)],
    earlier,
    ...askedBy(regime),
    years: yearsOf(regime, period),
  };
}

function earlierThan(period: Period): readonly string[] {
  const back: string[] = [];
  for (let at = previous(period); back.length < periodsBack; at = previous(at)) back.unshift(at.id);
  return back;
}

function yearsOf(regime: CollectedRegime, { year }: Period): readonly string[] | undefined {
  const { seldom } = askedBy(regime);
  const isYearly = regime.indicators.every(({ id, frequency }) => !seldom.includes(id) || frequency === "year");
  return isYearly ? Array.from({ length: yearsBack }, (_, ago) => `${year - ago}-A1`) : undefined;
}

const asked = new WeakMap<CollectedRegime, Pick<About, "indicators" | "seldom">>();

function askedBy(regime: CollectedRegime): Pick<About, "indicators" | "seldom"> {
  const before = asked.get(regime);
  if (before !== undefined) return before;
  const latest = regime.rules
    .flatMap(({ places }) => Object.values(places).flat())
    .flatMap((one) => (isLatest(one) ? [one.indicator] : []));
  const made = { indicators: regime.indicators.map(({ id }) => id), seldom: [...new Set(latest)] };
  asked.set(regime, made);
  return made;
}

const isLatest = (place: unknown): place is { readonly indicator: string } =>
  typeof place === "object" && place !== null && "period" in place && place.period === "latest";

/** The facts that rules on a unit look at. */
export async function factsAbout(store: Pick<Store, "db">, province: string, about: About): Promise<readonly Fact[]> {
  const { rows } = await sql<FactTable>`${those(province, about, sql.join(factColumns().map((name) => sql.ref(name))))}`.execute(store.db);
  const asked = new Set(about.indicators);
  return rows.filter(({ indicator }) => asked.has(indicator)).map(factIn);
}

/** What changes with every figure that rules on a unit look at: facts are never removed, and their versions count up. */
export const stampOf = (province: string, about: About): RawBuilder<string> => sql`(
  select count(*) || ' ' || coalesce(sum(version), 0) from (${those(province, about, sql`version`)}) as those)`;

/** Several questions as one: put together by `or`, every partition would be gone through. */
function those(
  province: string,
  { self, before, family, periods, earlier, seldom, years }: About,
  columns: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const named = [...periods, ...earlier];
  const ofSelf = sql`province = ${province} and org_unit in (${sql.join([self.id, ...before])})`;
  const recent = sql`(select ${columns} from fact
    where province = ${province} and period in (${sql.join([...periods])}) and org_unit in (${sql.join([...new Set([...family, ...before])])}))`;
  const back = earlier.filter((one) => !periods.includes(one));
  const history =
    back.length === 0 ? sql`` : sql` union all (select ${columns} from fact where ${ofSelf} and period in (${sql.join(back)}))`;
  if (seldom.length === 0) return sql`${recent}${history}`;
  const others = years?.filter((one) => !named.includes(one));
  const when = others === undefined ? sql`period not in (${sql.join(named)})` : sql`period in (${sql.join(others)})`;
  return sql`${recent}${history} union all (select ${columns} from fact where ${ofSelf} and indicator = any(${[...seldom]}) and ${when})`;
}
