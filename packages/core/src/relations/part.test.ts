import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { dossier, quantityIn, said } from "../testing/index.ts";
import { part } from "./part.ts";

describe("part", () => {
  it.each([
    // what the report says             part   whole    verdict
    ["less than the whole",             "99",  "100",   "holds"],
    ["all of it",                       "100", "100",   "holds"],
    ["one more",                        "101", "100",   "violated"],
    ["more, but the whole is round",    "1.040", "1.000", "holds"],
    ["more than roundness allows",      "1.501", "1.000", "violated"],
    ["the part is missing",             "…",   "100",   "unknown"],
    ["the whole is missing",            "99",  "…",     "unknown"],
  ])("%s", (_, stated, whole, expected) => {
    expect(verdict(part, { part: quantityIn(dossier)(stated), whole: quantityIn(dossier)(whole) })).toBe(expected);
  });

  it.each([
    ["vi", "hồ sơ tiếp nhận", "Hồ sơ trễ hạn: 120 lớn hơn 100 (hồ sơ tiếp nhận), vượt 20 hồ sơ. Xem lại hai con số."],
    ["vi", "",                "Hồ sơ trễ hạn: 120 lớn hơn 100, vượt 20 hồ sơ. Xem lại hai con số."],
    ["en", "hồ sơ tiếp nhận", "Hồ sơ trễ hạn: 120 is more than 100 (hồ sơ tiếp nhận), over by 20 hồ sơ. Look again at both figures."],
  ] as const)("says by how much it is over (%s, %s)", (language, label, expected) => {
    expect(sentence(part, language, { part: said("Hồ sơ trễ hạn", "120"), whole: said(label, "100") })).toBe(expected);
  });

  it("implies bounds", () => {
    const cells = { part: quantityIn(dossier)("99"), whole: quantityIn(dossier)("100") };
    expect([String(implied(part, cells, "part")), String(implied(part, cells, "whole"))]).toEqual(["(-∞; 100]", "[99; ∞)"]);
  });
});
