import { factsIn, fill, patternsOf, type ReportRegime } from "@khop/catalog/report";
import { addressKey, type Fact, factKey, type OrgUnit, type Period, type Quantity } from "@khop/core";

/** What a figure in a series is: entered, following from what was, summed over units below, or over those that a unit was made of. */
export type PointKind = "told" | "followed" | "summed" | "recast";

type Told = ReadonlyMap<string, { readonly quantity: Quantity; readonly is: PointKind }>;

export const keyOf = (period: string, members: Readonly<Record<string, string>>): string => `${period} ${addressKey({ members })}`;

/** The indicators that a rule speaks of. */
const indicatorsOf = ({ places }: ReportRegime["rules"][number]): readonly string[] =>
  Object.values(places)
    .flatMap(patternsOf)
    .map(({ indicator }) => indicator);

/** Whether rules hold a period against that of the year before, and not only against the one before it. */
const looksBackAYear = ({ rules }: ReportRegime): boolean =>
  rules.some(({ places }) =>
    Object.values(places)
      .flatMap(patternsOf)
      .some(({ period }) => period === "yearBefore"),
  );

/** A regime as far as some of its indicators go: nothing else is asked for, or reckoned with. */
export function partOf(regime: ReportRegime, indicators: readonly string[]): ReportRegime {
  const wanted = new Set(indicators);
  return {
    ...regime,
    rules: regime.rules.filter((rule) => indicatorsOf(rule).some((one) => wanted.has(one))),
    forms: regime.forms.map((form) => ({ ...form, rows: form.rows.filter((row) => wanted.has(row.indicator)) })),
  };
}

/** The indicators that rules tie to one, and to those, and so on. */
export function tiedTo(indicator: string, { rules }: ReportRegime): readonly string[] {
  const groups = rules.map(indicatorsOf);
  const tied = new Set([indicator]);
  for (let before = 0; before < tied.size; ) {
    before = tied.size;
    for (const group of groups) if (group.some((one) => tied.has(one))) for (const one of group) tied.add(one);
  }
  return [...tied];
}

/**
 * What was told over years, and what follows from it: year by year, each with the year before as it was filled. Together, figures that are missing for years
 * would be sought all at once.
 */
function filledByYears(regime: ReportRegime, unit: OrgUnit, periods: readonly Period[], own: readonly Fact[]): readonly Fact[] {
  const all = new Map(own.map((fact) => [factKey(fact), fact]));
  const isOfSeries = new Set(periods.map(({ id }) => id));
  for (const [year, current] of Map.groupBy(periods, (one) => one.year)) {
    const before = periods.filter((one) => one.year === year - 1).slice(looksBackAYear(regime) ? 0 : -1);
    const scope = [...before, ...current];
    const within = new Set(scope.map(({ id }) => id));
    const facts = [...all.values()].filter(({ period }) => within.has(period.id) || !isOfSeries.has(period.id));
    for (const fact of factsIn(fill(regime, { orgUnits: [unit], periods: scope, facts }).network))
      if (!all.has(factKey(fact))) all.set(factKey(fact), fact);
  }
  return [...all.values()];
}

/** What figures are looked up in: a regime as far as the indicator goes, and the facts of its units. */
interface FiguresOf {
  readonly regime: ReportRegime;
  readonly indicator: string;
  readonly units: ReadonlyMap<string, OrgUnit>;
  readonly periods: readonly Period[];
  readonly facts: readonly Fact[];
}

/** What units of the regime's own level told of an indicator; and what follows from all that they told, once something is asked for that they did not. */
export class Figures {
  readonly #regime: ReportRegime;
  readonly #indicator: string;
  readonly #units: ReadonlyMap<string, OrgUnit>;
  readonly #periods: readonly Period[];
  readonly #told = new Map<string, Map<string, Quantity>>();
  readonly #followed = new Map<string, Told>();
  readonly #facts: ReadonlyMap<string, readonly Fact[]>;

  constructor({ regime, indicator, units, periods, facts }: FiguresOf) {
    this.#regime = regime;
    this.#indicator = indicator;
    this.#units = units;
    this.#periods = periods;
    this.#facts = Map.groupBy(facts, ({ orgUnit }) => orgUnit);
  }

  at(
    unit: string,
    key: string,
    members: Readonly<Record<string, string>>,
  ): { readonly quantity: Quantity; readonly is: PointKind } | undefined {
    const told = this.#toldBy(unit).get(key);
    if (told !== undefined) return { quantity: told, is: "told" };
    return this.#mayFollow(unit, members) ? this.#followedFor(unit).get(key) : undefined;
  }

  #toldBy(unit: string): ReadonlyMap<string, Quantity> {
    let found = this.#told.get(unit);
    if (found === undefined) {
      const own = (this.#facts.get(unit) ?? []).filter((fact) => fact.indicator === this.#indicator && fact.quantity !== null);
      found = new Map(own.map(({ period, members = {}, quantity }) => [keyOf(period.id, members), quantity as Quantity]));
      this.#told.set(unit, found);
    }
    return found;
  }

  /** Nothing follows from the whole of the indicator alone, nor from what is asked for itself. */
  #mayFollow(unit: string, asked: Readonly<Record<string, string>>): boolean {
    if (this.#regime.rules.length === 0) return false;
    const known = this.#followed.get(unit);
    if (known !== undefined) return known.size > 0;
    const isOfItself = ({ indicator, members = {} }: Fact): boolean =>
      indicator === this.#indicator && (Object.keys(members).length === 0 || addressKey({ members }) === addressKey({ members: asked }));
    return (this.#facts.get(unit) ?? []).some((fact) => !isOfItself(fact));
  }

  #followedFor(unit: string): Told {
    let found = this.#followed.get(unit);
    if (found === undefined) {
      found = tell(this.#regime, this.#indicator, this.#units.get(unit), this.#periods, this.#facts.get(unit) ?? []);
      this.#followed.set(unit, found);
    }
    return found;
  }
}

/** What a unit of the regime's own level told of an indicator, and what follows. */
function tell(regime: ReportRegime, indicator: string, unit: OrgUnit | undefined, periods: readonly Period[], own: readonly Fact[]): Told {
  if (unit === undefined) return new Map();
  const entered = new Set(own.map(({ period, members = {}, indicator: of }) => `${of} ${keyOf(period.id, members)}`));
  // Where nothing follows from anything, all there is was told.
  const all = regime.rules.length === 0 ? own : filledByYears(regime, unit, periods, own);
  return new Map(
    all
      .filter((fact) => fact.indicator === indicator && fact.quantity !== null)
      .map(({ period, members = {}, quantity }) => {
        const key = keyOf(period.id, members);
        return [key, { quantity: quantity as Quantity, is: entered.has(`${indicator} ${key}`) ? "told" : "followed" }] as const;
      }),
  );
}
