import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { dossier, percentage, said } from "../testing/index.ts";
import { mean } from "./mean.ts";

const places = (stated: string, values: string, weights?: string) => ({
  mean: said("Tỷ lệ đúng hạn chung", stated, percentage),
  values: values.split("; ").map((text) => said("", text, percentage)),
  ...(weights === undefined ? {} : { weights: weights.split("; ").map((text) => said("", text, dossier)) }),
});

describe("mean", () => {
  it.each([
    // what the report says               mean    values           weights       verdict
    ["between the rates",                 "98,0", "97,2; 99,3",    undefined,    "holds"],
    ["at the edge of rounding",           "97,1", "97,2; 99,3",    undefined,    "holds"],
    ["below all",                         "97,0", "97,2; 99,3",    undefined,    "violated"],
    ["weighted",                          "97,5", "97,0; 99,0",    "75; 25",     "holds"],
    ["weighted, as far off as rounding",  "97,6", "97,0; 99,0",    "75; 25",     "holds"],
    ["weighted, further off",             "97,7", "97,0; 99,0",    "75; 25",     "violated"],
    ["a value is missing",                "98,0", "97,2; …",       undefined,    "unknown"],
    ["no weight at all",                  "98,0", "97,2; 99,3",    "0; 0",       "unknown"],
  ])("%s", (_, stated, values, weights, expected) => expect(verdict(mean, places(stated, values, weights))).toBe(expected));

  it.each([
    ["vi", undefined, "Tỷ lệ đúng hạn chung: 90,0 % không nằm giữa các mức 97,0 %; 99,0 %. Xem lại mức chung hoặc từng mức."],
    ["en", undefined, "Tỷ lệ đúng hạn chung: 90,0 % does not lie between 97,0 %; 99,0 %. Look again at the overall rate or each rate."],
    ["vi", "75; 25",  "Tỷ lệ đúng hạn chung: bình quân của 97,0 %; 99,0 % theo 75; 25 là 97,5 %, không phải 90,0 %. Tính lại mức chung."],
    ["en", "75; 25",  "Tỷ lệ đúng hạn chung: the mean of 97,0 %; 99,0 % weighted by 75; 25 is 97,5 %, not 90,0 %. Work out the overall rate again."],
  ] as const)("says where it should lie (%s, %s)", (language, weights, expected) => {
    expect(sentence(mean, language, places("90,0", "97,0; 99,0", weights))).toBe(expected);
  });

  it.each([
    // a fall counts against the rises that the mean sums up
    ["within what the fall leaves", "5,0", "97,0; 7,0", [1], "holds"],
    ["deeper than the fall itself", "-7,2", "97,0; 7,0", [1], "violated"],
    ["a fall as small as the fall", "-7,0", "97,0; 7,0", [1], "holds"],
  ])("%s, of values that are turned", (_, stated, values, turned, expected) =>
    expect(verdict(mean, { ...places(stated, values), turned })).toBe(expected));

  it("implies a turned value with its own sign", () => {
    expect(String(implied(mean, { ...places("5,0", "3,0; 7,0"), turned: [0] }, "values", 1))).toBe(String(implied(mean, places("5,0", "-3,0; 7,0"), "values", 1)));
    expect(String(implied(mean, { ...places("5,0", "3,0; 4,0"), turned: [1] }, "mean"))).toBe("[-4.05; 3.05]");
  });

  it("implies each figure from the others", () => {
    expect(String(implied(mean, places("97,5", "97,0; 99,0", "75; 25"), "mean"))).toBe("[97.45; 97.55]");
    expect(String(implied(mean, places("97,5", "97,0; 99,0", "75; 25"), "values", 1))).toBe("[98.65; 99.35]");
  });
});
