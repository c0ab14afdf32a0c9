import type { Report } from "@khop/core";
import { openPackage, type XmlElement } from "@khop/ooxml";
import { describe, expect, it } from "vitest";
import { textWidth } from "../report/text-width.ts";
import { exampleFacts, exampleReport } from "../testing/index.ts";
import { plainLayout } from "../testing/layout.ts";
import { writeDocx } from "./write-docx.ts";

const written = (change: Partial<Report> = {}) => openPackage(writeDocx({ ...exampleReport, ...change }, { facts: exampleFacts, layout: plainLayout }));
const all = (element: XmlElement, name: string): XmlElement[] => element.elements().flatMap((child) => (child.name === name ? [child] : all(child, name)));
const document = (change?: Partial<Report>): XmlElement => {
  const opened = written(change);
  return opened.xml(opened.main);
};

describe("a report as a Word file", () => {
  it("is the same bytes every time", () => {
    const write = () => writeDocx(exampleReport, { facts: exampleFacts, layout: plainLayout });
    expect(write()).toEqual(write());
  });

  it("names only styles that it has", () => {
    const opened = written();
    const known = new Set(opened.xml("word/styles.xml").elements("w:style").map(({ attributes }) => attributes["w:styleId"]));
    const used = ["w:pStyle", "w:rStyle", "w:tblStyle"].flatMap((name) => all(opened.xml(opened.main), name)).map(({ attributes }) => attributes["w:val"]);
    expect(used.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(used).size).toBeGreaterThan(20);
  });

  it.each<[string, string, number]>([
    ["a header that is repeated in every table", "w:tblHeader", 2],
    ["no row torn over two pages", "w:cantSplit", 10],
    ["a stretch of pages for the report and for its appendix", "w:sectPr", 2],
    ["footnotes that are footnotes", "w:footnoteReference", 2],
  ])("has %s", (_, name, times) => expect(all(document(), name)).toHaveLength(times));

  it("numbers pages from the second on, in the header", () => {
    const opened = written();
    expect(opened.text("word/header1.xml")).toContain(" PAGE ");
    expect(opened.text("word/header2.xml")).not.toContain("PAGE");
    expect(all(opened.xml(opened.main), "w:titlePg")).toHaveLength(2);
  });

  it("draws the line below the motto as long as its words", () => {
    const rules = all(document(), "w:p").filter((paragraph) => paragraph.child("w:pPr")?.child("w:pStyle")?.attributes["w:val"] === "DrawnRule");
    const column = Number(all(document(), "w:gridCol")[1]!.attributes["w:w"]);
    const lengths = rules.map((rule) => {
      const { "w:left": left, "w:right": right } = rule.child("w:pPr")!.child("w:ind")!.attributes;
      return column - Number(left) - Number(right);
    });
    expect(lengths[1]).toBeCloseTo(20 * textWidth("Độc lập - Tự do - Hạnh phúc", 13), -1);
  });

  it("draws one line below a name that stands over two", () => {
    const rules = (body: string) => all(document({ body }), "w:pStyle").filter(({ attributes }) => attributes["w:val"] === "DrawnRule").length;
    expect(rules("Sở Khoa học\nvà Công nghệ")).toBe(rules("Sở Khoa học"));
  });

  it("marks a draft on every page and in its properties, and only a draft", () => {
    const marks = (change: Partial<Report>) => {
      const opened = written(change);
      return ["word/header1.xml", "word/header2.xml", "docProps/core.xml"].map((part) => /DỰ THẢO|Draft/.test(opened.text(part)));
    };
    expect(marks({ draft: true })).toEqual([true, true, true]);
    expect(marks({})).toEqual([false, false, false]);
  });

  it("has no figures part without figures, and no notes part without notes", () => {
    const opened = written({ sections: [], footnotes: [], appendices: [] });
    expect(opened.parts.filter((part) => /custom|footnotes/.test(part))).toEqual([]);
  });

  it("keeps what XML would take for markup", () => {
    expect(document({ body: "Sở A & B <C>" }).text).toContain("Sở A & B <C>");
  });
});

describe("the width of a text", () => {
  // Measured in PDFs of LibreOffice with Liberation Serif, in points.
  it.each<[string, string, number, boolean, number]>([
    ["capitals in bold",      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, true, 250.1],
    ["small letters in bold", "Độc lập - Tự do - Hạnh phúc",        13, true, 159.1],
    ["a name in bold",        "SỞ SỐ LIỆU",                         12, true, 67.3],
  ])("%s", (_, text, size, bold, measured) => {
    expect(Math.abs(textWidth(text, size, bold) / measured - 1)).toBeLessThan(0.015);
  });
});
