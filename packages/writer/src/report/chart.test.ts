import { type Chart, isKhopError, percent, quantity, type Report, unitOf } from "@khop/core";
import { openPackage, type XmlElement } from "@khop/ooxml";
import { describe, expect, it } from "vitest";
import { writeDocx } from "../docx/write-docx.ts";
import { typstSource } from "../print/source.ts";
import { exampleFacts, exampleReport } from "../testing/index.ts";
import { plainLayout } from "../testing/layout.ts";
import type { DrawChart } from "./chart.ts";
import { writeHtml } from "./html.ts";
import { writeMarkdown } from "./markdown.ts";

const facts = new Map([...exampleFacts, ["a", quantity({ value: "9504", unit: unitOf("hồ sơ") })] as const, ["b", quantity({ value: "8717", unit: unitOf("hồ sơ") })] as const, ["rate", quantity({ value: "2.5", unit: percent })] as const, ["none", null] as const]);
const chart: Chart = { is: "chart", kind: "bars", caption: "Hồ sơ theo cấp", unit: "hồ sơ", categories: ["Cấp tỉnh", "Cấp xã"], series: [{ name: "Tiếp nhận", facts: ["a", "b"] }, { name: "Trả lại", facts: ["none", null] }] };
const reportOf = (change: Partial<Chart> = {}): Report => ({ ...exampleReport, opening: [{ ...chart, ...change }] });

const dots = new Uint8Array([137, 80, 78, 71]);
const drawn: { alt: string; width: number }[] = [];
const drawChart: DrawChart = (shown, width) => {
  drawn.push({ alt: shown.alt, width });
  return { svg: '<svg xmlns="http://www.w3.org/2000/svg" id="ạ"/>', width, height: 200, png: () => dots };
};
const options = { facts, layout: plainLayout };
const alt = "Biểu đồ thanh: Hồ sơ theo cấp, hồ sơ. Tiếp nhận: Cấp tỉnh 9.504; Cấp xã 8.717. Trả lại: Cấp tỉnh …; Cấp xã không có.";
const all = (element: XmlElement, name: string): XmlElement[] => element.elements().flatMap((child) => (child.name === name ? [child] : all(child, name)));

describe("a chart of a report", () => {
  it("is a picture with its figures as alternative text in HTML", () => {
    const html = writeHtml(reportOf(), { ...options, drawChart });
    const [, source = ""] = /<img class="chart"[^>]* src="data:image\/svg\+xml;base64,([^"]*)"/.exec(html) ?? [];
    expect(Buffer.from(source, "base64").toString()).toContain('id="ạ"');
    expect(html).toContain(` alt="${alt}"`);
    expect(html).toContain("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:");
    expect(writeHtml(exampleReport, { ...options, drawChart })).not.toContain("img-src");
  });

  it("is a picture as wide as the text in Word, one part each", () => {
    const opened = openPackage(writeDocx({ ...reportOf(), closing: [chart] }, { ...options, drawChart }));
    expect(all(opened.xml(opened.main), "wp:docPr").map(({ attributes }) => [attributes.id, attributes.descr])).toEqual([["1", alt], ["2", alt]]);
    expect(opened.parts.filter((part) => part.includes("media"))).toEqual(["word/media/image1.png", "word/media/image2.png"]);
    expect([...opened.bytes("word/media/image2.png")]).toEqual([...dots]);
    expect(drawn.at(-1)?.width).toBeCloseTo(((210 - 31 - 16) / 25.4) * 72, 0);
    expect(all(opened.xml(opened.main), "wp:extent")[0]?.attributes.cy).toBe(String(200 * 12_700));
  });

  it("is a picture in typst's language, too", () => {
    const source = typstSource(reportOf(), facts, plainLayout, drawChart);
    expect(source).toContain(`image(format: "svg", width: ${Number((((210 - 31 - 16) / 25.4) * 72).toFixed(3))}pt, height: 200pt, alt: "${alt}", bytes("<svg xmlns=`);
  });

  it.each<[string, string]>([
    ["Markdown", writeMarkdown(reportOf(), { facts })],
    ["HTML without who draws", writeHtml(reportOf(), options)],
    ["Word without who draws", (() => { const opened = openPackage(writeDocx(reportOf(), options)); return opened.text(opened.main); })()],
    ["PDF without who draws", typstSource(reportOf(), facts, plainLayout)],
  ])("is the table of its figures in %s", (_, text) => {
    for (const said of ["Hồ sơ theo cấp", "Đơn vị tính: hồ sơ", "Cấp tỉnh", "9.504", "Trả lại", "…"]) expect(text).toContain(said);
    expect(text).not.toContain("<svg");
  });

  it("says what its author wants it to say", () => expect(writeHtml(reportOf({ alt: "Cấp tỉnh & cấp xã" }), { ...options, drawChart })).toContain('alt="Cấp tỉnh &amp; cấp xã"'));

  it.each<[string, Partial<Chart>, string]>([
    ["a series too short",   { series: [{ name: "Tiếp nhận", facts: ["a"] }] },              '"Hồ sơ theo cấp" has 2 categories, but its series "Tiếp nhận" has 1 facts'],
    ["figures of two units", { series: [{ name: "Tiếp nhận", facts: ["a", "rate"] }] },      'has figures in "hồ sơ" and "%"'],
    ["no figure at all",     { categories: [], series: [] },                                 "has no figures"],
  ])("is refused with %s", (_, change, expected) => {
    expect(() => writeMarkdown(reportOf(change), { facts })).toThrow(expect.toSatisfy((error: unknown) => isKhopError(error, "writer/bad-chart") && error.message.includes(expected)));
  });

  it("is refused with a fact that is not given", () => {
    expect(() => writeMarkdown(reportOf({ series: [{ name: "x", facts: ["a", "c"] }] }), { facts })).toThrow(expect.toSatisfy((error: unknown) => isKhopError(error, "writer/unknown-fact")));
  });
});
