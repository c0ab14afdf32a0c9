import type { StyleSheet } from "@khop/core";
import { describe, expect, it } from "vitest";
import { exampleFacts, exampleReport } from "../testing/index.ts";
import { plainLayout } from "../testing/layout.ts";
import { writeHtml } from "./html.ts";

const page = (change: Partial<typeof exampleReport> = {}, layout: StyleSheet = plainLayout): string => writeHtml({ ...exampleReport, ...change }, { facts: exampleFacts, layout });

describe("a report as a page", () => {
  it.each<[string, string]>([
    ["figures name their fact",        '<data value="20.25" data-fact="indicator:budget|orgUnit:hoa-an|period:2025-M01" data-unit="đồng" data-multiplier="1e9">20,25</data>'],
    ["written out or not",             '<data value="5" data-fact="indicator:stations|orgUnit:hoa-an|period:2025-M01" data-unit="trạm">05</data>'],
    ["columns of figures to the right", '<td class="figures"><data value="1204"'],
    ["headers of columns and rows",    '<th scope="col">Đúng hạn</th>'],
    ["notes and their marks",          '<sup><a href="#note-1" role="doc-noteref">1</a></sup>'],
    ["headings",                       '<h2 class="section"><span>I. KẾT QUẢ THỰC HIỆN</span></h2>'],
    ["the paper of the style sheet",   "@page { size: 210mm 297mm; margin: 21mm 16mm 22mm 31mm;"],
  ])("%s", (_, expected) => expect(page()).toContain(expected));

  it("fetches nothing and runs nothing", () => {
    expect(page()).not.toMatch(/https?:|<script|<link|@import|url\(/i);
  });

  it("escapes what is written into it, the style sheet too", () => {
    const html = page({ body: "<script>alert(1)</script>" }, { ...plainLayout, font: '</style><script>x"' });
    expect(html).not.toMatch(/<script/i);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  it("says that it is a draft", () => {
    expect(page({ draft: true })).toContain('content: "DỰ THẢO"');
    expect(page()).not.toContain("DỰ THẢO");
  });
});
