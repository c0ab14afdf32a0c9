import { type Cell, cellOf, type Finding, isKhopError, percent, quantity, unitOf } from "@khop/core";
import { openPackage, type Span, type XmlElement } from "@khop/ooxml";
import { packed, type WordParts, wordFile } from "@khop/ooxml/testing";
import { describe, expect, it } from "vitest";
import { annotate } from "./annotate.ts";
import type { SpanSource } from "./source.ts";

const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`;
const r = (text: string, properties = ""): string => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${t(text)}</w:r>`;
const p = (...inside: string[]): string => `<w:p>${inside.map((each) => (each.startsWith("<") ? each : r(each))).join("")}</w:p>`;
const bold = "<w:b/>";
const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';

const elements = (element: XmlElement): XmlElement[] => [element, ...element.elements().flatMap(elements)];

/** A reader of the simplest kind: all texts of the body, then those of the footnotes. */
function spanned(bytes: Uint8Array): { text: string; source: SpanSource } {
  const opened = openPackage(bytes);
  let text = "";
  const spans: (Span & { start: number })[] = [];
  const bearer = elements(opened.xml(opened.main)).find(({ name }) => name === "w:footnoteReference")?.parent;
  for (const part of [opened.main, opened.related("footnotes", opened.main)]) {
    for (const node of part === undefined ? [] : elements(opened.xml(part)).filter(({ name }) => name === "w:t" || name === "w:tab" || name === "m:t")) {
      let run = node.parent as XmlElement;
      while (node.name === "m:t" && run.name !== "m:oMath") run = run.parent as XmlElement;
      const shown = node.name === "w:tab" ? "\t" : node.text;
      spans.push({ start: text.length, part: part as string, run: run.start, node: node.start, from: 0, to: shown.length, ...(part !== opened.main && bearer ? { reference: { part: opened.main, run: bearer.start } } : {}) });
      text += shown;
    }
  }
  const cut = (span: Span & { start: number }, start: number, end: number): Span => ({ ...span, from: Math.max(0, start - span.start), to: Math.min(span.to, end - span.start) });
  return { text, source: { spans: (start, end) => spans.filter((span) => span.start < end && span.start + span.to > start).map((span) => cut(span, start, end)) } };
}

function cellAt(text: string, printed: string, label = ""): Cell {
  const start = text.indexOf(printed);
  const isShare = printed.endsWith("%");
  const value = quantity({ value: printed.replace(/[%\t\s]/g, "").replace(".", "").replace(",", "."), unit: isShare ? percent : unitOf("hồ sơ"), decimals: /,(\d+)/.exec(printed)?.[1]?.length ?? 0 });
  return cellOf({ id: printed, label, quantity: value, anchor: { in: "document", start, end: start + printed.length } });
}

const finding = (cells: readonly Cell[], more: Partial<Finding> = {}): Finding => ({
  code: "share-mismatch",
  severity: "error",
  message: { vi: "19 trên 667 là 2,85 %, không phải 2,95 %.", en: "19 of 667 is 2.85 %, not 2.95 %." },
  cells,
  relations: [],
  suspects: [],
  ambiguous: false,
  ...more,
});

const options = { lang: "vi", date: "2025-03-31T08:00:00Z" } as const;

function annotated(body: string, printed: string | string[], more: WordParts = {}, extra: Partial<Finding> = {}) {
  const before = wordFile(body, more);
  const { text, source } = spanned(before);
  const findings = [printed].flat().map((each) => finding([cellAt(text, each)], extra));
  const result = annotate(before, source, findings, options);
  return { before: openPackage(before), after: openPackage(result.bytes), ...result };
}

/** The body as the file writes it, with short names for what a comment brings. */
const bodyOf = (xml: string): string =>
  xml
    .replace(/^.*?<w:body>|<w:sectPr\/>.*$/gs, "")
    .replace(/<w:commentRangeStart w:id="(\d+)"\/>/g, "[$1:")
    .replace(/<w:commentRangeEnd w:id="(\d+)"\/><w:r><w:commentReference w:id="\1"\/><\/w:r>/g, ":$1]");

describe("the range of a comment", () => {
  const inBox = (inside: string): string => `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>`;
  const inCell = (inside: string): string => `<w:tbl><w:tr><w:tc>${inside}</w:tc></w:tr></w:tbl>`;
  it.each<[string, string, string, string]>([
    ["a run of its own",                 p("có ", "12", " hồ sơ"),                     "12",     p("có ", "[0:", "12", ":0]", " hồ sơ")],
    ["the middle of a run",              p("có 12 hồ sơ"),                             "12",     p("có ", "[0:", "12", ":0]", " hồ sơ")],
    ["the start of a run",               p("12 hồ sơ"),                                "12",     p("[0:", "12", ":0]", " hồ sơ")],
    ["the end of a run",                 p("có 12"),                                   "12",     p("có ", "[0:", "12", ":0]")],
    ["properties of the run",            p(r("có 12 hồ sơ", bold)),                    "12",     p(r("có ", bold), "[0:", r("12", bold), ":0]", r(" hồ sơ", bold))],
    ["two runs, whole",                  p("có ", "1.2", r("34", bold), " hồ sơ"),     "1.234",  p("có ", "[0:", "1.2", r("34", bold), ":0]", " hồ sơ")],
    ["two runs, in part",                p("có 1.2", r("34 hồ sơ", bold)),             "1.234",  p("có ", "[0:", "1.2", r("34", bold), ":0]", r(" hồ sơ", bold))],
    ["three runs",                       p("có 1", r(".", bold), "234 đơn"),           "1.234",  p("có ", "[0:", "1", r(".", bold), "234", ":0]", " đơn")],
    ["a text without kept spaces",       "<w:p><w:r><w:t>có 12</w:t></w:r></w:p>",     "12",     p("có ", "[0:", "12", ":0]")],
    ["behind entities",                  p("a &amp; &#x1D11E;&lt; 12 đơn"),            "12",     p("a &amp; &#x1D11E;&lt; ", "[0:", "12", ":0]", " đơn")],
    ["in CDATA",                         `<w:p><w:r><w:t xml:space="preserve"><![CDATA[<12>]]></w:t></w:r></w:p>`, "12", `<w:p><w:r><w:t xml:space="preserve"><![CDATA[<]]></w:t></w:r>[0:<w:r><w:t xml:space="preserve"><![CDATA[12]]></w:t></w:r>:0]<w:r><w:t xml:space="preserve"><![CDATA[>]]></w:t></w:r></w:p>`],
    ["a run with tabs",                  `<w:p><w:r>${t("có")}<w:tab/>${t("12")}<w:tab/></w:r></w:p>`, "12", `<w:p><w:r>${t("có")}<w:tab/></w:r>[0:<w:r>${t("12")}</w:r>:0]<w:r><w:tab/></w:r></w:p>`],
    ["in a cell",                        inCell(p("12")),                              "12",     inCell(p("[0:", "12", ":0]"))],
    ["in a hyperlink",                   p(`<w:hyperlink r:id="r9">${r("có 12")}</w:hyperlink>`), "12", p(`<w:hyperlink r:id="r9">${r("có ")}[0:${r("12")}:0]</w:hyperlink>`)],
    ["from a hyperlink to the text",     p(`<w:hyperlink r:id="r9">${r("1.")}</w:hyperlink>`, "234"), "1.234", p(`<w:hyperlink r:id="r9">[0:${r("1.")}</w:hyperlink>`, "234", ":0]")],
    ["in a tracked insertion",           p(`<w:ins w:id="1">${r("có 12")}</w:ins>`),   "12",     p(`<w:ins w:id="1">${r("có ")}[0:${r("12")}:0]</w:ins>`)],
    ["in a text box",                    inBox(p("có 12")),                            "12",     inBox(p("có ", "[0:", "12", ":0]"))],
    ["a formula, whole",                 p("có ", "<m:oMath><m:r><m:t>x=12</m:t></m:r></m:oMath>"), "12", p("có ", "[0:", "<m:oMath><m:r><m:t>x=12</m:t></m:r></m:oMath>", ":0]")],
    ["another prefix",                   '<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:r><x:t xml:space="preserve">12 đơn</x:t></x:r></x:p>', "12", '<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:commentRangeStart x:id="0"/><x:r><x:t xml:space="preserve">12</x:t></x:r><x:commentRangeEnd x:id="0"/><x:r><x:commentReference x:id="0"/></x:r><x:r><x:t xml:space="preserve"> đơn</x:t></x:r></x:p>'],
    ["no prefix",                        '<p xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><r><t>12</t></r></p>', "12", '<p xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:commentRangeStart xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="0"/><r><t>12</t></r><w:commentRangeEnd xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="0"/><w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:commentReference xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="0"/></w:r></p>'],
  ])("is exactly the figure: %s", (_, body, figure, expected) => {
    const { after } = annotated(body, figure);
    const plain = expected.replace(/<w:r><w:t xml:space="preserve">(\[0:|:0\])<\/w:t><\/w:r>/g, "$1");
    expect(bodyOf(after.text(after.main))).toBe(plain);
    expect(spanned(after.zip.bytes).text).toBe(spanned(wordFile(body)).text);
  });

  it("is cut anew for each of several comments, and two on one figure share it", () => {
    const { after } = annotated(p("có 12 và 34 đơn"), ["12", "34", "12"]);
    expect(bodyOf(after.text(after.main))).toBe(p("có ", "[0:[2:", "12", ":0]:2]", " và ", "[1:", "34", ":1]", " đơn").replace(/<w:r><w:t xml:space="preserve">([[\]:\d]*:[[\]:\d]*)<\/w:t><\/w:r>/g, "$1"));
  });

  it("is the footnote's mark for a figure in a footnote, and the comment says so", () => {
    const { after } = annotated(p("có 7 đơn", reference), "12", { footnotes: `<w:footnote w:id="2">${p("gồm 12")}</w:footnote>` });
    expect(bodyOf(after.text(after.main))).toBe(`<w:p>${r("có 7 đơn")}[0:${reference}:0]</w:p>`);
    expect(after.xml("word/comments.xml").text).toContain("Con số này nằm trong chú thích");
  });
});

describe("the rest of the file", () => {
  const raw = (opened: ReturnType<typeof openPackage>): Map<string, string> =>
    new Map(opened.zip.entries.map(({ name, local }) => [name, Buffer.from(opened.zip.bytes.subarray(...local)).toString("latin1")]));

  it.each<[string, WordParts, string[]]>([
    ["without comments so far", { styles: "", settings: "" },              ["[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml", "word/document.xml"]],
    ["with comments",           { styles: "", comments: "", settings: "" }, ["word/comments.xml", "word/document.xml"]],
  ])("stays byte for byte, %s", (_, parts, touched) => {
    const { before, after } = annotated(p("có 12 đơn"), "12", parts);
    const [old, now] = [raw(before), raw(after)];
    expect([...now].filter(([name, bytes]) => old.get(name) !== bytes).map(([name]) => name).sort()).toEqual(touched);
    expect([...old.keys()].every((name) => now.has(name))).toBe(true);
  });

  it("keeps comments that are there, and takes ids that are free", () => {
    const old = '<w:comment w:id="7" w:author="An"><w:p><w:r><w:t>Xem lại</w:t></w:r></w:p></w:comment>';
    const { before, after } = annotated(p('<w:commentRangeStart w:id="9"/>', "có 12", '<w:commentRangeEnd w:id="9"/>'), "12", { comments: old });
    const [was, is] = [before.text("word/comments.xml"), after.text("word/comments.xml")];
    expect(is.startsWith(was.slice(0, was.indexOf("</w:comments>")))).toBe(true);
    expect(after.xml("word/comments.xml").elements().map(({ attributes }) => `${attributes["w:id"]} ${attributes["w:author"]}`)).toEqual(["7 An", "10 Khớp"]);
  });

  it("is the file itself when there is nothing to say", () => {
    const before = wordFile(p("có 12"));
    expect(annotate(before, spanned(before).source, [], options).bytes).toBe(before);
  });

  it("tells of findings whose figures stand nowhere in the file", () => {
    const before = wordFile(p("có 12"));
    const lost = finding([cellOf({ id: "hidden", hidden: true })]);
    expect(annotate(before, spanned(before).source, [lost], options)).toEqual({ bytes: before, placed: [], unplaced: [lost], repaired: [], noted: [], signed: false });
  });

  it("puts notes on stretches of the text beside the findings", () => {
    const before = wordFile(p("có ", "12", " hồ sơ") + p("Lề trái"));
    const { text, source } = spanned(before);
    const note = { start: text.indexOf("Lề"), end: text.length, title: "Thể thức", paragraphs: ["25 mm.", "Sửa tại Layout."] };
    const lost = { ...note, start: text.length, end: text.length };
    const { bytes, placed, noted } = annotate(before, source, [finding([cellAt(text, "12")])], { ...options, notes: [note, lost] });
    const opened = openPackage(bytes);
    expect([placed.length, noted]).toEqual([1, [note]]);
    expect(bodyOf(opened.text(opened.main))).toBe(`<w:p>${r("có ")}[0:${r("12")}:0]${r(" hồ sơ")}</w:p><w:p>[1:${r("Lề trái")}:1]</w:p>`);
    expect(opened.xml("word/comments.xml").elements("w:comment").map(({ text: said }) => said).at(-1)).toBe("Thể thức: 25 mm.Sửa tại Layout.");
  });

  it("is refused when it is no Word file", () => {
    const sheet = packed({ "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>' });
    try {
      annotate(sheet, { spans: () => [] }, [], options);
      expect.unreachable();
    } catch (error) {
      expect(isKhopError(error, "writer/not-word")).toBe(true);
    }
  });
});

describe("what a comment says", () => {
  const body = p("Có 667 hồ sơ, 19 hồ sơ trễ hạn chiếm 2,95%");
  const { text, source } = spanned(wordFile(body));
  const [all, late, share] = [cellAt(text, "667", "hồ sơ"), cellAt(text, "19", "hồ sơ trễ hạn"), cellAt(text, "2,95%", "tỷ lệ trễ hạn")];
  const said = (more: Partial<Finding>, lang: "vi" | "en" = "vi"): string[] => {
    const { bytes } = annotate(wordFile(body), source, [finding([all, late, share], more)], { ...options, lang });
    return openPackage(bytes).xml("word/comments.xml").elements()[0]!.elements("w:p").map((paragraph) => paragraph.text);
  };
  const expected = quantity({ value: "2.85" }).value;
  it.each<[string, Partial<Finding>, "vi" | "en", string[]]>([
    ["a likely value", { suspects: [{ cell: share, expected, score: 1 }] }, "vi", ["Lỗi: 19 trên 667 là 2,85 %, không phải 2,95 %.", "2,95 %: nhiều khả năng là 2,85 %.", "Con số liên quan: 667 hồ sơ; 19 hồ sơ (hồ sơ trễ hạn)."]],
    ["one that the sentence has", { suspects: [{ cell: share, expected, score: 1 }], message: { vi: "Con số 2,95 % nhiều khả năng là 2,85 %.", en: "" } }, "vi", ["Lỗi: Con số 2,95 % nhiều khả năng là 2,85 %.", "Con số liên quan: 667 hồ sơ; 19 hồ sơ (hồ sơ trễ hạn)."]],
    ["candidates, none accused", { severity: "review", ambiguous: true, suspects: [{ cell: share, expected, score: 0.5 }, { cell: late, expected: null, score: 0.4 }] }, "vi", ["Xem lại: 19 trên 667 là 2,85 %, không phải 2,95 %.", "Một trong các con số này có thể chưa đúng: 2,95 % → 2,85 % (tỷ lệ trễ hạn); 19 hồ sơ (hồ sơ trễ hạn).", "Con số liên quan: 667 hồ sơ; 19 hồ sơ (hồ sơ trễ hạn)."]],
    ["no brackets in brackets", { cells: [share, cellAt("19 hồ sơ", "19", "hồ sơ trễ hạn (cấp huyện)")] }, "vi", ["Lỗi: 19 trên 667 là 2,85 %, không phải 2,95 %.", "Con số liên quan: 19 hồ sơ (hồ sơ trễ hạn, cấp huyện)."]],
    ["in English", { severity: "warning", suspects: [{ cell: share, expected, score: 1 }] }, "en", ["Warning: 19 of 667 is 2.85 %, not 2.95 %.", "2,95 %: most likely 2,85 %.", "Related figures: 667 hồ sơ; 19 hồ sơ (hồ sơ trễ hạn)."]],
  ])("%s", (_, more, lang, paragraphs) => {
    expect(said(more, lang)).toEqual(paragraphs);
  });

  it("names its author and date", () => {
    const { bytes } = annotate(wordFile(body), source, [finding([share])], { ...options, author: 'Tổ "rà soát"' });
    expect(openPackage(bytes).xml("word/comments.xml").elements()[0]?.attributes).toMatchObject({ "w:id": "0", "w:author": 'Tổ "rà soát"', "w:initials": "T", "w:date": "2025-03-31T08:00:00Z" });
  });
});
