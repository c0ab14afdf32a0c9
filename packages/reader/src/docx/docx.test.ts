import { isKhopError } from "@khop/core";
import { isOoxmlError, openPackage, parseXml, type XmlElement, type XmlNode } from "@khop/ooxml";
import { packed, type WordParts, wordFile } from "@khop/ooxml/testing";
import { describe, expect, it } from "vitest";
import { readDocx } from "./read.ts";
import type { DocxPlace } from "./source.ts";
import { Stories } from "./story.ts";

const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`;
const r = (text: string, properties = ""): string => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${t(text)}</w:r>`;
const p = (...inside: string[]): string => `<w:p>${inside.map((each) => (each.startsWith("<") ? each : r(each))).join("")}</w:p>`;
const styled = (properties: string, text: string): string => `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`;
const cell = (inside: string, properties = ""): string => `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inside.startsWith("<") ? inside : p(inside)}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.map((each) => (each.startsWith("<w:tc>") ? each : cell(each))).join("")}</w:tr>`;
const table = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.map((each) => (each.startsWith("<w:tr>") ? each : row(...each.split("/")))).join("")}</w:tbl>`;
const span = (count: number): string => `<w:gridSpan w:val="${count}"/>`;
const above = '<w:vMerge w:val="restart"/>';
const goesOn = "<w:vMerge/>";
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const raised = '<w:vertAlign w:val="superscript"/>';
const noteMark = (id: number, kind = "footnote"): string => `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`;
const box = (text: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

const textOf = (body: string, more: WordParts = {}): string => readDocx(wordFile(body, more)).text;

function blocksOf(body: string, more: WordParts = {}): string[] {
  const opened = openPackage(wordFile(body, more));
  const stories = new Stories(opened, opened.main);
  stories.read();
  const { clean } = stories.writing.done();
  return stories.writing.blocks.map(({ kind, depth, mark, ranges }) => `${kind}${depth || ""}${mark ? `(${mark})` : ""}: ${ranges.map((range) => clean.text.slice(...range)).join(" ⏎ ")}`);
}

describe("the text of a paragraph", () => {
  it.each([
    ["a figure split over runs",              p("2,", r("9", "<w:b/>"), "5%"),                                                    "2,95%"],
    ["spell check and bookmarks between",     p("1.", '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="0" w:name="a"/>', "126"), "1.126"],
    ["spaces kept where Word keeps them",     `<w:p><w:r><w:t> 12 </w:t></w:r><w:r>${t(" hồ sơ")}</w:r></w:p>`,                  "12 hồ sơ"],
    ["inserted text is read",                 p("có ", `<w:ins w:id="1">${r("12")}</w:ins>`, " hồ sơ"),                           "có 12 hồ sơ"],
    ["deleted text is not",                   p("có ", '<w:del w:id="1"><w:r><w:delText>13</w:delText></w:r></w:del>', "12 hồ sơ"), "có 12 hồ sơ"],
    ["moved text is read once",               p(`<w:moveFrom w:id="1">${r("12 hồ sơ, ")}</w:moveFrom>`, "có ", `<w:moveTo w:id="2">${r("12 hồ sơ")}</w:moveTo>`), "có 12 hồ sơ"],
    ["a paragraph mark that was deleted",     `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r("có ")}</w:p>${p("12 hồ sơ")}`, "có 12 hồ sơ"],
    ["the result of a field, not its code",   p("có ", field(" =SUM(ABOVE) ", "12"), " hồ sơ"),                                   "có 12 hồ sơ"],
    ["a field in a field",                    p(field(`IF </w:instrText></w:r>${field("PAGE", "3")}<w:r><w:instrText>`, "12"), " hồ sơ"), "12 hồ sơ"],
    ["page numbers are no content",           p("Trang ", field(" PAGE \\* MERGEFORMAT ", "7"), "/", '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>9</w:t></w:r></w:fldSimple>'), "Trang /"],
    ["a field that never ends",               p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("12 hồ sơ"),                 "12 hồ sơ"],
    ["content controls",                      p(`<w:sdt><w:sdtPr/><w:sdtContent>${r("12")}</w:sdtContent></w:sdt>`, " hồ sơ"),    "12 hồ sơ"],
    ["a placeholder is no content",           p(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r("Nhập số 0")}</w:sdtContent></w:sdt>`, "12"), "12"],
    ["hyperlinks and smart tags",             p(`<w:hyperlink r:id="r1">${r("1.")}</w:hyperlink>`, `<w:smartTag w:element="a">${r("126")}</w:smartTag>`), "1.126"],
    ["soft hyphens vanish, hard ones stay",   p("1.1\u00ad26 hồ sơ, 90", "<w:r><w:noBreakHyphen/></w:r>", "95%"),                 "1.126 hồ sơ, 90-95%"],
    ["tabs",                                  p("12", "<w:r><w:tab/></w:r>", "hồ sơ"),                                            "12\thồ sơ"],
    ["line breaks",                           p("12", "<w:r><w:br/></w:r>", "hồ sơ"),                                             "12\nhồ sơ"],
    ["signs of the font Symbol",              p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', " 12"),                       "≥ 12"],
    ["hidden text",                           p(r("13", "<w:vanish/>"), r("12", '<w:vanish w:val="0"/>')),                        "12"],
    ["a formula",                             p("có ", "<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>"),                            "có 12"],
    ["a text box is read once, behind",       p("có ", box("12 hồ sơ"), "13"),                                                    "có 13\n12 hồ sơ"],
    ["a raised digit is a mark, no digit",    p("1.234", r("2", raised), " hồ sơ"),                                               "1.234[2] hồ sơ"],
    ["so is one that was lifted by hand",     p("1.234", r("2", '<w:position w:val="8"/>'), " hồ sơ"),                              "1.234[2] hồ sơ"],
    ["one that was lowered is not",           p("H", r("2", '<w:position w:val="-6"/>'), "O"),                                      "H2O"],
    ["a mark split over runs",                p("1.234", r("[", raised), r("12", raised), r("]", raised)),                        "1.234[12]"],
    ["a power is none",                       p("45 km", r("2", raised)),                                                         "45 km2"],
    ["what is not shown as a character",      p("a &amp; b &lt; c"),                                                              "a & b < c"],
    ["another prefix for the namespace",      p('<x:r xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:t>12</x:t></x:r>'), "12"],
  ])("%s", (_, body, expected) => {
    expect(textOf(body).trimEnd()).toBe(expected);
  });

  it("has no figure of a mark, and whole figures over runs", () => {
    const { figures } = readDocx(wordFile(p("Có 1.2", r("34", "<w:b/>"), r("2", raised), " hồ sơ, 45 km", r("2", raised))));
    expect(figures.map(({ text, quantity }) => `${text} ${quantity?.unit.id}`)).toEqual(["1.234 hồ sơ", "45 km2"]);
  });

  it("is composed for reading, and offsets still point into what is printed", () => {
    const { text, figures } = readDocx(wordFile(p("Tiếp nhận 12 hồ sơ".normalize("NFD"), ", giải quyết 10 hồ sơ".normalize("NFD"))));
    expect(text).toContain("hồ sơ".normalize("NFD"));
    expect(figures.map(({ text: printed, start, end, quantity }) => [printed, text.slice(start, end), quantity?.unit.id])).toEqual([["12", "12", "hồ sơ"], ["10", "10", "hồ sơ"]]);
  });
});

describe("blocks", () => {
  const styles = '<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:basedOn w:val="u1"/></w:style><w:style w:type="paragraph" w:styleId="TD"><w:name w:val="Tiêu đề 2"/></w:style><w:style w:type="paragraph" w:styleId="O"><w:name w:val="O"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const level = (at: number, format: string): string => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, "decimal")}${level(1, "bullet")}${level(2, "none")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`;
  const listed = (at: number): string => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`;
  it.each([
    ["a heading by its style's name",      styled('<w:pStyle w:val="u1"/>', "Kết quả"),            "heading: Kết quả"],
    ["by a style that it rests on",        styled('<w:pStyle w:val="Muc"/>', "Kết quả"),           "heading: Kết quả"],
    ["by a Vietnamese name",               styled('<w:pStyle w:val="TD"/>', "Kết quả"),            "heading: Kết quả"],
    ["by its style's outline level",       styled('<w:pStyle w:val="O"/>', "Kết quả"),             "heading: Kết quả"],
    ["by its own outline level",           styled('<w:outlineLvl w:val="0"/>', "Kết quả"),         "heading: Kết quả"],
    ["outline level 9 is body text",       styled('<w:outlineLvl w:val="9"/>', "Kết quả"),         "paragraph: Kết quả"],
    ["a list item",                        styled(listed(0), "12 hồ sơ"),                          "item1: 12 hồ sơ"],
    ["one a level deeper",                 styled(listed(1), "12 hồ sơ"),                          "item2: 12 hồ sơ"],
    ["a level without number or bullet",   styled(listed(2), "12 hồ sơ"),                          "paragraph: 12 hồ sơ"],
    ["a list by its style",                styled('<w:pStyle w:val="L"/>', "12 hồ sơ"),            "item1: 12 hồ sơ"],
    ["taken out of its style's list",      styled('<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>', "12 hồ sơ"), "paragraph: 12 hồ sơ"],
    ["a bullet that was typed",            p("+ 12 hồ sơ"),                                        "item2: + 12 hồ sơ"],
    ["a number that was typed",            p("1. Có 12 hồ sơ"),                                    "item1: 1. Có 12 hồ sơ"],
  ])("%s", (_, body, expected) => {
    expect(blocksOf(body, { styles, numbering })).toEqual([expected]);
  });

  it("go on over a line break, unless the next line opens like an item", () => {
    expect(blocksOf(p("Có 12 hồ sơ:", "<w:r><w:br/></w:r>", "gồm", "<w:r><w:br/></w:r>", "- 5 hồ sơ;", "<w:r><w:br/></w:r>", "- 7 hồ sơ."))).toEqual(["paragraph: Có 12 hồ sơ: ⏎ gồm", "item1: - 5 hồ sơ;", "item1: - 7 hồ sơ."]);
  });

  it("hold footnotes and endnotes with their marks, each paragraph", () => {
    const note = (id: number, ...paragraphs: string[]): string => `<w:footnote w:id="${id}">${paragraphs.map((text) => p("<w:r><w:footnoteRef/></w:r>", text)).join("")}</w:footnote>`;
    const body = p("Có 12 hồ sơ", noteMark(5), " và 3 đơn", noteMark(2), noteMark(1, "endnote"));
    const footnotes = `<w:footnote w:id="0" w:type="separator">${p("---")}</w:footnote>${note(2, "Đơn của 3 người.")}${note(5, "Nộp 5 hồ sơ.", "Gửi 7 hồ sơ.")}`;
    const more = { footnotes, endnotes: `<w:endnote w:id="1">${p("Cuối bài.")}</w:endnote>` };
    expect(blocksOf(body, more)).toEqual(["paragraph: Có 12 hồ sơ và 3 đơn", "footnote(1): Nộp 5 hồ sơ.", "footnote(1): Gửi 7 hồ sơ.", "footnote(2): Đơn của 3 người.", "footnote(i): Cuối bài."]);
    expect(textOf(body, more)).toBe("Có 12 hồ sơ[1] và 3 đơn[2][i]\n[1] Nộp 5 hồ sơ.\n[1] Gửi 7 hồ sơ.\n[2] Đơn của 3 người.\n[i] Cuối bài.\n");
  });

  it("are footnotes too where the author typed them", () => {
    expect(blocksOf(p("Có 12 hồ sơ", r("1", raised), ".") + p(r("1", raised), " Gồm 5 và 7."))).toEqual(["paragraph: Có 12 hồ sơ.", "footnote(1):  Gồm 5 và 7."]);
  });
});

describe("tables", () => {
  const rows = ["Đơn vị/Nhận/Trả", "Xã A/12/10", "Xã B/8/8"];
  it.each<[string, string, string[]]>([
    ["are rows with a rule under the head",     table(...rows), ["| Đơn vị | Nhận | Trả |", "| --- | --- | --- |", "| Xã A | 12 | 10 |", "| Xã B | 8 | 8 |"]],
    ["a head that spans, over two rows",        table(row(cell("Đơn vị", above), cell("Hồ sơ", span(2))), row(cell("", goesOn), "Nhận", "Trả"), row("Xã A", "12", "10")), ["| Đơn vị | Hồ sơ | Hồ sơ |", "|  | Nhận | Trả |", "| --- | --- | --- |", "| Xã A | 12 | 10 |"]],
    ["a row that numbers the columns",          table(rows[0]!, "1/2/3", rows[1]!), ["| Đơn vị | Nhận | Trả |", "| 1 | 2 | 3 |", "| --- | --- | --- |", "| Xã A | 12 | 10 |"]],
    ["no head at all",                          table("Xã A/12/10", "Xã B/8/8"), ["|  |  |  |", "| --- | --- | --- |", "| Xã A | 12 | 10 |", "| Xã B | 8 | 8 |"]],
    ["a label over several rows",               table(rows[0]!, row(cell("Xã A", above), "12", "10"), row(cell("", goesOn), "8", "8")), ["| Đơn vị | Nhận | Trả |", "| --- | --- | --- |", "| Xã A | 12 | 10 |", "|  | 8 | 8 |"]],
    ["a row that was deleted",                  table(rows[0]!, rows[1]!, `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell("Xã B")}${cell("8")}${cell("8")}</w:tr>`), ["| Đơn vị | Nhận | Trả |", "| --- | --- | --- |", "| Xã A | 12 | 10 |"]],
    ["paragraphs, breaks and bars in a cell",   table(rows[0]!, row(cell(p("Xã|A") + p("(mới)")), cell(p("1", "<w:r><w:br/></w:r>", "2")), "10")), ["| Đơn vị | Nhận | Trả |", "| --- | --- | --- |", "| Xã¦A (mới) | 1 2 | 10 |"]],
    ["rows in content controls",                `<w:tbl><w:sdt><w:sdtContent>${row("Đơn vị", "Nhận")}${row("Xã A", "12")}</w:sdtContent></w:sdt></w:tbl>`, ["| Đơn vị | Nhận |", "| --- | --- |", "| Xã A | 12 |"]],
    ["a page laid out by a table is no table",  table(row("ỦY BAN NHÂN DÂN", "CỘNG HÒA"), row("Số: 12/BC", "ngày 5 tháng 3 năm 2025")), ["ỦY BAN NHÂN DÂN", "CỘNG HÒA", "Số: 12/BC", "ngày 5 tháng 3 năm 2025"]],
  ])("%s", (_, body, expected) => {
    expect(textOf(body).trimEnd().split("\n")).toEqual(expected);
  });

  it("one in another comes behind it, and two are never one", () => {
    const inner = table(...rows);
    const kinds = blocksOf(table(rows[0]!, row(cell(p("Xã A") + inner), "12", "10")) + inner).map((block) => block.split(":")[0]);
    expect(kinds).toEqual(["row", "row", "row", "paragraph", "row", "row", "row", "row", "paragraph", "paragraph", "row", "row", "row", "row"]);
  });

  it("keep figures in their columns under merged heads", () => {
    const body = table(row(cell("Đơn vị", above), cell("Kinh phí (triệu đồng)", span(2))), row(cell("", goesOn), "Giao", "Chi"), row("Xã A", "12", "10"), row("Xã B", "8", "8"), row("Tổng số", "20", "18"));
    const { figures, network } = readDocx(wordFile(body));
    expect(figures.map(({ text, quantity }) => `${text} ${quantity?.format()}`)[1]).toBe("10 10 triệu đồng");
    expect(network.relations.map(({ kind, cells }) => `${kind.kind} ${cells.length}`)).toEqual(["total 3", "total 3"]);
  });
});

describe("the way back into the file", () => {
  const body =
    p("Có 1.", r("2", "<w:b/>"), "34 hồ sơ", noteMark(2)) + p("x\u00ad9", "<w:r><w:noBreakHyphen/></w:r>", "5% &amp; 7") + table("Đơn vị/Nhận", "Xã A/12", "Xã B/13") + p("trước", box("Hộp 14 tờ"), "sau");
  const bytes = wordFile(body, { footnotes: `<w:footnote w:id="2">${p("Gồm 15 tờ.")}</w:footnote>` });
  const { text, source } = readDocx(bytes);
  const opened = openPackage(bytes);
  const elements = (node: XmlNode): XmlElement[] => (node.kind === "element" ? [node, ...node.children.flatMap(elements)] : []);
  const inFile = (start: number, end: number): string =>
    source.spans(start, end).map(({ part, node, from, to }) => {
      const found = elements(opened.xml(part)).find((each) => each.start === node);
      return found?.name === "w:t" ? found.text.slice(from, to) : `<${found?.name}>`;
    }).join("");

  it("leads from every character to the characters that it stands for", () => {
    for (let i = 0; i < text.length; i += 1) {
      const found = inFile(i, i + 1);
      if (found !== "") expect(found === "<w:noBreakHyphen>" ? "-" : found).toBe(text[i]);
      else expect(text[i]).toMatch(/[\s|\-[\]\d]/);
    }
  });

  it.each<[string, string, string, DocxPlace]>([
    ["over runs",          "1.234",  "1.234",               { kind: "paragraph", number: 1 }],
    ["over a sign",        "9-5%",   "9<w:noBreakHyphen>5%", { kind: "paragraph", number: 2 }],
    ["behind an entity",   "7",      "7",                   { kind: "paragraph", number: 2 }],
    ["in a cell",          "13",     "13",                  { kind: "cell", table: 1, row: 3, column: 2 }],
    ["in a text box",      "14",     "14",                  { kind: "box", number: 1 }],
    ["in a footnote",      "15",     "15",                  { kind: "footnote", mark: "1" }],
  ])("leads from a figure %s", (_, figure, expected, place) => {
    const start = text.indexOf(figure);
    expect(inFile(start, start + figure.length)).toBe(expected);
    expect(source.placeAt(start)).toEqual(place);
  });

  it("names the run in the body that refers to a footnote", () => {
    const start = text.indexOf("15");
    const [span_] = source.spans(start, start + 2);
    const xml = opened.text("word/document.xml");
    expect(span_?.part).toBe("word/footnotes.xml");
    expect(parseXml(xml.slice(span_!.reference!.run, xml.indexOf("</w:r>", span_!.reference!.run) + 6)).child("w:footnoteReference")).toBeDefined();
  });
});

describe("files that are no Word file", () => {
  it.each([
    ["Excel", () => readDocx(packed({ "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>' })), "reader/not-word"],
    ["text",  () => readDocx(new TextEncoder().encode("Báo cáo")), "ooxml/not-a-package"],
    ["a body too deep", () => readDocx(wordFile("<w:sdt>".repeat(600) + "</w:sdt>".repeat(600))), "ooxml/too-large"],
  ])("%s", (_, act, expected) => {
    try {
      act();
      expect.unreachable();
    } catch (error) {
      expect(isKhopError(error) || isOoxmlError(error) ? error.code : error).toBe(expected);
    }
  });

  it("an empty body has no figures", () => {
    expect(readDocx(wordFile("")).figures).toEqual([]);
  });
});
