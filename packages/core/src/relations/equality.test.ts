import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { billionDong, dossier, percentage, quantityIn, said } from "../testing/index.ts";
import { equality } from "./equality.ts";

describe("equality", () => {
  it.each([
    // how the figure is printed            unit         prints             verdict
    ["the same twice",                      dossier,     "116; 116",        "holds"],
    ["two counts",                          dossier,     "116; 161",        "violated"],
    ["one print is finer",                  billionDong, "20,25; 20,3",     "holds"],
    ["one print is finer, and cut",         billionDong, "20,27; 20,2",     "truncated"],
    ["further off than rounding",           billionDong, "20,25; 20,4",     "violated"],
    ["one precision, neighbouring values",  percentage,  "2,85; 2,86",      "violated"],
    ["three prints of which two differ",    percentage,  "2,9; 2,85; 2,86", "violated"],
    ["one print is missing",                dossier,     "116; …",          "unknown"],
  ])("%s", (_, unit, prints, expected) => {
    expect(verdict(equality, { values: prints.split("; ").map((text) => quantityIn(unit)(text)) })).toBe(expected);
  });

  it.each([
    ["vi", "Hồ sơ: cùng một số liệu nhưng ghi khác nhau: 116; 161. Thống nhất một con số."],
    ["en", "Hồ sơ: the same figure is given differently: 116; 161. Settle on one."],
  ] as const)("shows both prints (%s)", (language, expected) => {
    expect(sentence(equality, language, { values: [said("hồ sơ", "116"), said("hồ sơ", "161")] })).toBe(expected);
  });

  it("implies a print from the others", () => {
    expect(String(implied(equality, { values: [said("", "20,25", billionDong), said("", "…", billionDong)] }, "values", 1))).toBe("[20245000000; 20255000000]");
  });
});
