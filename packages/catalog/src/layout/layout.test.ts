import { isKhopError, type LayoutRegime, type PartStyle, regimeOn } from "@khop/core";
import { describe, expect, it } from "vitest";
import { decree30, decree30Styles, layoutRegimes, parseLayoutRegime, styleSheets } from "../index.ts";

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

describe("the styles that reports are written in", () => {
  const asked = (part: string, style: PartStyle): [on: string, is: boolean][] =>
    decree30.rules.flatMap(({ id, demand }): [string, boolean][] => {
      if (!("parts" in demand) || !demand.parts.includes(part as never)) return [];
      if (demand.on === "size") return [[id, style.size >= demand.from && style.size <= (demand.to ?? style.size)]];
      if (demand.on === "bold" || demand.on === "italic") return [[id, (style[demand.on] ?? false) === demand.is]];
      if (demand.on === "alignment") return [[id, demand.oneOf.includes(style.alignment)]];
      if (demand.on === "indent") return [[id, demand.oneOf.includes(style.firstLine ?? 0)]];
      if (demand.on === "gap") return [[id, (style.before ?? 0) + (style.after ?? 0) >= demand.from]];
      if (demand.on === "lineSpacing") return [[id, (style.lineSpacing ?? 1) >= demand.from && (style.lineSpacing ?? 1) <= (demand.to ?? 2)]];
      return demand.on === "case" ? [[id, (style.capitals ?? false) === (demand.is === "upper")]] : [];
    });

  it.each(Object.entries(decree30Styles.parts))("keep the rules for %s", (part, style) => {
    expect(asked(part, style).filter(([, kept]) => !kept)).toEqual([]);
  });

  it("are held against most of the rules", () => {
    expect(Object.entries(decree30Styles.parts).flatMap(([part, style]) => asked(part, style)).length).toBeGreaterThan(80);
  });

  it.each(decree30.rules.flatMap(({ demand }) => (demand.on === "margin" ? [demand] : [])))("keep the margin on the $side", ({ side, from, to }) => {
    expect(decree30Styles.margins[side]).toBeGreaterThanOrEqual(from);
    expect(decree30Styles.margins[side]).toBeLessThanOrEqual(to as number);
  });

  it("are in force when the rules are", () => {
    expect(styleSheets.map(({ id, validFrom, validTo }) => [id, validFrom, validTo])).toEqual(layoutRegimes.map(({ id, validFrom, validTo }) => [id, validFrom, validTo]));
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
