import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { dossier, quantityIn, said } from "../testing/index.ts";
import { cumulative } from "./cumulative.ts";

const places = (toDate: string, previous: string, currents: string, hidden = false) => ({
  toDate: said("Thuê bao lũy kế", toDate),
  previous: quantityIn(dossier)(previous, { label: "lũy kế tháng trước", hidden, domain: { integer: true, min: 0 } }),
  currents: currents.split(" + ").map((text) => said("trong tháng", text)),
});

describe("cumulative", () => {
  it.each([
    // what the report says     to date  before   period     verdict
    ["before and the period",   "2.707", "2.624", "83",      "holds"],
    ["several periods",         "2.707", "2.600", "24 + 83", "holds"],
    ["off by one",              "2.708", "2.624", "83",      "violated"],
    ["the figure before missing", "2.707", "…",   "83",      "unknown"],
    ["the period is missing",   "2.707", "2.624", "…",       "unknown"],
  ])("%s", (_, toDate, previous, currents, expected) => expect(verdict(cumulative, places(toDate, previous, currents))).toBe(expected));

  it("is broken by a period greater than all to date, for nothing falls below zero", () => {
    expect(verdict(cumulative, places("83", "…", "2.707", true))).toBe("violated");
    expect(sentence(cumulative, "vi", places("83", "…", "2.707", true)))
      .toBe("Thuê bao lũy kế: lũy kế tháng trước (không ghi) + 2.707 không bằng lũy kế 83. Xem lại số lũy kế, số kỳ trước hoặc số trong kỳ.");
  });

  it.each([
    ["vi", "Thuê bao lũy kế: 2.624 + 83 không bằng lũy kế 2.717, lệch 10 hồ sơ. Xem lại số lũy kế, số kỳ trước hoặc số trong kỳ."],
    ["en", "Thuê bao lũy kế: 2.624 + 83 do not make 2.717 to date, off by 10 hồ sơ. Look again at the running total, the figure before or that of the period."],
  ] as const)("says by how much (%s)", (language, expected) => expect(sentence(cumulative, language, places("2.717", "2.624", "83"))).toBe(expected));

  it("implies the figure before, to be tested when that period is loaded", () => {
    expect(String(implied(cumulative, places("2.707", "…", "83"), "previous"))).toBe("[2624; 2624]");
  });
});
