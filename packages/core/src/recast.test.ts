import { describe, expect, it } from "vitest";
import type { Fact } from "./fact.ts";
import type { Indicator } from "./indicator.ts";
import { instantiate } from "./instantiate.ts";
import { ancestry, type Lineage } from "./lineage.ts";
import type { OrgUnit } from "./org-unit.ts";
import { daysOf, period } from "./period.ts";
import { quantity } from "./quantity.ts";
import { checkAcross, recast } from "./recast.ts";
import { comparisonSaid } from "./recast-said.ts";
import * as relations from "./relations/index.ts";
import { at } from "./rule.ts";
import { percent, unitOf } from "./unit.ts";

const files = unitOf("hồ sơ");
const received: Indicator = { id: "received", vi: "Hồ sơ tiếp nhận", unit: files, kind: "flow", additive: true };
const pending: Indicator = { id: "pending", vi: "Hồ sơ tồn", unit: files, kind: "stock", additive: true };
const spent: Indicator = { id: "spent", vi: "Kinh phí", unit: unitOf("đồng"), exponent: 9, kind: "flow", additive: true };
const online: Indicator = { id: "online", vi: "Tỷ lệ trực tuyến", unit: percent, kind: "ratio", additive: false };
const indicators = [received, pending, spent, online];

const unit = (id: string, days: Partial<OrgUnit> = {}): OrgUnit => ({ id, name: `xã ${id}`, level: "commune", parent: "tinh", validFrom: null, validTo: null, ...days });
const old = { validTo: "2025-06-30" };
const young = { validFrom: "2025-07-01" };
const orgUnits = [unit("a", old), unit("b", old), unit("c", old), unit("d", old), unit("e"), unit("ab", young), unit("c2", young), unit("d1", young), unit("d2", young), unit("abc", { validFrom: "2026-01-01" })];
const on = (day: string, change: Lineage["change"], from: string[], into: string[]): Lineage => ({ on: day, change, from, into, source: "made up" });
const lineage = [
  on("2025-07-01", "merge", ["a", "b"], ["ab"]),
  on("2025-07-01", "rename", ["c"], ["c2"]),
  on("2025-07-01", "split", ["d"], ["d1", "d2"]),
  on("2026-01-01", "merge", ["ab", "c2"], ["abc"]),
];

it.each<[string, string[], string, string[], string[]]>([
  // which                                     units            since         were            strays
  ["nothing has changed since",                ["ab"],          "2025-07-14", ["ab"],         []],
  ["it was merged",                            ["ab"],          "2025-06-14", ["a", "b"],     []],
  ["merged twice",                             ["abc"],         "2025-06-14", ["c", "a", "b"], []],
  ["one half of a split",                      ["d1"],          "2025-06-14", ["d"],          ["d2"]],
  ["both halves of it together",               ["d1", "d2"],    "2025-06-14", ["d"],          []],
])("goes back to what units were made of: %s", (_, units, since, were, strays) => {
  const found = ancestry(units, since, "2026-01-14", units.includes("abc") ? lineage : lineage.slice(0, 3));
  expect([[...found.orgUnits].sort(), found.strays]).toEqual([[...were].sort(), strays]);
});

it("one that stays and gives a part away is not what it was, however it is written down", () => {
  expect(ancestry(["e"], "2025-06-14", "2025-08-14", [on("2025-07-01", "split", ["e"], ["new"])]).strays).toEqual(["new"]);
  expect(ancestry(["e"], "2025-06-14", "2025-08-14", [on("2025-07-01", "split", ["e"], ["e", "new"])]).strays).toEqual(["new"]);
  expect(ancestry(["ab"], "2025-06-14", "2025-08-14", [on("2025-07-01", "merge", ["a", "b"], ["ab"]), on("2025-07-01", "merge", ["b", "c"], ["bc"])]).strays).toEqual(["bc"]);
});

const told = (orgUnit: string, when: string, indicator: Indicator, value: string | null, more: Partial<Fact> = {}): Fact => ({
  indicator: indicator.id, orgUnit, period: period(when), quantity: value === null ? null : quantity({ value, unit: indicator.unit, exponent: indicator.exponent ?? 0 }), ...more,
});
const found = (id: string, when: string, facts: readonly Fact[], by = lineage) => {
  const scope = { unit: orgUnits.find((one) => one.id === id) as OrgUnit, period: period(when), indicators, lineage: by };
  const made = recast(scope, facts);
  return { ...made, shown: made.comparisons.map(({ indicator, period: of, is, why, of: units }) => {
    const fact = made.facts.find((one) => one.orgUnit === id && one.indicator === indicator && one.period.id === of.id);
    return [is, why ?? fact?.quantity?.value.toFixed() ?? fact?.status, ...[...units].sort()].join(" ");
  }) };
};

describe("an earlier figure, told of a later unit", () => {
  const june = "2025-M06";
  const july = "2025-M07";
  it.each<[string, string, string, Fact[], string[]]>([
    // what                                                   whose  seen from   facts                                                                                               becomes
    ["of merged units is their sum",                          "ab",  "2025-M08", [told("a", june, received, "40"), told("b", june, received, "2")],                                   ["recast 42 a b"]],
    ["as a stock too",                                        "ab",  "2025-M08", [told("a", june, pending, "4"), told("b", june, pending, "1")],                                      ["recast 5 a b"]],
    ["of one that was renamed is the same, a rate as well",   "c2",  "2025-M08", [told("c", june, online, "12.5")],                                                                   ["recast 12.5 c"]],
    ["of units merged twice",                                 "abc", "2026-M02", [told("a", june, received, "40"), told("b", june, received, "2"), told("c", june, received, "8")],   ["recast 50 a b c"]],
    ["is none where one has not told",                        "ab",  "2025-M08", [told("a", june, received, "40"), told("b", june, received, null)],                                  ["notComparable missing b"]],
    ["nor where a rate would have to be summed",              "ab",  "2025-M08", [told("a", june, online, "40.00"), told("b", june, online, "2.00")],                                 ["notComparable notAdditive a b"]],
    ["nor where rounded amounts have more than one sum",      "ab",  "2025-M08", [told("a", june, spent, "1.2"), told("b", june, spent, "2.3")],                                      ["notComparable rounded a b"]],
    ["nor of a half of a split",                              "d1",  "2025-M08", [told("d", june, received, "40")],                                                                   ["notComparable parted d2"]],
    ["nor in the period of the change itself",                "ab",  july,       [told("a", june, received, "40"), told("b", june, received, "2")],                                   ["notComparable straddles a b"]],
    ["a flow of that period is what both told",               "ab",  "2025-M08", [told("a", july, received, "4"), told("b", july, received, "3"), told("ab", july, received, "2")],   ["recast 9 a ab b"]],
    ["and none where only the new one did",                   "ab",  "2025-M08", [told("ab", july, received, "2")],                                                                   ["notComparable missing a b"]],
    ["a stock of that period is what the new one told",       "ab",  "2025-M08", [told("a", july, pending, "4"), told("b", july, pending, "3"), told("ab", july, pending, "2")],      []],
    ["a zero that could be nothing else is a zero",           "ab",  "2025-M08", [told("a", june, received, "40"), told("b", june, received, null, { status: "structuralZero" })],    ["recast 40 a b"]],
    ["one that does not apply drops out",                     "ab",  "2025-M08", [told("a", june, received, "40"), told("b", june, received, null, { status: "notApplicable" })],     ["recast 40 a b"]],
    ["one that was given for the new unit stays",             "ab",  "2025-M08", [told("ab", june, received, "41"), told("a", june, received, "40"), told("b", june, received, "2")],  []],
    ["of a unit that nothing happened to is its own",         "e",   "2025-M08", [told("e", june, received, "40")],                                                                   []],
  ])("%s", (_, id, when, facts, expected) => {
    expect(found(id, when, facts, id === "abc" ? lineage : lineage.slice(0, 3)).shown).toEqual(expected);
  });

  it("leaves out what cannot be compared, and the old unit's own as it was", () => {
    const facts = [told("a", july, received, "4"), told("ab", july, received, "2")];
    expect(found("ab", "2025-M08", facts).facts).toEqual([facts[0]]);
    expect(found("a", july, [told("a", june, received, "40")]).comparisons).toEqual([]);
  });

  it("is checked as if it had been told, and gets no verdict where it cannot be", () => {
    const rules = [{ id: "balance", kind: relations.balance, places: { closing: at("pending"), opening: at("pending", { period: "previous" }), ins: [at("received")], outs: [] } }];
    const august = [told("ab", "2025-M08", received, "10"), told("ab", "2025-M08", pending, "15")];
    const verdict = (earlier: Fact[], when = "2025-M08") => {
      const made = found("ab", when, [...earlier, ...august.map((one) => ({ ...one, period: period(when) }))]);
      const network = instantiate(rules, { indicators, orgUnits, of: ["ab"], periods: [period(when)], facts: made.facts });
      return checkAcross(network, made.comparisons).checked.map(({ verdict: is, reason }) => [is, reason].join(" ").trim());
    };
    expect(verdict([told("ab", "2025-M07", pending, "5")])).toEqual(["holds"]);
    expect(verdict([told("a", june, pending, "4"), told("b", june, pending, "1")], "2025-M07")).toEqual(["unknown not-comparable"]);
  });
});

it("says in two languages what was done, or why it cannot be", () => {
  const [made] = found("ab", "2025-M08", [told("a", "2025-M06", received, "40"), told("b", "2025-M06", received, "2")]).comparisons;
  expect(comparisonSaid(made!, { indicators, orgUnits })).toEqual({
    vi: "Hồ sơ tiếp nhận, xã ab: số tháng 6/2025 được tính lại theo đơn vị hiện nay, từ xã a, xã b.",
    en: "Hồ sơ tiếp nhận, xã ab: the figure of tháng 6/2025 is recast onto the units of now, from xã a, xã b.",
  });
  const [apart] = found("d1", "2025-M08", [told("d", "2025-M06", received, "40")]).comparisons;
  expect(comparisonSaid(apart!, { indicators, orgUnits }).vi).toBe("Hồ sơ tiếp nhận, xã d1: không so sánh được với tháng 6/2025 do sắp xếp đơn vị hành chính: một phần của đơn vị trước đây đã về xã d2.");
});

it.each([
  ["2025-W01", "2024-12-30", "2025-01-05"],
  ["2026-W53", "2026-12-28", "2027-01-03"],
  ["2025-M07", "2025-06-15", "2025-07-14"],
])("knows the days of %s", (id, from, to) => {
  expect(daysOf(period(id))).toEqual({ from, to });
});
