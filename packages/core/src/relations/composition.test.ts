import { describe, expect, it } from "vitest";
import { implied, verdict } from "../outcome.ts";
import { sentence } from "../sentence.ts";
import { percentage, said } from "../testing/index.ts";
import { composition } from "./composition.ts";

const places = (shares: string, whole?: string) => ({
  shares: shares.split(" + ").map((text) => said("tỷ lệ", text, percentage)),
  ...(whole === undefined ? {} : { whole: said("tỷ lệ chung", whole, percentage) }),
});

describe("composition", () => {
  it.each([
    // what the report says             shares                    whole      verdict
    ["exactly 100",                     "97,15 + 2,85",           undefined, "holds"],
    ["two exact halves, both up",       "97,15 + 2,86",           undefined, "holds"],
    ["two shares, two last digits off", "97,15 + 2,87",           undefined, "violated"],
    ["three shares, one off",           "33,33 + 33,33 + 33,33",  undefined, "holds"],
    ["three shares, two off",           "33,33 + 33,33 + 33,32",  undefined, "truncated"],
    ["further off than rounding",       "97,15 + 2,95",           undefined, "violated"],
    ["a share is missing",              "97,15 + …",              undefined, "unknown"],
    ["the share of a whole",            "20,3 + 5,2",             "25,5",    "holds"],
    ["not that of the whole",           "20,3 + 5,2",             "25,9",    "violated"],
  ])("%s", (_, shares, whole, expected) => expect(verdict(composition, places(shares, whole))).toBe(expected));

  it.each([
    ["vi", undefined, "Các tỷ lệ 97,15 % + 2,95 % cộng lại không bằng 100 %, lệch 0,10 điểm %. Tính lại từng tỷ lệ."],
    ["en", undefined, "The shares 97,15 % + 2,95 % do not make 100 %, off by 0,10 pp. Work out each share again."],
    ["vi", "99,9",    "Các tỷ lệ 97,15 % + 2,95 % cộng lại không bằng 99,9 %, lệch 0,2 điểm %. Tính lại từng tỷ lệ."],
  ] as const)("says by how much (%s, %s)", (language, whole, expected) => {
    expect(sentence(composition, language, places("97,15 + 2,95", whole))).toBe(expected);
  });

  it("implies the share that is left", () => {
    expect(String(implied(composition, places("97,15 + 2,85"), "shares", 1))).toBe("[2.845; 2.855]");
  });
});
