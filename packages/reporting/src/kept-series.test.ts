import { anPhuLineage, anPhuOrgUnits, communeMonthly, communes2024 } from "@khop/catalog/report";
import { type Fact, factKey, following, type Period, period, quantity, unitOf } from "@khop/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type FactSource, type FactsWanted, KeptSeries, readSeries } from "./kept-series.ts";
import { type Series, series } from "./series.ts";

const months: Period[] = [period("2024-M10")];
while (months.length < 10) months.push(following(months.at(-1) as Period));
const communes = anPhuOrgUnits.filter(({ level }) => level === communeMonthly.level).map(({ id }) => id);

/** Facts that are written one change after another, with a trail. */
class MadeUpStore {
  readonly #facts = new Map<string, Fact>(communes2024.map((fact) => [factKey(fact), fact]));
  readonly #trail: { readonly periods: readonly string[]; readonly all: boolean }[] = [];
  read: FactsWanted[] = [];

  write(facts: readonly Fact[]): void {
    for (const fact of facts) this.#facts.set(factKey(fact), fact);
    this.#trail.push({ periods: facts.map(({ period: at }) => at.id), all: false });
  }

  changeUnits(): void {
    this.#trail.push({ periods: [], all: true });
  }

  get facts(): readonly Fact[] {
    return [...this.#facts.values()];
  }

  readonly source: FactSource = {
    touched: async (since) => {
      const done = this.#trail.slice(since);
      return { head: this.#trail.length, periods: [...new Set(done.flatMap(({ periods }) => periods))], all: done.some(({ all }) => all) };
    },
    periods: async (wanted) => [...new Map(this.#those(wanted).map(({ period: at }) => [at.id, at])).values()],
    facts: async (wanted) => {
      this.read.push(wanted);
      return this.#those(wanted);
    },
  };

  #those({ orgUnits, indicators, periods }: FactsWanted): readonly Fact[] {
    return this.facts.filter((fact) => orgUnits.includes(fact.orgUnit) && indicators.includes(fact.indicator) && (periods === undefined || periods.some(({ id }) => id === fact.period.id)));
  }
}

const asked = (indicator: string, ...of: string[]) => ({ regime: communeMonthly, indicator, of, orgUnits: anPhuOrgUnits, lineage: anPhuLineage });
const shown = (all: readonly Series[]) => all.map(({ orgUnit, members, points }) => [orgUnit, JSON.stringify(members), ...points.map((one) => [one.period, one.quantity?.format() ?? "", one.missing.length].join(" "))]);

const visits = fc.record({ unit: fc.constantFrom(...communes), at: fc.constantFrom(...months), n: fc.integer({ min: 0, max: 500 }) })
  .map(({ unit, at, n }): Fact => ({ indicator: "citizens.visits", orgUnit: unit, period: at, quantity: quantity({ value: String(n), unit: unitOf("lượt") }) }));
const received = fc.record({ unit: fc.constantFrom(...communes), at: fc.constantFrom(...months), channel: fc.constantFrom("direct", "online"), n: fc.integer({ min: 0, max: 500 }) })
  .map(({ unit, at, channel, n }): Fact => ({ indicator: "one-stop.received", orgUnit: unit, period: at, members: { channel }, quantity: quantity({ value: String(n), unit: unitOf("hồ sơ") }) }));

it("what is kept is what is read anew, whatever is written between", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.oneof(visits, received), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), fc.constantFrom("citizens.visits", "one-stop.received"), async (changes, indicator) => {
      const [store, kept] = [new MadeUpStore(), new KeptSeries()];
      for (const change of changes) {
        store.write(change);
        const scope = asked(indicator, "an-phu", "an-phu.hoa-lac");
        expect(shown(await kept.series("p", scope, store.source))).toEqual(shown(await readSeries(scope, store.source)));
      }
    }),
    { numRuns: 4 },
  );
});

it("what is read in two steps is what all facts together make", async () => {
  const store = new MadeUpStore();
  for (const indicator of ["citizens.visits", "one-stop.received", "one-stop.resolved.share"]) {
    const scope = asked(indicator, "an-phu", "an-phu.hoa-lac", "an-phu.hoa-lac.binh-minh", "an-phu.binh-lap");
    const points = (all: readonly Series[]) => shown(all).map((row) => row.filter((one) => !/^\S+ {2}\d+$/.test(one)));
    expect(points(await readSeries(scope, store.source))).toEqual(points(series({ ...scope, facts: store.facts })));
  }
});

it("one figure of one month has one month made anew, and nothing at all where nothing was written", async () => {
  const [store, kept] = [new MadeUpStore(), new KeptSeries()];
  const write = (at: Period, value: string) => store.write(communes.map((orgUnit) => ({ indicator: "citizens.visits", orgUnit, period: at, quantity: quantity({ value, unit: unitOf("lượt") }) })));
  for (const at of months.slice(0, 9)) write(at, "40");
  const [before] = await kept.series("p", asked("citizens.visits", "an-phu"), store.source);
  store.read = [];
  await kept.series("p", asked("citizens.visits", "an-phu"), store.source);
  expect(store.read).toEqual([]);
  write(months[4] as Period, "41");
  const [whole] = await kept.series("p", asked("citizens.visits", "an-phu"), store.source);
  expect(store.read.map(({ periods }) => periods?.map(({ id }) => id))).toEqual([["2025-M02"]]);
  const differ = whole?.points.filter((one, i) => one.quantity?.format() !== before?.points[i]?.quantity?.format()).map((one) => one.period);
  expect(differ).toEqual(["2025-M02"]);
  store.read = [];
  store.changeUnits();
  await kept.series("p", asked("citizens.visits", "an-phu"), store.source);
  expect(store.read[0]?.periods).toBeUndefined();
});

it("forgets what was longest not asked for", async () => {
  const [store, kept] = [new MadeUpStore(), new KeptSeries(1)];
  await kept.series("p", asked("citizens.visits", "an-phu"), store.source);
  await kept.series("p", asked("citizens.visits", "an-phu.hoa-lac"), store.source);
  store.read = [];
  await kept.series("p", asked("citizens.visits", "an-phu.hoa-lac"), store.source);
  expect(store.read).toEqual([]);
  await kept.series("p", asked("citizens.visits", "an-phu"), store.source);
  expect(store.read).not.toEqual([]);
});
