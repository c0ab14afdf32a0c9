import { isKhopError, type LayoutRegime, regimeOn } from "@khop/core";
import { describe, expect, it } from "vitest";
import { decree30, layoutRegimes, parseLayoutRegime } from "../index.ts";

const copy = (): LayoutRegime => JSON.parse(JSON.stringify(decree30));

describe("the rules of Decree 30/2020", () => {
  it("are data: they come through JSON and the schema as they are", () => {
    expect(parseLayoutRegime(copy())).toEqual(copy());
  });

  it("name their place, in both languages", () => {
    const sources = decree30.rules.map(({ source }) => source.vi);
    expect(sources.filter((source) => !/Nghị định 30\/2020\/NĐ-CP|Luật Kế toán/.test(source))).toEqual([]);
    expect(decree30.rules.filter(({ source }) => source.vi === source.en)).toEqual([]);
  });

  it("are a warning at most, and never one where only custom asks for it", () => {
    const custom = decree30.rules.filter(({ source }) => source.vi.startsWith("thông lệ"));
    expect(custom.map(({ id, severity }) => [id, severity])).toEqual([
      ["ending-mark", "info"],
      ["number-percent", "info"],
    ]);
  });

  it("have patterns that their own examples keep", () => {
    for (const { id, demand } of decree30.rules) {
      if (demand.on === "writing") expect([id, demand.example.replace(/^… ?/, ""), new RegExp(demand.pattern, "u").test(demand.example)]).toEqual([id, demand.example.replace(/^… ?/, ""), true]);
      if (demand.on === "phrase") expect([id, new RegExp(demand.pattern, "u").test(`ngày ${demand.example}`)]).toEqual([id, false]);
    }
  });

  it.each([
    ["the day before it was in force", "2020-03-04", undefined],
    ["the day it came into force", "2020-03-05", "nd-30-2020"],
    ["years later", "2026-01-01", "nd-30-2020"],
  ])("hold on %s", (_, day, expected) => {
    expect(regimeOn(layoutRegimes, day)?.id).toBe(expected);
  });
});

describe("a regime from outside", () => {
  it.each<[string, (regime: { rules: object[]; validFrom: string }) => unknown, string]>([
    ["no object", () => "rules", "regime: "],
    ["a rule without its source", (regime) => ({ ...regime, rules: [{ ...regime.rules[0], source: undefined }] }), "rules.0.source"],
    ["a demand that nobody knows", (regime) => ({ ...regime, rules: [{ ...regime.rules[0], demand: { on: "smell" } }] }), "rules.0.demand"],
    ["a pattern that is none", (regime) => ({ ...regime, rules: [{ ...regime.rules[0], demand: { on: "phrase", pattern: "(", example: "x" } }] }), "rules.0.demand"],
    ["an error", (regime) => ({ ...regime, rules: [{ ...regime.rules[0], severity: "error" }] }), "rules.0.severity"],
    ["two rules of one id", (regime) => ({ ...regime, rules: [regime.rules[0], regime.rules[0]] }), "has two rules of one id"],
    ["a day that is none", (regime) => ({ ...regime, validFrom: "hôm nay" }), "validFrom"],
  ])("is refused: %s", (_, change, expected) => {
    try {
      parseLayoutRegime(change(copy() as unknown as { rules: object[]; validFrom: string }));
      expect.unreachable();
    } catch (error) {
      expect(isKhopError(error, "catalog/bad-layout-regime") && error.message).toContain(expected);
    }
  });
});
