import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { dossier, percentage, quantityIn, said } from "../testing/index.ts";
import { growth } from "./growth.ts";

interface Said { readonly base?: string; readonly difference?: string; readonly falls?: boolean }

const places = (rate: string, current: string, { base, difference, falls = false }: Said) => ({
  growth: said("Tốc độ thay đổi", rate, percentage),
  current: said("tháng này", current),
  ...(base === undefined ? {} : { base: said("tháng trước", base) }),
  ...(difference === undefined ? {} : { difference: said("mức thay đổi", difference) }),
  falls,
});

describe("growth", () => {
  it.each([
    // what the report says                    rate      current  from                                 verdict
    ["a rise",                                 "17,99",  "787",   { base: "667" },                     "holds"],
    ["cut instead of rounded",                 "17,9",   "787",   { base: "667" },                     "truncated"],
    ["one last digit off",                     "18,00",  "787",   { base: "667" },                     "violated"],
    ["a fall",                                 "17,99",  "547",   { base: "667", falls: true },        "holds"],
    ["from nothing",                           "100",    "5",     { base: "0" },                       "unknown"],
    ["the base is missing",                    "17,99",  "787",   { base: "…" },                       "unknown"],
    ["with the change printed",                "17,99",  "787",   { difference: "120" },               "holds"],
    ["with the change printed, a fall",        "17,99",  "547",   { difference: "120", falls: true },  "holds"],
    ["a change that does not make the rate",   "17,99",  "787",   { difference: "121" },               "violated"],
    ["a rise from nothing, change printed",    "100",    "120",   { difference: "120" },               "unknown"],
    ["a rise from below nothing",              "266,67", "5",     { difference: "8" },                 "violated"],
    ["a fall to nothing",                      "100",    "0",     { difference: "120", falls: true },  "holds"],
    ["a fall to nothing, at another rate",     "90",     "0",     { difference: "120", falls: true },  "violated"],
    ["a fall of more than all there was",      "120",    "547",   { difference: "120", falls: true },  "violated"],
    ["no change has no rate to speak of",      "0",      "787",   { difference: "0" },                 "unknown"],
  ])("%s", (_, rate, current, from, expected) => expect(verdict(growth, places(rate, current, from))).toBe(expected));

  it.each([
    ["vi", "18,99", { base: "667" },                    "Tốc độ thay đổi: 787 so với 667 là tăng 17,99 %, không phải tăng 18,99 %, lệch 1,00 điểm %. Tính lại tốc độ tăng."],
    ["en", "18,99", { base: "667" },                    "Tốc độ thay đổi: 787 against 667 is up 17,99 %, not up 18,99 %, off by 1,00 pp. Work out the rate again."],
    ["vi", "18,99", { difference: "120" },              "Tốc độ thay đổi: 787 sau khi tăng 120 là tăng 17,99 %, không phải tăng 18,99 %, lệch 1,00 điểm %. Tính lại tốc độ tăng."],
    ["vi", "18,99", { base: "900", falls: true },       "Tốc độ thay đổi: 787 so với 900 là giảm 12,56 %, không phải giảm 18,99 %, lệch 6,43 điểm %. Tính lại tốc độ giảm."],
    ["vi", "18,99", { base: "900" },                    "Tốc độ thay đổi: 787 so với 900 là giảm 12,56 %, không phải tăng 18,99 %, lệch 31,55 điểm %. Tính lại tốc độ tăng."],
  ] as const)("says what it is instead (%s, %s, %o)", (language, rate, from, expected) => {
    expect(sentence(growth, language, places(rate, "787", from))).toBe(expected);
  });

  it("names a base that is printed nowhere", () => {
    const base = quantityIn(dossier)("…", { label: "số tháng trước", hidden: true });
    expect(sentence(growth, "vi", { ...places("18,99", "787", {}), base }))
      .toBe("Tốc độ thay đổi: 787 so với số tháng trước (không ghi) không phải tăng 18,99 %. Tính lại tốc độ tăng.");
  });

  it("needs a base or a change", () => expect(() => verdict(growth, places("18,99", "787", {}))).toThrow("a base or a difference"));

  it("implies each figure from the others", () => {
    expect(String(implied(growth, places("10", "110", { base: "100" }), "growth"))).toBe("[10; 10]");
    expect(String(implied(growth, places("10,0", "110", { base: "100" }), "base"))).toBe("[99.954566106315311222; 100.04547521600727603]");
    expect(String(implied(growth, places("10", "110", { difference: "10" }), "growth"))).toBe("[10; 10]");
  });
});
