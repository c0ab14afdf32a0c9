import { describe, expect, it } from "vitest";
import { readHtml } from "./read.ts";

const textOf = (page: string | Uint8Array): string => readHtml(page).text.trimEnd();
const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");
const tcvn3 = "Tæng sè hå s¬ ®· tiÕp nhËn trong th¸ng: 12 hå s¬";

describe("text in a font of old", () => {
  it.each([
    ["by a style",                    '<p style="font-family:.VnTime">Tæng sè hå s¬', "Tổng số hồ sơ"],
    ["by a style with quotes",        `<p style="font-family:'VNI-Times',serif">hoà sô`, "hồ sơ"],
    ["by an element for it",          '<p><font face=".VnTimeH">b¸o c¸o</font> hồ sơ', "BÁO CÁO hồ sơ"],
    ["by a class",                    "<style>p.MsoNormal, li.MsoNormal\n{margin:0; font-family:\".VnTime\";}</style><p class=MsoNormal>hå s¬", "hồ sơ"],
    ["by a rule for elements",        "<style><!-- body {font-family:.VnTime} --></style><body><p>hå s¬", "hồ sơ"],
    ["Unicode inside it",             '<div style="font-family:.VnTime">hå s¬ <span style="font-family:Arial">hồ sơ à</span> hå', "hồ sơ hồ sơ à hồ"],
    ["letters by name",               '<p style="font-family:VNI-Times">ho&agrave; s&ocirc;', "hồ sơ"],
    ["a mark in another element",     '<p style="font-family:VNI-Times">ho<b>à</b> sô', "hồ sơ"],
    ["ư, a soft hyphen to others",    '<p style="font-family:.VnTime">l\u00adu', "lưu"],
    ["spaces as they are",            '<pre style="font-family:.VnTime">hå  s¬</pre>', "hồ  sơ"],
    ["Unicode in an old font",        '<p style="font-family:.VnTime">Có 12 hồ sơ không', "Có 12 hồ sơ không"],
    ["a mention that is none",        "<p>www.vnexpress.net là", "www.vnexpress.net là"],
  ])("is read as it looks: %s", (_, page, expected) => {
    expect(textOf(page)).toBe(expected);
  });

  it("leads back to the characters of the page", () => {
    const page = '<p style="font-family:VNI-Times">Toång soá 12 ho&agrave; sô</p>';
    const { text, source, encodings } = readHtml(page);
    const at = text.indexOf("12 hồ sơ");
    expect(source.spans(at, at + 8).map(({ from, to }) => page.slice(from, to)).join("")).toBe("12 ho sô");
    expect(encodings).toEqual(["vni"]);
  });
});

describe("a page in bytes of old", () => {
  it.each<[string, Uint8Array, string, string[]]>([
    ["TCVN3 that says nothing",        latin1(`<p>${tcvn3}`),                                                      "Tổng số hồ sơ đã tiếp nhận trong tháng: 12 hồ sơ", ["tcvn3"]],
    ["TCVN3 that says it is Western",  latin1(`<meta charset="windows-1252"><p>${tcvn3}`),                         "Tổng số hồ sơ đã tiếp nhận trong tháng: 12 hồ sơ", ["tcvn3"]],
    ["VNI, and no word of it in ASCII", latin1("<p>Toång soá hoà sô ñaõ tieáp nhaän trong thaùng: 12 hoà sô"),     "Tổng số hồ sơ đã tiếp nhận trong tháng: 12 hồ sơ", ["vni"]],
    ["TCVN3 saved again as UTF-8",     Buffer.from(`<p>${tcvn3}`),                                                 "Tổng số hồ sơ đã tiếp nhận trong tháng: 12 hồ sơ", ["tcvn3"]],
    ["TCVN3 by its fonts, in bytes",   latin1(`<p><font face=".VnTime">${tcvn3}</font>`),                          "Tổng số hồ sơ đã tiếp nhận trong tháng: 12 hồ sơ", ["tcvn3"]],
    ["the same, as users define it",   latin1(`<meta charset=x-user-defined><font face=".VnTime">${tcvn3}</font>`), "Tổng số hồ sơ đã tiếp nhận trong tháng: 12 hồ sơ", ["tcvn3"]],
    ["French",                         latin1('<meta charset="iso-8859-1"><p>été à la préfecture de 12 élèves'),   "été à la préfecture de 12 élèves", []],
    ["signs of Windows",               latin1(`<p>${tcvn3} \u0096 \u0093®\u0094`),                                  "Tổng số hồ sơ đã tiếp nhận trong tháng: 12 hồ sơ – “đ”", ["tcvn3"]],
  ])("is converted by its syllables: %s", (_, bytes, expected, encodings) => {
    expect([textOf(bytes), readHtml(bytes).encodings]).toEqual([expected, encodings]);
  });

  it("leads back to its bytes", () => {
    const page = "<p>Toång soá hoà sô ñaõ tieáp nhaän trong thaùng: 12 hoà sô";
    const { text, source } = readHtml(latin1(page));
    const at = text.indexOf("12 hồ");
    expect(source.spans(at, at + 8).map(({ from, to }) => page.slice(from, to)).join("")).toBe("12 hoà sô");
  });
});
