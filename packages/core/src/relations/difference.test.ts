import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { dossier, percentage, said } from "../testing/index.ts";
import { difference } from "./difference.ts";

const places = (change: string, current: string, base: string, falls = false, written = dossier) => ({
  difference: said("Mức thay đổi", change, written),
  current: said("tháng này", current, written),
  base: said("tháng trước", base, written),
  falls,
});

describe("difference", () => {
  it.each([
    // what the report says          unit        change  current  base     falls  verdict
    ["a rise",                       dossier,    "120",  "787",   "667",   false, "holds"],
    ["a fall, printed without sign", dossier,    "120",  "547",   "667",   true,  "holds"],
    ["off by one",                   dossier,    "121",  "787",   "667",   false, "violated"],
    ["said to rise, but fell",       dossier,    "120",  "547",   "667",   false, "violated"],
    ["as far off as rounding",       percentage, "0,8",  "98,4",  "97,7",  false, "holds"],
    ["further off",                  percentage, "0,9",  "98,4",  "97,7",  false, "violated"],
    ["the base is missing",          dossier,    "120",  "787",   "…",     false, "unknown"],
    ["nothing changed",              dossier,    "0",    "787",   "787",   false, "holds"],
  ])("%s", (_, unit, change, current, base, falls, expected) => {
    expect(verdict(difference, places(change, current, base, falls, unit))).toBe(expected);
  });

  it.each([
    ["vi", "130", "787", false, "Mức thay đổi: 787 so với 667 là tăng 120, không phải tăng 130, lệch 10 hồ sơ. Xem lại mức tăng hoặc số kỳ gốc."],
    ["vi", "120", "547", false, "Mức thay đổi: 547 so với 667 là giảm 120, không phải tăng 120, lệch 240 hồ sơ. Xem lại mức tăng hoặc số kỳ gốc."],
    ["vi", "130", "547", true,  "Mức thay đổi: 547 so với 667 là giảm 120, không phải giảm 130, lệch 10 hồ sơ. Xem lại mức giảm hoặc số kỳ gốc."],
    ["en", "130", "787", false, "Mức thay đổi: 787 against 667 is up 120, not up 130, off by 10 hồ sơ. Look again at the change or the base."],
  ] as const)("says what it is instead (%s: %s, %s)", (language, change, current, falls, expected) => {
    expect(sentence(difference, language, places(change, current, "667", falls))).toBe(expected);
  });

  it("implies each figure from the others", () => {
    const cells = places("120", "787", "667");
    expect((["difference", "current", "base"] as const).map((place) => String(implied(difference, cells, place)))).toEqual(["[120; 120]", "[787; 787]", "[667; 667]"]);
  });
});
