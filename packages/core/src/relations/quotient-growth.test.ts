import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { percentage, said } from "../testing/index.ts";
import { quotientGrowth } from "./quotient-growth.ts";

const places = (growth: string, numerator: string, denominator: string, flags: { falls?: boolean; numeratorFalls?: boolean; denominatorFalls?: boolean } = {}) => ({
  growth: said("Vốn bình quân", growth, percentage),
  numerator: said("vốn", numerator, percentage),
  denominator: said("số doanh nghiệp", denominator, percentage),
  ...flags,
});

describe("quotientGrowth", () => {
  it.each([
    ["more capital, fewer firms",           "45,5", "16",   "20,3", { denominatorFalls: true },                    "holds"],
    ["as far off as rounding can be",       "46,2", "16",   "20,3", { denominatorFalls: true },                    "holds"],
    ["further",                             "47,5", "16",   "20,3", { denominatorFalls: true },                    "violated"],
    ["less capital, more firms",            "14,3", "10,0", "5,0",  { falls: true, numeratorFalls: true },         "holds"],
    ["both up alike",                       "0,0",  "7,5",  "7,5",  {},                                            "holds"],
    ["the rates divided instead",           "0,8",  "16",   "20,3", { denominatorFalls: true },                    "violated"],
    ["one rate is missing",                 "45,5", "…",    "20,3", { denominatorFalls: true },                    "unknown"],
    ["nothing is left to divide by",        "45,5", "16",   "100",  { denominatorFalls: true },                    "holds"],
  ] as const)("%s", (_, growth, numerator, denominator, flags, expected) => expect(verdict(quotientGrowth, places(growth, numerator, denominator, flags))).toBe(expected));

  it.each([
    ["vi", "Vốn bình quân: tử số tăng 16 %, mẫu số giảm 20,3 % thì bình quân là tăng 45,5 %, không phải tăng 47,5 %, lệch 2,0 điểm %. Tính lại tốc độ của mức bình quân."],
    ["en", "Vốn bình quân: with the numerator up 16 % and the denominator down 20,3 % the average is up 45,5 %, not up 47,5 %, off by 2,0 pp. Work out the growth of the average again."],
  ] as const)("says by how much (%s)", (language, expected) => expect(sentence(quotientGrowth, language, places("47,5", "16", "20,3", { denominatorFalls: true }))).toBe(expected));

  it("implies each rate from the others", () => {
    const cells = places("45,5", "16", "20,3", { denominatorFalls: true });
    for (const place of ["growth", "numerator", "denominator"] as const) expect(implied(quotientGrowth, cells, place)?.low).not.toBeNull();
  });
});
