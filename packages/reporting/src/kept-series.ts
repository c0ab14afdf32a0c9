import { type Fact, following, type Period, period, previous } from "@khop/core";
import { everySeries, isTold, type Series, type SeriesPoint, type SeriesScope, seriesNeeds } from "./series.ts";

/** Which facts are asked for; what is left out is not narrowed. */
export interface FactsWanted {
  readonly orgUnits: readonly string[];
  readonly indicators: readonly string[];
  readonly periods?: readonly Period[];
}

/** What has changed since a place in the trail of a province. */
export interface Touched {
  /** How far the trail goes now. */
  readonly head: number;
  /** The ids of the periods in which facts were written. */
  readonly periods: readonly string[];
  /** Units or their lineage were changed, or too much else to tell. */
  readonly all: boolean;
}

/** Where the facts of one province are read. */
export interface FactSource {
  readonly touched: (since: number) => Promise<Touched>;
  readonly periods: (wanted: Omit<FactsWanted, "periods">) => Promise<readonly Period[]>;
  readonly facts: (wanted: FactsWanted) => Promise<readonly Fact[]>;
}

type Asked = Omit<SeriesScope, "facts" | "periods">;

/**
 * The series of a unit, read in two steps: what it told of the indicator itself, and then, of units with a gap that told something beside it, all that the
 * figure may follow from.
 */
export const readSeries = async (asked: Asked, source: Omit<FactSource, "touched">): Promise<readonly Series[]> =>
  (await readEvery(asked, source)).filter(isTold);

async function readEvery(asked: Asked, source: Omit<FactSource, "touched">, periods?: readonly Period[]): Promise<readonly Series[]> {
  const { orgUnits, indicators } = seriesNeeds(asked);
  const span = periods ?? everyFrom(await source.periods({ orgUnits, indicators }), asked.regime.frequency);
  if (span.length === 0) return everySeries({ ...asked, facts: [], periods: span });
  const narrowed = periods === undefined ? {} : { periods };
  const own = await source.facts({ orgUnits, indicators: [asked.indicator], ...narrowed });
  const told = everySeries({ ...asked, facts: own, periods: span });
  const others = indicators.filter((one) => one !== asked.indicator);
  const gaps = new Set(told.flatMap(({ points }) => points.flatMap(({ missing }) => missing)));
  if (others.length === 0 || gaps.size === 0) return told;
  const beside = await source.facts({ orgUnits: [...gaps], indicators: others, ...narrowed });
  const fuller = [...new Set(beside.map(({ orgUnit }) => orgUnit))];
  if (fuller.length === 0) return told;
  // What follows in a period may follow from the year before.
  const around = periods === undefined ? beside : await source.facts({ orgUnits: fuller, indicators, periods: withYearBefore(periods) });
  return everySeries({ ...asked, facts: distinct([...own, ...around]), periods: span });
}

/** Once read, what was told in the same place is there twice. */
function distinct(facts: readonly Fact[]): readonly Fact[] {
  const key = ({ indicator, orgUnit, period: { id }, members = {} }: Fact): string =>
    JSON.stringify([indicator, orgUnit, id, Object.entries(members).sort()]);
  return [...new Map(facts.map((fact) => [key(fact), fact])).values()];
}

/** All periods of the years of some, and of the years before. */
function withYearBefore(periods: readonly Period[]): readonly Period[] {
  const years = new Set(periods.flatMap(({ year }) => [year - 1, year]));
  const [earliest, latest] = [Math.min(...years), Math.max(...years)];
  let at = periods[0];
  while (at !== undefined && at.year >= earliest) at = previous(at);
  const all: Period[] = [];
  for (let next = at && following(at); next !== undefined && next.year <= latest; next = following(next))
    if (years.has(next.year)) all.push(next);
  return all;
}

/** Every period of a frequency from the first of some to the last. */
function everyFrom(some: readonly Period[], frequency: Period["frequency"]): readonly Period[] {
  const ordered = some.filter((one) => one.frequency === frequency).sort((a, b) => a.year - b.year || a.index - b.index);
  const [first, last] = [ordered[0], ordered.at(-1)];
  const periods: Period[] = [];
  for (let at = first; at !== undefined && last !== undefined; at = following(at)) {
    periods.push(at);
    if (at.id === last.id) break;
  }
  return periods;
}

interface Kept {
  readonly head: number;
  readonly periods: readonly Period[];
  readonly series: readonly Series[];
}

/**
 * Series of units that many others make up, kept as long as nothing they are made of has changed: a year's worth of months does not change when one commune tells this
 * month's figure, and only that month is made anew.
 */
export class KeptSeries {
  readonly #most: number;
  readonly #kept = new Map<string, Kept>();

  constructor(most = 64) {
    this.#most = most;
  }

  /** `province` names whose facts the source reads. */
  async series(province: string, asked: Asked, source: FactSource): Promise<readonly Series[]> {
    const levels = new Map(asked.orgUnits.map(({ id, level }) => [id, level]));
    const found = await Promise.all(
      asked.of.map((unit) => {
        const one = { ...asked, of: [unit] };
        return levels.get(unit) === asked.regime.level ? readEvery(one, source) : this.#summed(province, unit, one, source);
      }),
    );
    const span = everyFrom(
      found.flatMap(([first]) => first?.points ?? []).map((point) => period(point.period)),
      asked.regime.frequency,
    );
    return found.flatMap((own, i) => overSpan(own, { ...asked, of: asked.of.slice(i, i + 1) }, span)).filter(isTold);
  }

  async #summed(province: string, unit: string, asked: Asked, source: FactSource): Promise<readonly Series[]> {
    const key = JSON.stringify([province, asked.regime.id, asked.regime.version, asked.indicator, unit]);
    const kept = this.#kept.get(key);
    const touched = await source.touched(kept?.head ?? 0);
    const renewed =
      (kept === undefined || touched.all ? null : await renew(kept, touched, asked, source)) ??
      (await this.#anew(touched.head, asked, source));
    this.#kept.delete(key);
    this.#kept.set(key, renewed);
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
    return renewed.series;
  }

  async #anew(head: number, asked: Asked, source: FactSource): Promise<Kept> {
    const { orgUnits, indicators } = seriesNeeds(asked);
    const periods = everyFrom(await source.periods({ orgUnits, indicators }), asked.regime.frequency);
    return { head, periods, series: await readEvery(asked, { ...source, periods: async () => periods }) };
  }
}

/** The series of a unit over the periods of all that are told beside it; outside its own nobody told anything. */
function overSpan(own: readonly Series[], asked: Asked, span: readonly Period[]): readonly Series[] {
  const known = new Set(own[0]?.points.map((point) => point.period));
  const others = span.filter(({ id }) => !known.has(id));
  if (others.length === 0) return own;
  const empty = everySeries({ ...asked, facts: [], periods: others });
  const nobody = (at: Series): readonly SeriesPoint[] => empty.find((one) => keyOf(one) === keyOf(at))?.points ?? [];
  return own.map((one) => ({ ...one, points: inOrder([...one.points, ...nobody(one)], span) }));
}

function inOrder(points: readonly SeriesPoint[], span: readonly Period[]): readonly SeriesPoint[] {
  const at = new Map(points.map((point) => [point.period, point]));
  return span.flatMap(({ id }) => at.get(id) ?? []);
}

/** What was kept, with the periods made anew that were touched. */
async function renew(kept: Kept, { head, periods: written }: Touched, asked: Asked, source: FactSource): Promise<Kept> {
  const touched = written.map((id) => period(id)).filter(({ frequency }) => frequency === asked.regime.frequency);
  if (touched.length === 0) return { ...kept, head };
  const known = new Set(kept.periods.map(({ id }) => id));
  const isFarther = touched.some(({ id }) => !known.has(id));
  const periods = isFarther ? everyFrom(await source.periods(seriesNeeds(asked)), asked.regime.frequency) : kept.periods;
  const ids = new Set(touched.map(({ id }) => id));
  const years = new Set(touched.map(({ year }) => year));
  // What was missing, or followed from others, may be otherwise now near what was written.
  const loose = new Set(kept.series.flatMap(({ points }) => points.filter(({ missing }) => missing.length > 0).map((one) => one.period)));
  const isNear = ({ year }: Period): boolean => years.has(year) || years.has(year - 1) || years.has(year + 1);
  const anew = periods.filter((one) => ids.has(one.id) || !known.has(one.id) || (loose.has(one.id) && isNear(one)));
  if (anew.length === 0) return { ...kept, head };
  const fresh = await readEvery(asked, source, anew);
  return { head, periods, series: merged(kept.series, fresh, periods) };
}

const keyOf = ({ orgUnit, members }: Series): string => JSON.stringify([orgUnit, Object.entries(members).sort()]);

/** The points made anew in place of those that were kept. */
function merged(before: readonly Series[], fresh: readonly Series[], periods: readonly Period[]): readonly Series[] {
  const now = new Map(fresh.map((one) => [keyOf(one), one.points]));
  return before.map((one) => ({ ...one, points: inOrder([...one.points, ...(now.get(keyOf(one)) ?? [])], periods) }));
}
