import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { dossier, quantityIn, said } from "../testing/index.ts";
import { ratio } from "./ratio.ts";

const perHundred = { unit: { id: "thuê bao/100 dân", kind: "ratio" } } as const;
const people = (text: string, hidden = false) => quantityIn(dossier)(text, { label: "dân số", hidden, domain: { integer: true, min: 1 } });
const places = (ratio: string, numerators: string, denominator = people("613.500")) => ({
  ratio: said("Mật độ thuê bao", ratio, perHundred),
  numerators: numerators.split(" + ").map((text) => said("thuê bao", text)),
  denominator,
  per: "100",
});

describe("ratio", () => {
  it.each([
    // what the report says         ratio    numerators            people      verdict
    ["rounded",                     "117",   "717.812",            "613.500",  "holds"],
    ["rounded, finer",              "117,0", "717.812",            "613.500",  "holds"],
    ["one digit off",               "118",   "717.812",            "613.500",  "violated"],
    ["cut instead of rounded",      "116",   "717.012",            "614.519",  "truncated"],
    ["numerators taken together",   "117",   "700.000 + 17.812",   "613.500",  "holds"],
    ["the numerator is missing",    "117",   "…",                  "613.500",  "unknown"],
    ["the denominator is missing",  "117",   "717.812",            "…",        "unknown"],
    ["per nobody",                  "117",   "717.812",            "0",        "unknown"],
  ])("%s", (_, stated, numerators, denominator, expected) => {
    expect(verdict(ratio, places(stated, numerators, quantityIn(dossier)(denominator)))).toBe(expected);
  });

  it.each([
    ["vi", "613.500", "Mật độ thuê bao: 717.812 × 100 chia 613.500 là 117,0, không phải 119,0, lệch 2,0 thuê bao/100 dân. Tính lại mức bình quân."],
    ["en", "613.500", "Mật độ thuê bao: 717.812 × 100 over 613.500 is 117,0, not 119,0, off by 2,0 thuê bao/100 dân. Work out the ratio again."],
    ["vi", "…",       "Mật độ thuê bao: 717.812 × 100 chia dân số (không ghi) không phải 119,0. Tính lại mức bình quân."],
    ["en", "…",       "Mật độ thuê bao: 717.812 × 100 over dân số (not printed) is not 119,0. Work out the ratio again."],
  ] as const)("says what it is instead, or names the base that is hidden (%s, %s)", (language, denominator, expected) => {
    expect(sentence(ratio, language, places("119,0", "717.812", people(denominator, true)))).toBe(expected);
  });

  it("names a numerator that is hidden", () => {
    const numerators = [quantityIn(dossier)("…", { label: "số thuê bao", hidden: true })];
    expect(sentence(ratio, "vi", { ...places("119", "1"), numerators })).toContain("số thuê bao (không ghi) × 100 chia 613.500 không phải 119");
  });

  it("implies the population behind a density, in whole people", () => {
    expect(String(implied(ratio, places("117", "717.812", people("…", true)), "denominator"))).toBe("[610904; 616147]");
  });
});
