import { openPackage } from "@khop/ooxml";
import { packed, type WordParts, wordFile } from "@khop/ooxml/testing";
import { describe, expect, it } from "vitest";
import { readDocx } from "../read.ts";
import { measureDocx } from "./measure.ts";

const run = (text: string, properties = ""): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (properties: string, ...runs: string[]): string => `<w:p><w:pPr>${properties}</w:pPr>${runs.join("")}</w:p>`;
const style = (kind: string, id: string, inside: string, more = ""): string => `<w:style w:type="${kind}" w:styleId="${id}"${more}>${inside}</w:style>`;
const rPr = (inside: string): string => `<w:rPr>${inside}</w:rPr>`;
const pPr = (inside: string): string => `<w:pPr>${inside}</w:pPr>`;
const byDefault = ' w:default="1"';
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;

const first = (body: string, parts: WordParts = {}) => measureDocx(wordFile(body, parts)).lines[0]!;

describe("what a run looks like", () => {
  const bold = "<w:b/>";
  const styles = (...all: string[]): string => all.join("");
  it.each<[string, string, string, object]>([
    ["nothing stated is Times New Roman, 10 points", paragraph("", run("Xã")), "", { font: "Times New Roman", size: 10, bold: false, italic: false, colour: "000000" }],
    ["defaults of the document", paragraph("", run("Xã")), `<w:docDefaults><w:rPrDefault>${rPr('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="26"/>')}</w:rPrDefault></w:docDefaults>`, { font: "Arial", size: 13 }],
    ["the default paragraph style", paragraph("", run("Xã")), style("paragraph", "Normal", rPr('<w:sz w:val="28"/>'), byDefault), { size: 14 }],
    ["a style that is not there is the default one", paragraph(styled("Lost"), run("Xã")), style("paragraph", "Normal", rPr('<w:sz w:val="28"/>'), byDefault), { size: 14 }],
    ["a style takes what it does not state from the one it is based on", paragraph(styled("B"), run("Xã")), styles(style("paragraph", "A", rPr('<w:sz w:val="24"/><w:b/>')), style("paragraph", "B", `<w:basedOn w:val="A"/>${rPr('<w:sz w:val="28"/>')}`)), { size: 14, bold: true }],
    ["styles based on each other end", paragraph(styled("A"), run("Xã")), styles(style("paragraph", "A", `<w:basedOn w:val="B"/>${rPr(bold)}`), style("paragraph", "B", '<w:basedOn w:val="A"/>')), { bold: true }],
    ["a character style before the paragraph's", paragraph(styled("A"), run("Xã", '<w:rStyle w:val="C"/>')), styles(style("paragraph", "A", rPr('<w:sz w:val="24"/>')), style("character", "C", rPr('<w:sz w:val="30"/>'))), { size: 15 }],
    ["the run itself before all", paragraph(styled("A"), run("Xã", '<w:sz w:val="26"/>')), style("paragraph", "A", rPr('<w:sz w:val="24"/>')), { size: 13 }],
    ["bold in two styles undoes itself", paragraph(styled("A"), run("Xã", '<w:rStyle w:val="C"/>')), styles(style("paragraph", "A", rPr(bold)), style("character", "C", rPr(bold))), { bold: false }],
    ["bold in a style and in the run is bold", paragraph(styled("A"), run("Xã", bold)), style("paragraph", "A", rPr(bold)), { bold: true }],
    ["bold that the run takes back", paragraph(styled("A"), run("Xã", '<w:b w:val="0"/>')), style("paragraph", "A", rPr(bold)), { bold: false }],
    ["bold by default stays, whatever styles say", paragraph(styled("A"), run("Xã")), styles(`<w:docDefaults><w:rPrDefault>${rPr(bold)}</w:rPrDefault></w:docDefaults>`, style("paragraph", "A", rPr(bold))), { bold: true }],
    ["properties of the paragraph's mark are not its runs'", paragraph(rPr('<w:b/><w:sz w:val="40"/>'), run("Xã")), "", { bold: false, size: 10 }],
    ["letters with accents take the font for them", paragraph("", run("Xã", '<w:rFonts w:ascii="Arial" w:hAnsi="Calibri"/>')), "", { font: "Calibri" }],
    ["letters without take the other", paragraph("", run("Xa", '<w:rFonts w:ascii="Arial" w:hAnsi="Calibri"/>')), "", { font: "Arial" }],
    ["a name nearby before a theme further off", paragraph(styled("A"), run("Xã", '<w:rFonts w:hAnsi="Arial"/>')), style("paragraph", "A", rPr('<w:rFonts w:hAnsiTheme="minorHAnsi"/>')), { font: "Arial" }],
    ["the colour of the program is black", paragraph("", run("Xã", '<w:color w:val="auto"/>')), "", { colour: "000000" }],
    ["a colour", paragraph("", run("Xã", '<w:color w:val="c00000"/>')), "", { colour: "C00000" }],
    ["a size that is none", paragraph("", run("Xã", '<w:sz w:val="big"/>')), "", { size: 10 }],
  ])("%s", (_, body, styleSheet, expected) => {
    const [look, ...others] = first(body, { styles: styleSheet }).looks;
    expect(look).toMatchObject(expected);
    expect(others).toEqual([]);
  });

  it("takes the font of the theme", () => {
    const file = openPackage(wordFile(paragraph("", run("Xã", '<w:rFonts w:hAnsiTheme="majorHAnsi"/>'))));
    const theme = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont></a:fontScheme></a:themeElements></a:theme>';
    const bytes = packed({
      "word/document.xml": file.text("word/document.xml"),
      "word/theme/theme1.xml": theme,
      "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/></Relationships>',
    });
    expect(measureDocx(bytes).lines[0]?.looks[0]?.font).toBe("Cambria");
  });
});

describe("how a paragraph is set", () => {
  const list = (level: string): string => `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>${level}</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const inList = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  it.each<[string, string, WordParts, object]>([
    ["justified, 1.27 cm in, 1.5 lines", paragraph('<w:spacing w:before="120" w:line="360" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>', run("Xã")), {}, { alignment: "justify", indent: 12.7, before: 6, after: 0, lineSpacing: 1.5 }],
    ["each side of an indent for itself", paragraph(`${styled("A")}<w:ind w:firstLine="567"/>`, run("Xã")), { styles: style("paragraph", "A", pPr('<w:ind w:left="567"/>')) }, { indent: 20 }],
    ["a hanging line", paragraph('<w:ind w:left="720" w:hanging="360"/>', run("Xã")), {}, { indent: 6.35 }],
    ["a tab for an indent", paragraph("", run("Xã").replace("<w:t", "<w:tab/><w:t")), {}, { indent: 12.7 }],
    ["a tab to a stop of its own", paragraph('<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>', run("Xã").replace("<w:t", "<w:tab/><w:t")), {}, { indent: 10 }],
    ["exactly 16.1 points for 14 are a single line", paragraph('<w:spacing w:line="322" w:lineRule="exact"/>', run("Xã", '<w:sz w:val="28"/>')), {}, { lineSpacing: 1 }],
    ["at least a little is a single line", paragraph('<w:spacing w:line="100" w:lineRule="atLeast"/>', run("Xã", '<w:sz w:val="28"/>')), {}, { lineSpacing: 1 }],
    ["the indent of a list", paragraph(inList, run("Xã")), { numbering: list(pPr('<w:ind w:left="1134" w:hanging="567"/>')) }, { indent: 10 }],
    ["its own indent before that of its list", paragraph(`${inList}<w:ind w:left="567" w:firstLine="0"/>`, run("Xã")), { numbering: list(pPr('<w:ind w:left="1134" w:hanging="567"/>')) }, { indent: 10 }],
    ["centimetres, as strict files have them", paragraph('<w:ind w:firstLine="1cm"/>', run("Xã")), {}, { indent: 10 }],
  ])("%s", (_, body, parts, expected) => {
    const setting = first(body, parts).setting!;
    expect({ ...setting, lineSpacing: Number(setting.lineSpacing.toFixed(3)) }).toMatchObject(expected);
  });

  it("keeps no space between paragraphs of one style that say so, nor between lines of one paragraph", () => {
    const close = paragraph('<w:spacing w:before="120" w:after="120"/><w:contextualSpacing/>', run("Một"), "<w:r><w:br/></w:r>", run("Hai"));
    const { lines } = measureDocx(wordFile(close + close));
    expect(lines.map(({ setting }) => [setting?.before, setting?.after])).toEqual([[6, 6], [6, 0], [0, 6], [0, 6]]);
    expect(lines[3]?.setting).toBe(lines[2]?.setting);
  });

  it("gives items the numbers of their lists", () => {
    const levels = `<w:abstractNum w:abstractNumId="0">${["upperRoman %1.", "decimal %2.", "decimal %2.%3."].map((one, i) => `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${one.split(" ")[0]}"/><w:lvlText w:val="${one.split(" ")[1]}"/></w:lvl>`).join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const item = (depth: number, number = 1): string => paragraph(`<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${number}"/></w:numPr>`, run("Việc"));
    const { lines } = measureDocx(wordFile([item(0), item(1), item(2), item(2), item(1), item(0), item(1), item(1, 2)].join(""), { numbering: levels }));
    expect(lines.map(({ number }) => number?.written)).toEqual(["I.", "1.", "1.1.", "1.2.", "2.", "II.", "1.", "1."]);
  });
});

describe("where lines stand", () => {
  it("leads back to the text that readDocx gives", () => {
    const cell = (inside: string): string => `<w:tc>${inside}</w:tc>`;
    const bytes = wordFile(
      `<w:tbl><w:tr>${cell(paragraph("", run("SỞ SỐ "), run("LIỆU")))}${cell(paragraph("", run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "<w:r><w:br/></w:r>", run("Độc lập - Tự do - Hạnh phúc")))}</w:tr></w:tbl>${paragraph("", run("\tSố: 12/BC-SSL"), "<w:r><w:tab/></w:r>", run("Hòa An, ngày 05 tháng 02 năm 2025"))}${paragraph("", run("BÁO CÁO"))}${paragraph("", run("Có 12 hồ sơ"), '<w:r><w:footnoteReference w:id="1"/></w:r>', run("."))}`,
      { footnotes: `<w:footnote w:id="1">${paragraph("", run("Gồm 3 xã."))}</w:footnote>` },
    );
    const { lines, text } = measureDocx(bytes);
    expect(text).toBe(readDocx(bytes).text);
    expect(lines.map(({ part, start, end }) => [part, text.slice(start, end)])).toEqual([
      ["body", "SỞ SỐ LIỆU"],
      ["nationalName", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
      ["motto", "Độc lập - Tự do - Hạnh phúc"],
      ["docNumber", "Số: 12/BC-SSL"],
      ["placeDate", "Hòa An, ngày 05 tháng 02 năm 2025"],
      ["title", "BÁO CÁO"],
      ["text", "Có 12 hồ sơ[1]."],
      ["footnote", "Gồm 3 xã."],
    ]);
  });
});
