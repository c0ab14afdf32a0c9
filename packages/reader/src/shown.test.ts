import type { DocumentBlock, DocumentInline } from "@khop/core";
import { wordFile } from "@khop/ooxml/testing";
import { describe, expect, it } from "vitest";
import { readDocx } from "./docx/index.ts";
import { readText } from "./read.ts";

/** Blocks in short: the kind, then what is seen. */
function short(text: string, blocks: readonly DocumentBlock[]): string[] {
  const line = (content: readonly DocumentInline[]): string =>
    content.map((one) => (one.kind === "text" ? text.slice(one.start, one.end) : one.kind === "mark" ? `{${one.mark}}` : "↵")).join("");
  return blocks.map((block) => {
    switch (block.kind) {
      case "table":
        return [...block.head.map((row) => `head ${row.map(line).join(" ¦ ")}`), ...block.body.map((row) => row.map(line).join(" ¦ "))].join(" / ");
      case "heading":
        return `h${block.level} ${line(block.content)}`;
      case "item":
        return `item${block.depth}${block.typed ? " typed" : ""} ${line(block.content)}`;
      case "footnote":
        return `note ${block.mark} ${line(block.content)}`;
      default:
        return `p ${line(block.content)}`;
    }
  });
}

describe("the blocks of a text", () => {
  it.each<[string, string, string[]]>([
    ["a heading without its hashes",    "### II. Văn bản",                              ["h3 II. Văn bản"]],
    ["a paragraph over two lines",      "Có 12 hồ sơ\nvà 3 đơn.",                       ["p Có 12 hồ sơ\nvà 3 đơn."]],
    ["bold and code left out",          "Có **1.2**34 `hồ sơ`",                         ["p Có 1.234 hồ sơ"]],
    ["a bullet, which the page draws",  "- Có 12 đơn",                                  ["item1 Có 12 đơn"]],
    ["a number, which the author typed", "1. Có 12 đơn",                                ["item1 typed 1. Có 12 đơn"]],
    ["a footnote and its mark",         "Có 7 đơn<sup>[1]</sup>.\n\n<sup>1</sup> Gồm 4 và 3.", ["p Có 7 đơn{1}.", "note 1 Gồm 4 và 3."]],
    ["a footnote of Pandoc",            "Có 7 đơn[^a].\n\n[^a]: Gồm 4 và 3.",           ["p Có 7 đơn{a}.", "note a : Gồm 4 và 3."]],
    ["a table with a rule",             "| Cấp | Số |\n| --- | ---: |\n| Xã | **12** |", ["head Cấp ¦ Số / Xã ¦ 12"]],
    ["an empty cell",                   "| Cấp | Số | |\n|---|---|---|\n| Xã | | 3 |",  ["head Cấp ¦ Số ¦  / Xã ¦  ¦ 3"]],
    ["columns apart by tabs",           "Cấp\tSố\tNăm\nXã\t1\t2\nHuyện\t3\t4",          ["head Cấp ¦ Số ¦ Năm / Xã ¦ 1 ¦ 2 / Huyện ¦ 3 ¦ 4"]],
    ["two rows are no table with a head", "| Xã | 1 |\n| Huyện | 3 |",                  ["Xã ¦ 1 / Huyện ¦ 3"]],
    ["lines below a table",             "| Cấp | Số |\n|---|---|\n| Xã | 12 |\ngồm 7 và 5", ["head Cấp ¦ Số / Xã ¦ 12", "p gồm 7 và 5"]],
    ["letters with accents apart",      "Hồ sơ 12".normalize("NFD"),                    [`p ${"Hồ sơ 12".normalize("NFD")}`]],
    ["nothing",                         "",                                             []],
  ])("%s", (_, text, expected) => {
    const { blocks } = readText(text);
    expect(short(text, blocks)).toEqual(expected);
  });

  it("hold every figure of the text whole, or in pieces with only markup between", () => {
    const source = "## 3 việc\n\nCó **1.2**34 hồ sơ<sup>[1]</sup>, gồm:\n- 12 đơn\n\n| Cấp | Số |\n|---|---|\n| Xã | 12,5% |\n\n<sup>1</sup> Thêm 7 đơn.";
    const { blocks, figures } = readText(source);
    const seen = JSON.stringify(short(source, blocks));
    for (const { text } of figures) expect(seen).toContain(text.replaceAll("*", ""));
  });

  it("are made once, when they are asked for", () => {
    const document = readText("Có 12 đơn.");
    expect(document.blocks).toBe(document.blocks);
  });
});

describe("the blocks of a Word file", () => {
  const p = (inside: string, properties = ""): string => `<w:p>${properties}<w:r>${inside}</w:r></w:p>`;
  const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`;
  const cell = (text: string): string => `<w:tc>${p(t(text))}</w:tc>`;
  it("keep breaks that the author made, automatic items, tables and footnotes", () => {
    const body =
      p(`${t("Mục một")}<w:br/>${t("dòng hai")}`) +
      p(t("việc"), '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>') +
      p(`${t("Có 7 đơn")}<w:footnoteReference w:id="2"/>${t(".")}`) +
      `<w:tbl><w:tr>${cell("Cấp")}${cell("Số")}</w:tr><w:tr>${cell("Xã")}${cell("12")}</w:tr><w:tr>${cell("Huyện")}${cell("3")}</w:tr></w:tbl>`;
    const { text, blocks } = readDocx(wordFile(body, { footnotes: `<w:footnote w:id="2">${p(t("Gồm 4 và 3."))}</w:footnote>` }));
    expect(short(text, blocks)).toEqual(["p Mục một↵dòng hai", "item2 việc", "p Có 7 đơn{1}.", "head Cấp ¦ Số / Xã ¦ 12 / Huyện ¦ 3", "note 1 Gồm 4 và 3."]);
  });
});
