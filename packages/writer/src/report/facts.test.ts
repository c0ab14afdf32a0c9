import { isKhopError, type Quantity, quantity, unitOf } from "@khop/core";
import { describe, expect, it } from "vitest";
import { shownFigure } from "./facts.ts";

const facts = new Map<string, Quantity | null>([
  ["files", quantity({ value: "18908", unit: unitOf("hồ sơ") })],
  ["share", quantity({ value: "98.40", unit: unitOf("%") })],
  ["budget", quantity({ value: "20.25", unit: unitOf("đồng"), exponent: 9 })],
  ["debt", quantity({ value: "-1250.5" })],
  ["missing", null],
]);

describe("a figure", () => {
  it.each<[string, Parameters<typeof shownFigure>[0], string]>([
    ["has dots between thousands",              { is: "figure", fact: "files" },                "18.908"],
    ["keeps the decimals of its fact",          { is: "figure", fact: "share" },                "98,40"],
    ["is rounded once, half up",                { is: "figure", fact: "share", decimals: 0 },   "98"],
    ["stands without its multiplier and unit",  { is: "figure", fact: "budget", decimals: 1 },  "20,3"],
    ["may be below zero",                       { is: "figure", fact: "debt" },                 "-1.250,5"],
    ["is as its author wrote it out",           { is: "figure", fact: "files", text: "gần 19 nghìn" }, "gần 19 nghìn"],
    ["that is missing is no zero",              { is: "figure", fact: "missing" },              "…"],
  ])("%s", (_, span, expected) => {
    expect(shownFigure(span, facts).text).toBe(expected);
  });

  it("of an unknown fact is refused, with the nearest that are known", () => {
    expect(() => shownFigure({ is: "figure", fact: "filed" }, facts)).toThrow(
      expect.toSatisfy((error: unknown) => isKhopError(error, "writer/unknown-fact") && error.message === 'A figure of the report is made from the fact "filed", which is not given. Nearest: files, share, budget.'),
    );
  });
});
