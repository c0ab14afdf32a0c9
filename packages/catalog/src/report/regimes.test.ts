import { levelsOn, period, windowOf } from "@khop/core";
import { describe, expect, it } from "vitest";
import { parseReportRegime, regimeData } from "./ready.ts";
import type { RegimeSection, ReportRegime } from "./regime.ts";
import { departmentMonthly, departmentMonthlyTwoLevel, reportRegimes } from "./regimes.ts";

const copyOf = (regime: ReportRegime): unknown => JSON.parse(JSON.stringify(regimeData(regime)));
const all = (sections: readonly RegimeSection[]): readonly RegimeSection[] => sections.flatMap((one) => [one, ...all(one.sections ?? [])]);

describe.each(reportRegimes.map((regime) => [regime.id, regime] as const))("%s", (_, regime) => {
  it("is data: it comes through JSON and the schema as it is", () => {
    expect(regimeData(parseReportRegime(copyOf(regime)))).toEqual(copyOf(regime));
  });

  it("says of every indicator where it comes from, who answers for it, and what it rests on", () => {
    expect(regime.indicators.filter(({ source, responsible, legal, en }) => [source, responsible, legal, en].some((one) => !one)).map(({ id }) => id)).toEqual([]);
  });

  it("asks its rules of its own level only", () => {
    expect(regime.rules.filter(({ levels }) => levels?.join() !== regime.level).map(({ id }) => id)).toEqual([]);
  });

  it("has a form for every source that gives figures, each figure asked for once", () => {
    const asked = regime.forms.flatMap(({ rows }) => rows.map((row) => JSON.stringify([row.indicator, row.members])));
    expect(new Set(asked).size).toBe(asked.length);
    const counted = new Set(regime.indicators.map(({ source }) => source));
    expect(regime.forms.map(({ id }) => id)).toEqual(regime.sources.map(({ id }) => id).filter((id) => counted.has(id)));
  });
});

describe("the department's monthly report", () => {
  it.each([
    ["2024-10-31", ["department-monthly"]],
    ["2025-06-30", ["department-monthly"]],
    ["2025-07-01", ["department-monthly-2025"]],
  ])("on %s is %s", (day, ids) => {
    const inForce = reportRegimes.filter(({ level, frequency, validFrom, validTo }) => level === "province" && frequency === "month" && validFrom <= day && (validTo === null || day <= validTo));
    expect(inForce.map(({ id }) => id)).toEqual(ids);
  });

  it("knows the levels of its time, and no others", () => {
    for (const regime of [departmentMonthly, departmentMonthlyTwoLevel]) {
      const expected = levelsOn(regime.validFrom).map(({ id }) => id);
      const levels = regime.indicators.flatMap(({ breakdowns = [] }) => breakdowns.filter(({ id }) => id === "level"));
      expect(new Set(levels.map(({ members }) => members.map(({ id }) => id).join()))).toEqual(new Set([expected.join()]));
    }
    expect(JSON.stringify(regimeData(departmentMonthlyTwoLevel))).not.toContain('"district"');
  });

  it.each([
    // what closes when                            indicator               October 2024
    ["documents, by the calendar month before",    "documents",            "2024-09-01 – 2024-09-30"],
    ["post, estimated for the calendar month",     "post.items",           "2024-10-01 – 2024-10-31"],
    ["files, by the legal month",                  "dossiers.received",    "2024-09-15 – 2024-10-14"],
  ])("closes %s", (_, id, expected) => {
    const own = departmentMonthly.indicators.find((one) => one.id === id)?.window;
    const { from, to } = windowOf(period("2024-M10"), own && [own]) ?? {};
    expect(`${from} – ${to}`).toBe(expected);
  });

  it("has the sections that are told and those that are written by hand", () => {
    const sections = all(departmentMonthly.sections);
    expect(sections.filter(({ indicators }) => indicators !== undefined).map(({ id }) => id)).toEqual(departmentMonthly.forms.map(({ id }) => id));
    expect(sections.filter(({ indicators, sections: below }) => !indicators && !below).map(({ id }) => id).sort())
      .toEqual(["antiCorruption", "direction", "foreignInformation", "malware", "publishing"]);
  });
});
