import { isKhopError } from "@khop/core";
import { describe, expect, it } from "vitest";
import { Page } from "./page.ts";
import { readHtml } from "./read.ts";
import type { HtmlPlace } from "./source.ts";
import { parseHtml } from "./tree.ts";

const textOf = (page: string): string => readHtml(page).text.trimEnd();

function blocksOf(page: string): string[] {
  const read = new Page(parseHtml(page), page);
  read.read();
  const { clean } = read.writing.done();
  return read.writing.blocks.map(({ kind, depth, mark, ranges }) => `${kind}${depth || ""}${mark ? `(${mark})` : ""}: ${ranges.map((range) => clean.text.slice(...range)).join(" ⏎ ")}`);
}

describe("the text of a paragraph", () => {
  it.each([
    ["a figure split over elements",          "<p>2,<b>9</b>5%",                                              "2,95%"],
    ["white space is one space",              "<p>  Có\n\t 12   <b> hồ</b>\n sơ </p>",                        "Có 12 hồ sơ"],
    ["a space before an element and in it",   "<p>Có <b> 12</b></p>",                                         "Có 12"],
    ["entities, by name and by number",       "<p>90&ndash;95&percnt;, 5 &lt; 7 &#7897; &amp;amp;",           "90–95%, 5 < 7 ộ &amp;"],
    ["a space that does not break",           "<p>12&nbsp;h&#x1ED3; s&#417;",                                 "12\u00a0hồ sơ"],
    ["soft hyphens and zero width",           "<p>1.1&shy;26 h\u200bồ sơ<wbr>",                               "1.126 hồ sơ"],
    ["line breaks",                           "<p>12<br/>hồ sơ<br>",                                          "12\nhồ sơ"],
    ["lines of a text that is set as typed",  "<pre>Có  12\nhồ sơ</pre>",                                     "Có  12\nhồ sơ"],
    ["hidden elements",                       "<p>1<span style='color:red; display: none'>3</span>2 <i hidden>4</i>hồ sơ<div style='DISPLAY:NONE'><p>5", "12 hồ sơ"],
    ["scripts, styles, titles and templates", "<head><title>1</title><style>p{margin:2}</style></head><script>var a = '<p>3</p>';</script><template>4</template><p>12", "12"],
    ["comments, Word's conditions among them", "<p>1<!-- 3 -->2<!--[if gte mso 9]><xml><w:a>4</w:a></xml><![endif]--> <![if !supportLists]>hồ sơ<![endif]>", "12 hồ sơ"],
    ["what a form asks and what was deleted", "<p>12 <del>13</del><ins>hồ</ins> sơ<input value=14><textarea>15</textarea><select><option>16</select>", "12 hồ sơ"],
    ["a raised digit is a mark, no digit",    "<p>1.234<sup>2</sup> hồ sơ",                                   "1.234[2] hồ sơ"],
    ["so is one raised by its style",         "<p>1.234<span style='vertical-align:super'>[2]</span> hồ sơ",  "1.234[2] hồ sơ"],
    ["a power is none",                       "<p>45 km<sup>2</sup>, 12 m<sup>3</sup>",                       "45 km2, 12 m3"],
    ["elements of Word's own",                "<p class=MsoNormal>12<o:p></o:p> <st1:place>hồ</st1:place> sơ<o:p>&nbsp;</o:p>", "12 hồ sơ"],
    ["paragraphs that were left open",        "<p>Có <b>12<p>hồ sơ</b><div>và 3</div>đơn",                    "Có 12\nhồ sơ\nvà 3\nđơn"],
    ["end tags without a start",              "</div></p>12</table></td> hồ sơ</li>",                         "12 hồ sơ"],
    ["names in capitals",                     "<P>12<BR>hồ <SUP>3</SUP>",                                     "12\nhồ [3]"],
    ["an empty page",                         "",                                                             ""],
  ])("%s", (_, page, expected) => {
    expect(textOf(page)).toBe(expected);
  });

  it("has whole figures over elements, and their units", () => {
    const { figures } = readHtml("<p>Có 1.2<b>34</b>&nbsp;hồ sơ, 45 km<sup>2</sup>, 1.0<!-- -->00<sup>1</sup> đơn");
    expect(figures.map(({ text, quantity }) => `${text} ${quantity?.unit.id}`)).toEqual(["1.234 hồ sơ", "45 km2", "1.000 đơn"]);
  });
});

describe("blocks", () => {
  it.each<[string, string, string[]]>([
    ["headings",                        "<h1>A</h1><h6>B</h6><p class=MsoTitle>C",                   ["heading: A", "heading: B", "heading: C"]],
    ["items with their depth",          "<ul><li>Có 12<ol><li>a 5</li></ol></li><li>b 7</li></ul>",   ["item1: Có 12", "item2: a 5", "item1: b 7"]],
    ["items that were left open",       "<ul><li>Có <b>12<li>b 7</ul>",                               ["item1: Có 12", "item1: b 7"]],
    ["an item of two paragraphs",       "<ol><li><p>Có 12</p><p>b 7</p></ol>",                        ["item1: Có 12", "paragraph: b 7"]],
    ["a list that shows no marks",      "<ul style='list-style-type: none'><li>Có 12</ul>",           ["paragraph: Có 12"]],
    ["bullets as Word writes them",     "<p class=MsoListParagraph><span style='font-family:Symbol'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>Có 12 hồ sơ", ["item1: •\u00a0\u00a0\u00a0 Có 12 hồ sơ"]],
    ["numbers that were typed",         "<p>1. Có 12",                                                ["item1: 1. Có 12"]],
    ["lines that open like items",      "<p>Có 12:<br>- 5 đơn;<br>- 7 đơn.",                          ["paragraph: Có 12:", "item1: - 5 đơn;", "item1: - 7 đơn."]],
    ["text beside blocks",              "<div>Có 12<p>hồ sơ</p>và 3</div>",                           ["paragraph: Có 12", "paragraph: hồ sơ", "paragraph: và 3"]],
    ["notes as Pandoc writes them",     "<p>Có 12<a href='#fn1' role='doc-noteref'><sup>1</sup></a>.<section class=footnotes><ol><li id=fn1><p>Gồm 5 và 7.<a href='#fnref1' role='doc-backlink'>↩︎</a></ol></section>", ["paragraph: Có 12.", "footnote(1): Gồm 5 và 7."]],
    ["notes as GitHub writes them",     "<p>Có 12<sup><a href='#user-content-fn-a' data-footnote-ref>1</a></sup><ol><li id='user-content-fn-a'><p>Gồm 5 <a href='#user-content-fnref-a' class='data-footnote-backref'>↩</a></ol>", ["paragraph: Có 12", "footnote(1): Gồm 5"]],
    ["notes as LibreOffice writes them", "<p>Có 12<a class=sdfootnoteanc href='#sdfootnote1sym'><sup>1</sup></a><div id=sdfootnote1><p><a class=sdfootnotesym href='#sdfootnote1anc'>1</a> Gồm 5.</div>", ["paragraph: Có 12", "footnote(1):  Gồm 5."]],
    ["notes as Word writes them",       "<p>Có 12<a href='#_ftn1' name=_ftnref1><span class=MsoFootnoteReference>[1]</span></a><div id=ftn1><p><a href='#_ftnref1' name=_ftn1><span class=MsoFootnoteReference>[1]</span></a> Gồm 5.</div>", ["paragraph: Có 12", "footnote(1):  Gồm 5."]],
    ["endnotes as LibreOffice writes",  "<p>Có 12<a class=sdendnoteanc href='#sdendnote1sym'><sup>i</sup></a><p><a class=sdendnotesym href='#sdendnote1anc'>i</a> Gồm 5.", ["paragraph: Có 12", "footnote(i):  Gồm 5."]],
    ["a link to a table is no note",    "<p>Bảng <a href='#b1'>1</a> có 12 đơn",                      ["paragraph: Bảng 1 có 12 đơn"]],
  ])("%s", (_, page, expected) => {
    expect(blocksOf(page)).toEqual(expected);
  });

  it("are shown with their bullets and numbers, which are no content", () => {
    const { text, figures } = readHtml("<ol start=3><li>Có 12 đơn<ul><li>5 đơn</ul><li value=9>7 đơn</ol><ol type=a><li>8 đơn</ol>");
    expect(text).toBe("3. Có 12 đơn\n  - 5 đơn\n9. 7 đơn\na. 8 đơn\n");
    expect(figures.map(({ text: printed }) => printed)).toEqual(["12", "5", "7", "8"]);
  });
});

describe("tables", () => {
  const head = "<tr><td>Đơn vị<td>Nhận<td>Trả";
  it.each<[string, string, string[]]>([
    ["are rows with a rule under the head",     `<table>${head}<tr><td>Xã A<td>12<td>10</table>`,                              ["| Đơn vị | Nhận | Trả |", "| --- | --- | --- |", "| Xã A | 12 | 10 |"]],
    ["a head over two rows and two columns",    "<table><tr><th rowspan=2>Đơn vị<th colspan=2>Hồ sơ<tr><th>Nhận<th>Trả<tr><td>Xã A<td>12<td>10</table>", ["| Đơn vị | Hồ sơ | Hồ sơ |", "|  | Nhận | Trả |", "| --- | --- | --- |", "| Xã A | 12 | 10 |"]],
    ["thead is the head, tfoot the foot",       "<table><tfoot><tr><td>Tổng<td>20</tfoot><thead><tr><td>Xã<td>Số 1<tr><td>A<td>B</thead><tbody><tr><td>Xã A<td>12<tr><td>Xã B<td>8</table>", ["| Xã | Số 1 |", "| A | B |", "| --- | --- |", "| Xã A | 12 |", "| Xã B | 8 |", "| Tổng | 20 |"]],
    ["a label over several rows",               `<table>${head}<tr><td rowspan=0>Xã A<td>12<td>10<tr><td>8<td>8</table>`,      ["| Đơn vị | Nhận | Trả |", "| --- | --- | --- |", "| Xã A | 12 | 10 |", "|  | 8 | 8 |"]],
    ["no head at all",                          "<table><tr><td>Xã A<td>12<tr><td>Xã B<td>8</table>",                          ["|  |  |", "| --- | --- |", "| Xã A | 12 |", "| Xã B | 8 |"]],
    ["cells left open with paragraphs in them", `<table>${head}<tr><td><p>Xã|A<p>(mới)<td><p>1<br>2<td><div>10</table>`,       ["| Đơn vị | Nhận | Trả |", "| --- | --- | --- |", "| Xã¦A (mới) | 1 2 | 10 |"]],
    ["a row that is hidden",                    `<table>${head}<tr style='display:none'><td>Xã B<td>8<td>8<tr><td>Xã A<td>12<td>10</table>`, ["| Đơn vị | Nhận | Trả |", "| --- | --- | --- |", "| Xã A | 12 | 10 |"]],
    ["a caption stands before",                 `<table><caption>Bảng 1${head}<tr><td>Xã A<td>12<td>10</table>`,      ["Bảng 1", "| Đơn vị | Nhận | Trả |", "| --- | --- | --- |", "| Xã A | 12 | 10 |"]],
    ["a page laid out by a table is no table",  "<table><tr><td>ỦY BAN<td><b>CỘNG HÒA</b><tr><td>Số: 12/BC<td><p>ngày 5<p>tháng 3</table>", ["ỦY BAN", "CỘNG HÒA", "Số: 12/BC", "ngày 5", "tháng 3"]],
    ["a table in a page laid out by one",       `<table><tr><td><h2>Kết quả</h2><table>${head}<tr><td>Xã A<td>12<td>10</table></table>`, ["Kết quả", "| Đơn vị | Nhận | Trả |", "| --- | --- | --- |", "| Xã A | 12 | 10 |"]],
    ["a sheet of LibreOffice, titles and all",  `<table><tr><td colspan=3>BÁO CÁO<tr><td>&nbsp;<td>&nbsp;<td>Đơn vị tính: đồng${head}<tr><td>Xã A<td sdval="1200.5" sdnum="1033;0;#,##0.00">1,200.50<td sdval="1000" sdnum="1033;">1,000<tr><td>Ghi chú: a<tr><td>&nbsp;<tr><td>Xã<td>Còn<tr><td>Xã A<td sdnum="1066;">1.000</table>`, ["BÁO CÁO", "Đơn vị tính: đồng", "| Đơn vị | Nhận | Trả |", "| --- | --- | --- |", "| Xã A | 1.200,50 | 1.000 |", "Ghi chú: a", "| Xã | Còn |", "| --- | --- |", "| Xã A | 1.000 |"]],
    ["a mark in a cell",                        `<table>${head}<tr><td>Xã A<sup>1</sup><td>12<sup>(2)</sup><td>10</table>`,     ["| Đơn vị | Nhận | Trả |", "| --- | --- | --- |", "| Xã A[1] | 12(2) | 10 |"]],
  ])("%s", (_, page, expected) => {
    expect(textOf(page).split("\n").filter((line) => line !== "")).toEqual(expected);
  });

  it("one in another comes behind it, and two are never one", () => {
    const inner = `<table>${head}<tr><td>Xã A<td>12<td>10</table>`;
    const kinds = blocksOf(`<table>${head}<tr><td>Xã A${inner}<td>12<td>10</table>${inner}`).map((block) => block.split(":")[0]);
    expect(kinds).toEqual(["row", "row", "row", "paragraph", "row", "row", "row", "paragraph", "row", "row", "row"]);
  });

  it("keep figures in their columns under merged heads", () => {
    const { figures, network } = readHtml("<table><tr><td rowspan=2>Đơn vị<td colspan=2>Kinh phí (triệu đồng)<tr><td>Giao<td>Chi<tr><td>Xã A<td>12<td>10<tr><td>Xã B<td>8<td>8<tr><td>Tổng số<td>20<td>18</table>");
    expect(figures.map(({ text, quantity }) => `${text} ${quantity?.format()}`)[1]).toBe("10 10 triệu đồng");
    expect(network.relations.map(({ kind, cells }) => `${kind.kind} ${cells.length}`)).toEqual(["total 3", "total 3"]);
  });
});

describe("the way back into the page", () => {
  const page = "<p>Có   1.<b>2</b>34&nbsp;hồ sơ<sup>1</sup>\r\n và &#57;5%</p><table><tr><td>Xã<td>Số<tr><td>A<td>12<tr><td>B<td>1&shy;3</table><p>Sau 14<p><sup>1</sup> Gồm 15 tờ<li id=n>";
  const { text, source } = readHtml(page);
  const inFile = (start: number, end: number): string => source.spans(start, end).map(({ from, to }) => page.slice(from, to)).join("");

  it("leads from every character to the characters that it stands for", () => {
    for (let i = 0; i < text.length; i += 1) {
      const found = inFile(i, i + 1);
      if (found.startsWith("&")) expect("\u00a09").toContain(text[i]);
      else if (found.trim() !== "") expect(found).toBe(text[i]);
      else expect(text[i]).toMatch(/[\s|\-[\]\d]/);
    }
  });

  it.each<[string, string, string, HtmlPlace]>([
    ["over elements",     "1.234", "1.234",  { kind: "paragraph", number: 1 }],
    ["over an entity",    "95%",   "&#57;5%", { kind: "paragraph", number: 1 }],
    ["in a cell",         "12",    "12",     { kind: "cell", table: 1, row: 2, column: 2 }],
    ["over a soft hyphen", "13",   "13",     { kind: "cell", table: 1, row: 3, column: 2 }],
    ["behind a table",    "14",    "14",     { kind: "paragraph", number: 2 }],
  ])("leads from a figure %s", (_, figure, expected, place) => {
    const start = text.indexOf(figure);
    expect(inFile(start, start + figure.length)).toBe(expected);
    expect(source.placeAt(start)).toEqual(place);
  });

  it("names a note by its mark", () => {
    const { text: noted, source: back } = readHtml("<p>Có 12<sup><a href='#a1'>1</a></sup><ol><li id=a1>Gồm 5</ol>");
    expect(back.placeAt(noted.indexOf("5"))).toEqual({ kind: "footnote", mark: "1" });
  });
});

describe("encodings", () => {
  const utf16 = (text: string, swap: boolean): number[] => [...text].flatMap((sign) => { const code = sign.charCodeAt(0); return swap ? [code >> 8, code & 255] : [code & 255, code >> 8]; });
  const latin = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));
  const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
  it.each<[string, number[], string]>([
    ["UTF-8 that says nothing",                  utf8("<p>Hồ sơ"),                                                   "Hồ sơ"],
    ["a byte order mark",                        [0xef, 0xbb, 0xbf, ...utf8("<p>Hồ sơ")],                            "Hồ sơ"],
    ["UTF-16 with a mark",                       [0xff, 0xfe, ...utf16("<p>Hồ sơ", false)],                          "Hồ sơ"],
    ["UTF-16, the other end first",              [0xfe, 0xff, ...utf16("<p>Hồ sơ", true)],                           "Hồ sơ"],
    ["UTF-16 without a mark",                    utf16("<p>Hồ sơ", false),                                           "Hồ sơ"],
    ["windows-1258, accents apart",              [...latin("<meta charset=windows-1258><p>H"), 0xf4, 0xcc, ...latin(" s"), 0xf5], "Hồ sơ"],
    ["windows-1252 by content type",             [...latin("<META http-equiv=Content-Type content='text/html; charset=windows-1252'><p>12 "), 0x96, ...latin(" 15 h"), 0xf4], "12 – 15 hô"],
    ["UTF-8 that says it is windows-1252",       utf8("<meta charset=windows-1252><p>Hồ sơ"),                        "Hồ sơ"],
    ["XHTML that says its encoding",             [...latin("<?xml version='1.0' encoding='iso-8859-1'?><p>h"), 0xf4], "hô"],
  ])("%s", (_, bytes, expected) => {
    expect(readHtml(Uint8Array.from(bytes)).text.trimEnd().normalize("NFC")).toBe(expected);
  });

  it.each<[string, number[]]>([
    ["no UTF-8, and says nothing",   [...latin("<p>h"), 0xf4]],
    ["no UTF-8, but says so",        [...latin("<meta charset='utf-8'><p>h"), 0xf4]],
    ["an encoding that nobody knows", [...latin("<meta charset='tcvn-3'><p>h"), 0xf4]],
    ["UTF-16 that ends in the middle", [0xff, 0xfe, 0x3c]],
    ["zero bytes",                   latin("<p>12\0")],
  ])("are refused: %s", (_, bytes) => {
    expect(() => readHtml(Uint8Array.from(bytes))).toThrow(expect.toSatisfy((error) => isKhopError(error, "reader/bad-encoding")));
  });
});
