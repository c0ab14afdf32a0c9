import { isKhopError } from "@khop/core";
import { describe, expect, it } from "vitest";
import { pagePdf, shows } from "../testing/pdf.ts";
import { typstPdf } from "../testing/typst.ts";
import { readPdf } from "./read.ts";

const textOf = async (body: string): Promise<string> => (await readPdf(typstPdf(body))).text.trimEnd();
/** Words that are all different, so that no line repeats. */
const words = (count: number, word = "việc"): string => Array.from({ length: count }, (_, i) => `${word}${String.fromCharCode(97 + (i % 26), 97 + (i >> 3))}`).join(" ");

describe("the text of a page", () => {
  it.each<[string, string, string]>([
    ["a paragraph over several lines is one",       `Có 12 hồ sơ ${words(30)} và 7 đơn.`,                           `Có 12 hồ sơ ${words(30)} và 7 đơn.`],
    ["two paragraphs whose first ends with its line", `Có 12 hồ sơ #h(1fr) xong.\n\nCó 7 đơn ${words(30)}.`,          `Có 12 hồ sơ xong.\nCó 7 đơn ${words(30)}.`],
    ["a number in two fonts",                       "Có 1.#strong[126] hồ sơ.",                                      "Có 1.126 hồ sơ."],
    ["letters set apart are one word",              "#text(tracking: 3pt)[1.126] hồ sơ",                             "1.126 hồ sơ"],
    ["a raised digit is a mark",                    "Có 1.234#super[2] hồ sơ.",                                      "Có 1.234[2] hồ sơ."],
    ["a power is none",                             "Rộng 45 km#super[2], sâu 3 m#super[2].",                        "Rộng 45 km2, sâu 3 m2."],
    ["a raised word is a word",                     "Ngày 1#super[st] có 12 đơn.",                                   "Ngày 1st có 12 đơn."],
    ["a break within a range",                      `#block(width: 4cm)[#par(first-line-indent: 0pt)[Giai đoạn năm 2021-2025 có 12 đơn]]`, "Giai đoạn năm 2021-2025 có 12 đơn"],
    ["headings by hand",                            "*I. KẾT QUẢ*\n\nCó 12 hồ sơ.",                                  "I. KẾT QUẢ\nCó 12 hồ sơ."],
    ["bullets hang",                                `- Có 12 hồ sơ ${words(30)}.\n- Có 7 đơn.`,                      `• Có 12 hồ sơ ${words(30)}.\n• Có 7 đơn.`],
    ["numbers hang",                                `+ Có 12 hồ sơ ${words(30)}.\n+ Có 7 đơn.`,                      `1. Có 12 hồ sơ ${words(30)}.\n2. Có 7 đơn.`],
    ["a page number is no content",                 `#set page(numbering: "1/1")\nCó 12 hồ sơ.#pagebreak()Có 7 đơn.`, "Có 12 hồ sơ.\nCó 7 đơn."],
    ["a running head is no content",                `#set page(header: [Báo cáo số 5 #h(1fr) trang #context counter(page).display()])\nCó 12 hồ sơ.#pagebreak()Có 7 đơn.#pagebreak()Có 3 việc.`, "Có 12 hồ sơ.\nCó 7 đơn.\nCó 3 việc."],
    ["lines at one height on each page are content where their figures differ", "#set page(numbering: none)\nXã A có 12 hồ sơ.#pagebreak()Xã A có 15 hồ sơ.", "Xã A có 12 hồ sơ.\nXã A có 15 hồ sơ."],
    ["a sentence goes on over a page",              `#set page(height: 6cm)\nCó 12 hồ sơ ${words(120)} và 7 đơn.`,   `Có 12 hồ sơ ${words(120)} và 7 đơn.`],
    ["a note below the page",                       "Có 12 hồ sơ#footnote[Gồm 5 và 7.].",                            "Có 12 hồ sơ[1].\n[1] Gồm 5 và 7."],
    ["a note that goes on over a page",             `#set page(height: 8cm)\nCó 12 hồ sơ#footnote[Gồm ${words(120)} 5.] xong.\n\n${words(60)}.`, `Có 12 hồ sơ[1] xong.\n[1] Gồm ${words(120)} 5.\n${words(60)}.`],
    ["a watermark is no content",                   "#place(center, rotate(-45deg, reflow: false)[BẢN 99])\nCó 12 hồ sơ.", "Có 12 hồ sơ."],
    ["a page on its side",                          "#set page(width: 10cm, height: 20cm)\n#rotate(-90deg, reflow: true)[#block(width: 15cm)[Có 12 hồ sơ.]]", "Có 12 hồ sơ."],
    ["the head of a letter",                        "#grid(columns: (1fr, 1.5fr), align: center)[SỞ A \\ *VĂN PHÒNG* \\ Số: 12/BC-VP][*CỘNG HÒA* \\ *Độc lập - Tự do* \\ _ngày 3 tháng 4_]\n#align(center)[*BÁO CÁO* \\ Kết quả]\n\nCó 12 hồ sơ.", "SỞ A\nVĂN PHÒNG\nSố: 12/BC-VP\nCỘNG HÒA\nĐộc lập - Tự do\nngày 3 tháng 4\nBÁO CÁO\nKết quả\nCó 12 hồ sơ."],
    ["columns, one by one",                         `#set page(height: 9cm)\n#columns(2)[Có 12 hồ sơ ${words(60)}. \n\nCó 7 đơn ${words(30, "xong")}.]`, `Có 12 hồ sơ ${words(60)}.\nCó 7 đơn ${words(30, "xong")}.`],
  ])("%s", async (_, body, expected) => {
    expect(await textOf(body)).toBe(expected);
  });
});

describe("a table", () => {
  const rows = (count: number): string => Array.from({ length: count }, (_, i) => `[Xã ${i + 1}], [${i + 10}], [${i + 20}]`).join(", ");
  it.each<[string, string, string[]]>([
    ["with lines",                           "#table(columns: 2, [Xã], [Đơn], [Xã A], [12], [Xã B], [7])",                                                           ["| Xã | Đơn |", "| --- | --- |", "| Xã A | 12 |", "| Xã B | 7 |"]],
    ["with cells of several lines",          "#table(columns: (3cm, 2cm), [Xã], [Đơn], [Xã A của huyện miền núi], [12], [B], [7])",                            ["| Xã | Đơn |", "| --- | --- |", "| Xã A của huyện miền núi | 12 |", "| B | 7 |"]],
    ["with merged cells",                    "#table(columns: 3, table.cell(rowspan: 2)[Xã], table.cell(colspan: 2)[Đơn], [Mới], [Cũ], [A], [12], [3])",       ["| Xã | Đơn | Đơn |", "|  | Mới | Cũ |", "| --- | --- | --- |", "| A | 12 | 3 |"]],
    ["with level lines only, and columns in line", "#table(columns: 3, stroke: none, column-gutter: 2em, table.hline(), [Xã], [Mới], [Cũ], table.hline(), [Xã A], [12], [3], [Xã B], [7], [4], table.hline())", ["| Xã | Mới | Cũ |", "| --- | --- | --- |", "| Xã A | 12 | 3 |", "| Xã B | 7 | 4 |"]],
    ["without any lines",                    "#table(columns: 2, stroke: none, column-gutter: 3em, [Xã], [Đơn], [Xã A], [12], [Xã B], [7])",                         ["| Xã | Đơn |", "| --- | --- |", "| Xã A | 12 |", "| Xã B | 7 |"]],
    ["over two pages, its head said twice",  `#set page(height: 7cm)\n#table(columns: 3, table.header([Xã], [Mới], [Cũ]), ${rows(8)})`,                          ["| Xã | Mới | Cũ |", "| --- | --- | --- |", ...Array.from({ length: 8 }, (_, i) => `| Xã ${i + 1} | ${i + 10} | ${i + 20} |`)]],
    ["with a row that a page cuts",          "#set page(height: 7.2cm)\n#table(columns: (2.5cm, 6cm, 2cm), [STT], [Việc], [Số], [1], [Việc này rất dài, đi qua nhiều dòng và bị cắt ở cuối trang vì ô của nó cao hơn phần còn lại của trang nên phải sang trang sau], [12], [2], [Khác], [7])", ["| STT | Việc | Số |", "| --- | --- | --- |", "| 1 | Việc này rất dài, đi qua nhiều dòng và bị cắt ở cuối trang vì ô của nó cao hơn phần còn lại của trang nên phải sang trang sau | 12 |", "| 2 | Khác | 7 |"]],
    ["that holds no figures is paragraphs",  "#table(columns: 2, [Nơi nhận:], [GIÁM ĐỐC], [Lưu.], [Nguyễn Văn Mẫu])",                                          ["Nơi nhận:", "GIÁM ĐỐC", "Lưu.", "Nguyễn Văn Mẫu"]],
  ])("%s", async (_, body, expected) => {
    expect((await textOf(body)).split("\n")).toEqual(expected);
  });

  it("after a table is another table", async () => {
    const table = "#table(columns: 2, [Xã], [Đơn], [A], [12])";
    expect((await textOf(`${table}\n${table}`)).split("\n")).toEqual(["| Xã | Đơn |", "| --- | --- |", "| A | 12 |", "", "| Xã | Đơn |", "| --- | --- |", "| A | 12 |"]);
  });
});

describe("the way back", () => {
  it("leads from a figure to the signs that print it", async () => {
    // Digits of Times are half as wide as they are high.
    const { figures, source } = await readPdf(pagePdf(shows([100, 700, "412 files, 38", 20])));
    const [first, second] = figures.map(({ start, end }) => source.boxes(start, end)[0]!);
    expect(first).toMatchObject({ page: 1, x: 100, width: 30 });
    expect(first!.y).toBeGreaterThan(694);
    expect(first!.y + first!.height).toBeLessThan(720);
    expect(second!.width).toBe(20);
  });

  it("is in the page's own space when the page lies on its side", async () => {
    const { figures, source } = await readPdf(pagePdf("BT /F1 20 Tf 0 1 -1 0 300 100 Tm (412 files) Tj ET", { page: "/Rotate 90" }));
    const [box] = source.boxes(figures[0]!.start, figures[0]!.end);
    expect(box).toMatchObject({ page: 1, y: 100, height: 30 });
    expect(box!.x).toBeLessThan(300);
    expect(box!.x + box!.width).toBeGreaterThan(300);
  });

  it("names places: a page and a line, a cell, a note", async () => {
    const { text, source } = await readPdf(typstPdf(`#set page(height: 12cm)\nMột dòng#footnote[Gồm 99 đơn.].\n\nHai ${words(15)} có 412 hồ sơ.#pagebreak()\nBa.\n\n#table(columns: 2, [Xã], [Đơn], [A], [38])`));
    const at = (what: string) => source.placeAt(text.indexOf(what));
    expect([at("Một"), at("412"), at("99"), at("Ba"), at("38")]).toEqual([
      { kind: "page", number: 1, line: 1 },
      { kind: "page", number: 1, line: 3 },
      { kind: "footnote", page: 1, mark: "1" },
      { kind: "page", number: 2, line: 1 },
      { kind: "cell", page: 2, table: 1, row: 2, column: 2 },
    ]);
  });

  it("has no box for what the reader wrote itself", async () => {
    const { text, source } = await readPdf(typstPdf("#table(columns: 2, [Xã], [Đơn], [A], [12])"));
    expect(source.boxes(text.indexOf("---"), text.indexOf("---") + 3)).toEqual([]);
  });
});

describe("what cannot be read", () => {
  const refusal = async (bytes: Uint8Array): Promise<unknown> => {
    try {
      return (await readPdf(bytes)).text;
    } catch (error) {
      return isKhopError(error) ? [error.code, error.info] : error;
    }
  };
  it("is a font of before Unicode, by its name", async () => {
    const font = "<< /Type /Font /Subtype /TrueType /BaseFont /.VnTime /Encoding /WinAnsiEncoding >>";
    const bytes = pagePdf("BT /V 12 Tf 1 0 0 1 100 700 Tm (Tæng sè 412 hå s¬) Tj ET", { resources: "/Font << /V 6 0 R >>", more: [font] });
    expect(await refusal(bytes)).toEqual(["reader/pdf-no-unicode", { fonts: [".VnTime"] }]);
  });

  it("is a font that names no letters", async () => {
    const font = "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Mystery /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Mystery /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>] >>";
    const bytes = pagePdf("BT /V 12 Tf 1 0 0 1 100 700 Tm <0301030203030304E001E002> Tj ET", { resources: "/Font << /V 6 0 R >>", more: [font] });
    expect(await refusal(bytes)).toEqual(["reader/pdf-no-unicode", { fonts: ["ABCDEF+Mystery"] }]);
  });
});
