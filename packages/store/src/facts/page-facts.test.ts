import { type Fact, percent, period, quantity, unitOf } from "@khop/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Acting, type FactPage, pageFacts, putOrgUnits, readFacts, type ShownFact, type Store, type StoredFact, writeFacts } from "../index.ts";
import { onBoth } from "../testing/index.ts";

const october = period("2024-M10");
const acting: Acting = { province: "lam-son", by: "lan" };
const dossiers = unitOf("hồ sơ");
const counted = (value: string, more: Partial<Fact> = {}): Fact => ({ indicator: "dossiers", orgUnit: "an-binh", period: october, quantity: quantity({ value, unit: dossiers }), ...more });
const given: readonly Fact[] = [
  counted("18908"),
  counted("7", { members: { level: "commune", channel: "online" } }),
  counted("3", { members: { channel: "online" } }),
  counted("98.36", { indicator: "share", quantity: quantity({ value: "98.36", unit: percent }) }),
  counted("0", { indicator: "zeros", quantity: quantity({ value: "20.250", unit: unitOf("đồng"), exponent: 9 }) }),
  counted("0", { indicator: "rounded", quantity: quantity({ value: "41000", unit: unitOf("km"), decimals: -3 }) }),
  counted("0", { indicator: "range", quantity: quantity({ value: "90", upper: "95", unit: percent, hedge: "range" }) }),
  counted("0", { indicator: "missing", quantity: null }),
  counted("12", { indicator: "estimate", status: "estimated", asOf: "2024-10-14", source: "Sổ tay" }),
  counted("5", { orgUnit: "binh-minh" }),
  counted("6", { orgUnit: "binh-minh", indicator: "share" }),
  counted("9", { period: period("2024-M09") }),
];

/** A fact as it must be shown. */
function shown({ indicator, orgUnit, period: of, members, quantity: figure, status, asOf, source, version, by, at, why, submission }: StoredFact): ShownFact {
  const said = { members: members === undefined ? undefined : { ...members }, upper: figure?.upper?.toFixed(), hedge: figure?.hedge, asOf, source, why, submission };
  return {
    indicator, orgUnit, period: of.id, value: figure?.value.toFixed(Math.max(figure.decimals, 0)) ?? null,
    ...(figure === null ? {} : { decimals: figure.decimals, unit: { id: figure.unit.id, kind: figure.unit.kind }, exponent: figure.exponent }),
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    status: status ?? "stated", version, by, at: at.toISOString(),
  };
}

await onBoth({ describe, afterAll }, "facts in pages", (database) => {
  let store: Store;
  let now = Date.UTC(2024, 10, 1, 8, 0, 0, 123);
  beforeAll(async () => {
    store = await database.newStore({ now: () => new Date(now) });
    await putOrgUnits(store, acting, ["an-binh", "binh-minh"].map((id) => ({ id, name: id, level: "commune", parent: null, validFrom: null, validTo: null })));
    await writeFacts(store, acting, given.map((fact) => ({ fact })));
    now += 60_000;
    await writeFacts(store, acting, [{ fact: counted("18909") }]);
  });

  const whole: Omit<FactPage, "limit"> = { province: "lam-son", period: october.id, reach: [{ orgUnits: ["an-binh", "binh-minh"] }] };
  async function paged(page: Omit<FactPage, "limit">, limit: number): Promise<readonly ShownFact[]> {
    const items: ShownFact[] = [];
    for (let after: FactPage["after"]; ; ) {
      const part = await pageFacts(store, { ...page, limit, ...(after === undefined ? {} : { after }) });
      expect(part.items.length).toBeLessThanOrEqual(limit);
      items.push(...part.items);
      if (part.next === undefined) return items;
      after = part.next;
    }
  }
  const names = (facts: readonly ShownFact[]) => facts.map(({ orgUnit, indicator, value }) => `${orgUnit} ${indicator} ${value}`).sort();

  it.each([1, 2, 4, 500])("are what stands, in its order, %d at a time", async (limit) => {
    const all = (await readFacts(store, { province: "lam-son", periods: [october] })).map(shown);
    expect(all).toHaveLength(given.length - 1);
    expect(await paged(whole, limit)).toEqual(all);
  });

  it.each([1, 500])("are what stood at a time, %d at a time", async (limit) => {
    const until = new Date(now - 30_000);
    const then = (await readFacts(store, { province: "lam-son", periods: [october], until })).map(shown);
    expect(await paged({ ...whole, until }, limit)).toEqual(then);
    expect(names(then)).toContain("an-binh dossiers 18908");
    expect(names(await paged(whole, limit))).toContain("an-binh dossiers 18909");
  });

  it.each<[string, Partial<FactPage>, string[]]>([
    ["an indicator",                          { indicator: "share" },                                                                          ["an-binh share 98.36", "binh-minh share 6"]],
    ["a unit",                                { reach: [{ orgUnits: ["binh-minh"] }] },                                                        ["binh-minh dossiers 5", "binh-minh share 6"]],
    ["a unit, and of another one indicator",  { reach: [{ orgUnits: ["binh-minh"] }, { orgUnits: ["an-binh"], indicators: ["range"] }] },      ["an-binh range 90", "binh-minh dossiers 5", "binh-minh share 6"]],
    ["one indicator of both",                 { reach: [{ orgUnits: ["an-binh", "binh-minh"], indicators: ["share"] }] },                      ["an-binh share 98.36", "binh-minh share 6"]],
    ["nobody's",                              { reach: [] },                                                                                   []],
    ["no indicator of a unit",                { reach: [{ orgUnits: ["an-binh"], indicators: [] }] },                                          []],
    ["another province's",                    { province: "other" },                                                                           []],
  ])("are those of %s alone", async (_, more, expected) => {
    expect(names(await paged({ ...whole, ...more }, 2))).toEqual(expected);
  });
});
