import { packed, type WordParts, wordFile } from "@khop/ooxml/testing";
import { describe, expect, it } from "vitest";
import { readDocx } from "./read.ts";

const fonts = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const r = (text: string, font = "", more = ""): string => `<w:r><w:rPr>${font && fonts(font)}${more}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inside: string, style = ""): string => `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inside}</w:p>`;
const named = (id: string, type: string, font: string, more = ""): string => `<w:style w:type="${type}" w:styleId="${id}"${more}><w:name w:val="${id}"/>${font === "" ? "" : `<w:rPr>${fonts(font)}</w:rPr>`}</w:style>`;

describe("a run in a font of old", () => {
  it.each<[string, string, WordParts, string]>([
    ["TCVN3, by the run's own font",        p(r("Tæng sè hå s¬: 12", ".VnTime")),                              {}, "Tổng số hồ sơ: 12"],
    ["a font of capitals",                  p(r("b¸o c¸o th¸ng 10", ".VnTimeH")),                              {}, "BÁO CÁO THÁNG 10"],
    ["VNI",                                 p(r("Toång soá hoà sô ñöôïc giaûi quyeát: 12", "VNI-Times")),      {}, "Tổng số hồ sơ được giải quyết: 12"],
    ["Unicode beside TCVN3",                p(r("Tổng số ", "Times New Roman") + r("hå s¬", ".VnTime") + r(" đã nhận 12")), {}, "Tổng số hồ sơ đã nhận 12"],
    ["a VNI letter and its mark in two runs", p(r("Toång soá ho", "VNI-Times") + r("à sô 12", "VNI-Times", "<w:b/>")), {}, "Tổng số hồ sơ 12"],
    ["no letter over two encodings",        p(r("ho", "VNI-Times") + r("à 12")),                               {}, "hoà 12"],
    ["ư, which Word takes for a soft hyphen", p(r("l\u00adu tr÷", ".VnTime")),                                 {}, "lưu trữ"],
    ["ư as LibreOffice writes it",          p(`<w:r><w:rPr>${fonts(".VnTime")}</w:rPr><w:t>l</w:t><w:softHyphen/><w:t>u</w:t></w:r>`), {}, "lưu"],
    ["a soft hyphen of Unicode",            p(r("hồ\u00ad sơ")),                                               {}, "hồ sơ"],
    ["by the paragraph's style",            p(r("hå s¬"), "Than"),                                             { styles: named("Than", "paragraph", ".VnTime") }, "hồ sơ"],
    ["by a style that is based on one",     p(r("hå s¬"), "B"),                                                { styles: `${named("A", "paragraph", ".VnTime")}<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>` }, "hồ sơ"],
    ["by the default style",                p(r("hå s¬")),                                                     { styles: named("Normal", "paragraph", ".VnTime", ' w:default="1"') }, "hồ sơ"],
    ["by the run's style",                  p(`<w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>hå s¬</w:t></w:r>`), { styles: named("C", "character", ".VnTime") }, "hồ sơ"],
    ["by the document's defaults",          p(r("hå s¬")),                                                     { styles: `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(".VnTime")}</w:rPr></w:rPrDefault></w:docDefaults>` }, "hồ sơ"],
    ["a run in Unicode in such a document", p(r("hå s¬ ") + r("à", "Arial")),                                  { styles: named("Normal", "paragraph", ".VnTime", ' w:default="1"') }, "hồ sơ à"],
    ["Unicode in a font of old",            p(r("Có", ".VnTime") + r(" tổng số hồ sơ là 12 và không tăng", ".VnTime")), {}, "Có tổng số hồ sơ là 12 và không tăng"],
    ["a sign that was inserted",            p(`<w:r><w:sym w:font=".VnTime" w:char="F0E5"/></w:r>`),           {}, "ồ"],
  ])("is read as it looks: %s", (_, body, parts, expected) => {
    expect(readDocx(wordFile(body, parts)).text.trimEnd()).toBe(expected);
  });

  it("by the theme", () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const tie = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme";
    const file = packed({
      "word/document.xml": `<w:document ${w}><w:body><w:p><w:r><w:rPr><w:rFonts w:hAnsiTheme="minorHAnsi" w:hAnsi="Arial"/></w:rPr><w:t>hå s¬</w:t></w:r></w:p></w:body></w:document>`,
      "word/theme/theme1.xml": '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>',
      "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${tie}" Target="theme/theme1.xml"/></Relationships>`,
    });
    expect(readDocx(file).text.trimEnd()).toBe("hồ sơ");
  });
});

describe("what was converted", () => {
  const body = p(r("Tæng sè 12 hå s¬, ", ".VnTime") + r("trong ñoù 7 hoà sô ñuùng haïn", "VNI-Times") + r(" và 5 hồ sơ trễ hạn."));
  const document = readDocx(wordFile(body));

  it("is told", () => {
    expect([document.encodings, readDocx(wordFile(p(r("12 đơn", ".VnTime")))).encodings, readDocx(wordFile(p(r("12 đơn")))).encodings]).toEqual([["tcvn3", "vni"], [], []]);
  });

  it("is checked like any other text", () => {
    expect(document.network.relations.map(({ kind, cells }) => `${kind.kind} ${cells.map(({ quantity }) => quantity?.format()).join(" ")}`)).toEqual(["total 12 hồ sơ 7 hồ sơ 5 hồ sơ"]);
  });

  it("leads back to the characters of the file", () => {
    const xml = new Map<number, string>();
    const texts = [...body.matchAll(/<w:t xml:space="preserve">(.*?)<\/w:t>/g)].map(([, text]) => text as string);
    const { text, source } = document;
    const back = (printed: string): string => {
      const at = text.indexOf(printed);
      return source.spans(at, at + printed.length).map(({ node, from, to }) => {
        if (!xml.has(node)) xml.set(node, texts.find((one) => one.slice(from, to) !== "" && !([...xml.values()].includes(one))) as string);
        return (xml.get(node) as string).slice(from, to);
      }).join("");
    };
    expect([back("12 hồ sơ"), back("7 hồ sơ đúng"), back("5 hồ sơ")]).toEqual(["12 hå s¬", "7 hoà sô ñuùng", "5 hồ sơ"]);
  });
});
