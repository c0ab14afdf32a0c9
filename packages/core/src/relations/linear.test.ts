import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { dossier, quantityIn } from "../testing/index.ts";
import { linear } from "./linear.ts";

const places = (terms: string, weights: string, is: "=" | "<=" | ">", constant: string) => ({
  terms: terms.split(" ").map((text, i) => quantityIn(dossier)(text, i === 0 ? { label: "Điểm thi đua" } : {})), weights: weights.split(" "), is, constant,
});

describe("linear", () => {
  it.each([
    // what the report says   places                                     verdict
    ["a weighted sum",        places("10 4", "2 -1", "=", "16"),         "holds"],
    ["off by one",            places("10 4", "2 -1", "=", "15"),         "violated"],
    ["at most, met",          places("10 4", "1 1", "<=", "14"),         "holds"],
    ["more, but the same",    places("10 4", "1 1", ">", "14"),          "violated"],
    ["a term is missing",     places("10 …", "1 1", "=", "14"),          "unknown"],
  ])("%s", (_, cells, expected) => expect(verdict(linear, cells)).toBe(expected));

  it.each([
    ["vi", places("10 4", "1.5 -1", "=", "12.5"), "Điểm thi đua: 1,5 × 10 − 4 = 12,5 không đúng, lệch 2 hồ sơ. Xem lại các con số."],
    ["vi", places("10 4", "1 -3", "=", "0"),     "Điểm thi đua: 10 = 3 × 4 không đúng, lệch 2 hồ sơ. Xem lại các con số."],
    ["vi", places("10 4", "1 1", "<=", "13"),     "Điểm thi đua: 10 + 4 ≤ 13 không đúng, lệch 1 hồ sơ. Xem lại các con số."],
    ["en", places("10 4", "1 1", "<=", "13"),     "Điểm thi đua: 10 + 4 ≤ 13 does not hold, off by 1 hồ sơ. Look again at the figures."],
  ] as const)("says the sum (%s)", (language, cells, expected) => expect(sentence(linear, language, cells)).toBe(expected));

  it("implies each term from the others", () => {
    expect(String(implied(linear, places("10 4", "2 -1", "=", "16"), "terms", 1))).toBe("[4; 4]");
    expect(String(implied(linear, places("10 4", "1 1", "<=", "14"), "terms", 0))).toBe("(-∞; 10]");
  });
});
