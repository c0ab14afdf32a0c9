import { anPhuLineage, anPhuOrgUnits, communeMonthly, communes2024 } from "@khop/catalog/report";
import { type Fact, following, type Period, period, quantity, unitOf } from "@khop/core";
import { describe, expect, it } from "vitest";
import { series, seriesNeeds } from "./series.ts";

const visits = (orgUnit: string, of: string, value: string): Fact => ({ indicator: "citizens.visits", orgUnit, period: period(of), quantity: quantity({ value, unit: unitOf("lượt") }) });
const facts = [...communes2024, visits("an-phu.hoa-lac.binh-minh", "2025-M06", "40"), visits("an-phu.hoa-lac.tan-lap", "2025-M06", "30"), visits("an-phu.binh-lap", "2025-M07", "35"), visits("an-phu.binh-lap", "2025-M08", "75"),
  visits("an-phu.dong-con.cua-lach", "2025-M07", "4"), visits("an-phu.dong-con.cat-vang", "2025-M07", "3"), visits("an-phu.dong-con-2025", "2025-M07", "2")];
const of = (indicator: string, ...units: string[]) => series({ regime: communeMonthly, indicator, of: units, orgUnits: anPhuOrgUnits, lineage: anPhuLineage, facts });
const at = (all: ReturnType<typeof of>, unit: string, when: string, members: Record<string, string> = {}) => {
  const point = all.find((one) => one.orgUnit === unit && JSON.stringify(one.members) === JSON.stringify(members))?.points.find((one) => one.period === when);
  return point === undefined ? [undefined, undefined, undefined] : [point.quantity?.format() ?? null, point.is, point.missing.length];
};

describe("an indicator over time", () => {
  it.each<[string, string, string, string, Record<string, string>, unknown[]]>([
    ["what a unit entered",                           "one-stop.received",       "an-phu.hoa-lac.binh-minh", "2024-M10", { channel: "direct" }, ["136 hồ sơ", "told", 0]],
    ["what follows from it",                          "one-stop.received",       "an-phu.hoa-lac.binh-minh", "2024-M10", {},                    ["274 hồ sơ", "followed", 0]],
    ["the units below, summed",                       "citizens.visits",         "an-phu.hoa-lac",           "2024-M10", {},                    ["61 lượt", "summed", 0]],
    ["one below has not told",                        "citizens.visits",         "an-phu",                   "2025-M06", {},                    [null, "summed", 3]],
    ["a rate is not summed",                          "one-stop.resolved.share", "an-phu.hoa-lac",           "2024-M10", { outcome: "late" },   [undefined, undefined, undefined]],
    ["a merged unit, before there was one",           "citizens.visits",         "an-phu.binh-lap",          "2025-M06", {},                    ["70 lượt", "recast", 0]],
    ["and since",                                     "citizens.visits",         "an-phu.binh-lap",          "2025-M08", {},                    ["75 lượt", "told", 0]],
    ["a renamed unit goes on from its old name",      "citizens.visits",         "an-phu.gio-lanh-2025",     "2024-M10", {},                    ["22 lượt", "recast", 0]],
    ["the month of the merger is told by all",        "citizens.visits",         "an-phu.dong-con-2025",     "2025-M07", {},                    ["9 lượt", "recast", 0]],
    ["and is none where one has not",                 "citizens.visits",         "an-phu.binh-lap",          "2025-M07", {},                    [null, "recast", 2]],
    ["nothing was told",                              "citizens.visits",         "an-phu.hoa-lac.binh-minh", "2024-M12", {},                    [null, "told", 1]],
  ])("%s", (_, indicator, unit, when, members, expected) => {
    expect(at(of(indicator, unit), unit, when, members)).toEqual(expected);
  });

  it.each([
    ["an-phu.hoa-lac", "one-stop.received"],
    ["an-phu.binh-lap", "citizens.visits"],
    ["an-phu.gio-lanh-2025", "one-stop.resolved.share"],
  ])("needs no more than the facts of those units and indicators: %s, %s", (unit, indicator) => {
    const scope = { regime: communeMonthly, indicator, of: [unit], orgUnits: anPhuOrgUnits, lineage: anPhuLineage };
    const needs = seriesNeeds(scope);
    const few = facts.filter((fact) => needs.orgUnits.includes(fact.orgUnit) && needs.indicators.includes(fact.indicator));
    expect(few.length).toBeLessThan(facts.length);
    const told = (all: typeof facts) => series({ ...scope, facts: all }).flatMap(({ members, points }) => points.flatMap((one) => (one.quantity === null ? [] : [[members, one.period, one.quantity.format(), one.is]])));
    expect(told(few)).toEqual(told(facts));
  });

  it.each([
    ["citizens.visits", "lượt"],
    ["one-stop.received", "hồ sơ"],
  ])("is told over ten years where nothing else of its regime was told: %s", (indicator, unit) => {
    const months = [period("2015-M01")];
    while (months.length < 120) months.push(following(months.at(-1) as Period));
    const members = indicator === "citizens.visits" ? {} : { members: { channel: "direct" } };
    const told = months.map((at): Fact => ({ indicator, orgUnit: "an-phu.hoa-lac.binh-minh", period: at, ...members, quantity: quantity({ value: "40", unit: unitOf(unit) }) }));
    const scope = { regime: communeMonthly, indicator, of: ["an-phu.hoa-lac.binh-minh"], orgUnits: anPhuOrgUnits, lineage: anPhuLineage };
    const found = series({ ...scope, facts: told }).find((one) => (one.members.channel ?? "direct") === "direct" && one.points.some(({ quantity: said }) => said !== null));
    expect([found?.points.length, found?.points.at(-1)?.quantity?.format()]).toEqual([120, `40 ${unit}`]);
  });

  it("goes from the first period to the last without a gap", () => {
    expect(of("citizens.visits", "an-phu.binh-lap")[0]?.points).toHaveLength(20);
  });
});
