import { describe, expect, it } from "vitest";
import { decodedBy } from "./encoding.ts";
import { FontText, FontVote, fontDecoder, mentionsLegacyFont } from "./fonts.ts";
import { tcvn3Decoder } from "./single-byte.ts";

describe("a font", () => {
  it.each<[string, string, string]>([
    [".VnTime",            "b¸o c¸o",   "báo cáo"],
    [".VnArial Narrow",    "b¸o c¸o",   "báo cáo"],
    [".VnTimeH",           "b¸o c¸o",   "BÁO CÁO"],
    [".VNAVANTH",          "®¬n",       "ĐƠN"],
    [".vntimeh",           "­",    "Ư"],
    [".VnArial NarrowH",   "hå s¬",     "HỒ SƠ"],
    ["VNI-Times",          "hoà sô",    "hồ sơ"],
    ["VNI Helve",          "ñöôïc",     "được"],
    ["'.VnTime'",          "hå",        "hồ"],
    ["Times New Roman",    "b¸o",       "b¸o"],
    ["Vnfoo",              "b¸o",       "b¸o"],
    ["Venice",             "b¸o",       "b¸o"],
  ])("%s shows %s as %s", (font, text, expected) => {
    const decoder = fontDecoder(font);
    expect(decoder === undefined ? text : decodedBy(decoder, text)).toBe(expected);
  });

  it.each([
    ['w:ascii=".VnTime"', true],
    ["font-family:VNI-Times", true],
    ["www.vnexpress.net", false],
    ["uni-times", false],
  ])("is mentioned in %s: %s", (text, expected) => {
    expect(mentionsLegacyFont(text)).toBe(expected);
  });
});

describe("Unicode in an old font", () => {
  it.each<[string, string[], boolean]>([
    ["old text",                     ["Tæng sè hå s¬", "®· nhËn"], true],
    ["Unicode",                      ["Tổng số hồ sơ", "có", "là"], false],
    ["words that are both",          ["cã"],                        true],
    ["one Unicode word among others", ["Tæng sè hå s¬ ®· nhËn", "số"], true],
  ])("is told by its syllables: %s", (_, texts, expected) => {
    const vote = new FontVote();
    for (const text of texts) vote.add(text, tcvn3Decoder);
    expect(vote.holds).toBe(expected);
  });

  it("is left as it is, and only what was converted is told", () => {
    const fonts = new FontText();
    expect(fonts.pieces("số", tcvn3Decoder)).toBeUndefined();
    expect(fonts.pieces("12", tcvn3Decoder)).toEqual([{ shown: "12", length: 2 }]);
    expect(fonts.encodings).toEqual([]);
    expect(fonts.pieces("hå", tcvn3Decoder)).toEqual([{ shown: "hồ", length: 2 }]);
    expect(fonts.encodings).toEqual(["tcvn3"]);
  });
});
