import { isKhopError } from "@khop/core";
import { excelFile, packed, wordFile } from "@khop/ooxml/testing";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readXlsx, type XlsxDocument } from "./read.ts";
import { referenceName } from "./reference.ts";

/** The XML of a sheet whose cells say this: numbers as numbers, the rest as text; null for nothing. */
const cells = (...rows: (string | number | null)[][]): string =>
  `<sheetData>${rows.map((row, r) => `<row r="${r + 1}">${row.map((value, column) => cell(referenceName({ row: r, column }), value)).join("")}</row>`).join("")}</sheetData>`;
const cell = (name: string, value: string | number | null): string => {
  if (value === null) return "";
  if (typeof value === "number") return `<c r="${name}"><v>${value}</v></c>`;
  return value.startsWith("<") ? `<c r="${name}"${value.slice(2)}` : `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
};
const merged = (...ranges: string[]): string => `<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
const linesOf = (file: Uint8Array): string[] => readXlsx(file).text.trimEnd().split("\n").slice(1);
const sheet = (xml: string): Uint8Array => excelFile({ "Số liệu": xml });

describe("the text of a sheet", () => {
  it.each<[string, string, string[]]>([
    ["is a table with a rule under its head",  cells(["Xã", "Nhận", "Trả"], ["A", 12, 10], ["B", 8, 8]),                                                    ["| Xã | Nhận | Trả |", "| --- | --- | --- |", "| A | 12 | 10 |", "| B | 8 | 8 |"]],
    ["has a head over two rows and columns",   cells(["Xã", "Hồ sơ", null], [null, "Nhận", "Trả"], ["A", 12, 10]) + merged("A1:A2", "B1:C1"),               ["| Xã | Hồ sơ | Hồ sơ |", "|  | Nhận | Trả |", "| --- | --- | --- |", "| A | 12 | 10 |"]],
    ["has titles above and notes below",       cells(["BÁO CÁO", null, null], [null, null, "Đơn vị tính: triệu đồng"], ["Xã", "Giao", "Chi"], ["A", 12, 10], ["B", 8, 8], ["Ghi chú: ước tính"]) + merged("A1:C1"), ["BÁO CÁO", "Đơn vị tính: triệu đồng", "| Xã | Giao | Chi |", "| --- | --- | --- |", "| A | 12 | 10 |", "| B | 8 | 8 |", "Ghi chú: ước tính"]],
    ["has the head of a letter above",         cells(["UBND TỈNH", null, "Biểu số 1"], ["SỞ NỘI VỤ", null, "Ngày 15"], ["BÁO CÁO", null, null], ["Xã", "Giao", "Chi"], ["A", 12, 10]) + merged("A3:C3"), ["UBND TỈNH", "Biểu số 1", "SỞ NỘI VỤ", "Ngày 15", "BÁO CÁO", "| Xã | Giao | Chi |", "| --- | --- | --- |", "| A | 12 | 10 |"]],
    ["numbers its columns in the head",        cells(["Xã", "Giao", "Chi"], ["A", 1, 2], ["Xã 1", 12, 10]),                                                 ["| Xã | Giao | Chi |", "| A | 1 | 2 |", "| --- | --- | --- |", "| Xã 1 | 12 | 10 |"]],
    ["keeps years in the head",                cells(["Xã", 2023, 2024], ["A", 12, 10]),                                                                    ["| Xã | 2023 | 2024 |", "| --- | --- | --- |", "| A | 12 | 10 |"]],
    ["keeps a group's name inside the table",  cells(["Xã", "Nhận"], ["I. Miền núi", null], ["A", 12], ["II. Đồng bằng", null], ["B", 8]),                  ["| Xã | Nhận |", "| --- | --- |", "| I. Miền núi |  |", "| A | 12 |", "| II. Đồng bằng |  |", "| B | 8 |"]],
    ["has two tables apart",                   cells(["Xã", "Nhận"], ["A", 12], [null], ["Xã", "Trả"], ["A", 10]),                                          ["| Xã | Nhận |", "| --- | --- |", "| A | 12 |", "", "| Xã | Trả |", "| --- | --- |", "| A | 10 |"]],
    ["begins where the table begins",          cells([null, null, null], [null, null, "Xã", "Nhận"], [null, null, "A", 12]),                                 ["| Xã | Nhận |", "| --- | --- |", "| A | 12 |"]],
    ["is paragraphs without figures, a list by its lines", cells(["Nội dung:\n- 5 đơn;\n- 7 đơn."]),                                                         ["Nội dung:", "- 5 đơn;", "- 7 đơn."]],
    ["leaves bars and lines of a cell",        cells(["Xã", "Nhận"], ["A|B\nC", 12]),                                                                       ["| Xã | Nhận |", "| --- | --- |", "| A¦B C | 12 |"]],
    ["shows truth, errors and formula texts",  cells(["Xã", "Nhận", "Trả"], ["A", 12, '<c t="b"><v>1</v></c>'], ["B", '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '<c t="str"><f>A1</f><v>x_x000D_y</v></c>']), ["| Xã | Nhận | Trả |", "| --- | --- | --- |", "| A | 12 | TRUE |", "| B | #DIV/0! | xy |"]],
    ["shows formulas as they were worked out", cells(["Xã", "Nhận"], ["Xã A", "<c><f>SUM(B9:B10)</f><v>12</v></c>"], ["Xã B", "<c><f>B2*2</f></c>"]),             ["| Xã | Nhận |", "| --- | --- |", "| Xã A | 12 |", "| Xã B | … |"]],
    ["has cells without a name in their order", "<sheetData><row><c t='inlineStr'><is><t>Xã</t></is></c><c t='inlineStr'><is><t>Nhận</t></is></c></row><row><c t='inlineStr'><is><t>A</t></is></c><c><v>12</v></c></row></sheetData>", ["| Xã | Nhận |", "| --- | --- |", "| A | 12 |"]],
    ["has cells that say where they are",      '<sheetData><row r="3"><c r="B3"><v>8</v></c><c r="A3" t="inlineStr"><is><t>Xã B</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Xã A</t></is></c><c r="B2"><v>12</v></c></row></sheetData>', ["|  |  |", "| --- | --- |", "| Xã A | 12 |", "| Xã B | 8 |"]],
    ["leaves out hidden rows and columns",     `<cols><col min="2" max="2" hidden="1"/></cols>${cells(["Xã", "Ẩn", "Nhận"], ["Xã A", 1, 12], ["Xã B", 2, 8], ["Xã C", 3, 9]).replace('<row r="3">', '<row r="3" hidden="1">')}`, ["| Xã |  | Nhận |", "| --- | --- | --- |", "| Xã A | … | 12 |", "|  | … | … |", "| Xã C | … | 9 |"]],
    ["leaves out what is hidden and no number", `<cols><col min="2" max="3" hidden="1"/></cols>${cells(["Xã", "x", "y", "Nhận"], ["Xã A", "z", "t", 12], ["ghi", "chú"], ["Xã C", null, "u", 9]).replace('<row r="3">', '<row r="3" hidden="1">')}`, ["| Xã | Nhận |", "| --- | --- |", "| Xã A | 12 |", "| Xã C | 9 |"]],
    ["has one row of … for hidden neighbours", `<cols><col min="2" max="3" hidden="1"/></cols>${cells(["Xã", "x", "y", "Nhận"], ["Xã A", 1, 2, 12], ["Xã B", 5], ["Xã C", 3, 4, 7], ["Xã D", null, 6, 9]).replace('<row r="3">', '<row r="3" hidden="1">').replace('<row r="4">', '<row r="4" hidden="1">')}`, ["| Xã |  | Nhận |", "| --- | --- | --- |", "| Xã A | … | 12 |", "|  | … | … |", "| Xã D | … | 9 |"]],
    ["shows what a merged cell says, once",    cells(["Xã", "Nhận", "Trả"], ["A", 12, 10], [null, 8, 99]) + merged("A2:A3", "B3:C3"),                         ["| Xã | Nhận | Trả |", "| --- | --- | --- |", "| A | 12 | 10 |", "|  | 8 |  |"]],
    ["is empty where nothing is",              "<sheetData/>",                                                                                             []],
  ])("%s", (_, xml, expected) => {
    expect(linesOf(sheet(xml))).toEqual(expected);
  });

  it("has shared strings, runs of them, and marks that are raised", () => {
    const sharedStrings = '<si><t>Xã</t></si><si><r><t>Nh</t></r><r><rPr><b/></rPr><t>ận</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><r><t xml:space="preserve">Rừng (km</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r><r><t>)</t></r></si>';
    const xml = '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row><row><c t="s"><v>9</v></c><c><v>12</v></c><c><v>3</v></c></row></sheetData>';
    expect(linesOf(excelFile({ a: xml }, { sharedStrings }))).toEqual(["| Xã | Nhận[1] | Rừng (km2) |", "| --- | --- | --- |", "|  | 12 | 3 |"]);
  });

  it("shows numbers by the styles of their cells", () => {
    const styles = '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs>';
    const xml = '<sheetData><row><c t="inlineStr"><is><t>Xã</t></is></c><c t="inlineStr"><is><t>Số</t></is></c></row><row><c t="inlineStr"><is><t>A</t></is></c><c s="1"><v>1234.56</v></c><c s="2"><v>0.12345</v></c><c s="3"><v>45580</v></c><c s="99"><v>5</v></c></row></sheetData>';
    expect(linesOf(excelFile({ a: xml }, { styles })).at(-1)).toBe("| A | 1.234,6 | 12,35% | 15/10/2024 | 5 |");
  });

  it("has sheets in their order, each under its name, without hidden ones", () => {
    const { text, leftOut } = readXlsx(excelFile({ "Tháng 2": cells(["b"]), "!Nháp": cells(["c"]), "Tháng 1": cells(["a"]) }));
    expect(text).toBe("Tháng 2\nb\nTháng 1\na\n");
    expect(leftOut).toEqual({ sheets: ["Nháp"], rows: 0, columns: 0, uncalculated: [] });
  });
});

describe("what is left out", () => {
  it("is counted, and formulas that were never worked out are named", () => {
    const xml = `<cols><col min="3" max="16384" hidden="true"/></cols>${cells(["Xã", "Nhận", "Ẩn"], ["A", "<c><f>1+1</f></c>", 5], ["B", 8, 7]).replace('<row r="3">', '<row r="3" hidden="1">')}`;
    expect(readXlsx(sheet(xml)).leftOut).toEqual({ sheets: [], rows: 1, columns: 1, uncalculated: ["Số liệu!B2"] });
  });
});

it("promises no sum over hidden rows, and one over what is shown", () => {
  const table = cells(["Xã", "Giao", "Chi", "Còn"], ["Xã A", 12, 5, 1], ["Xã B", 0, 0, 2], ["Xã C", 8, 5, 3], ["Tổng số", 20, 10, 6]);
  const totals = (xml: string): string[] => readXlsx(sheet(xml)).network.relations.map(({ kind, cells: own }) => `${kind.kind} ${own[0]?.quantity?.value}`);
  expect(totals(table)).toEqual(["total 20", "total 10", "total 6"]);
  expect(totals(table.replace('<row r="3">', '<row r="3" hidden="1">'))).toEqual([]);
});

describe("the way back into the workbook", () => {
  const { text, source } = readXlsx(sheet(cells(["Kết quả 5"], ["Xã", "Nhận", "Trả"], ["A", "<c><f>SUM(1)</f><v>1234.5</v></c>", 10], ["B", "<c><f>x</f></c>", 0.5])));
  it.each([
    ["of a number and its formula", "1234,5", { kind: "sheet", sheet: "Số liệu", cell: "B3", formula: true }, [{ cell: "B3", from: 0, to: 6, value: "1234.5" }]],
    ["of what was not worked out",  "…",      { kind: "sheet", sheet: "Số liệu", cell: "B4", formula: true, missing: true }, [{ cell: "B4", from: 0, to: 1 }]],
    ["of a part of a text",         "5",      { kind: "sheet", sheet: "Số liệu", cell: "A1" }, [{ cell: "A1", from: 8, to: 9 }]],
  ])("%s", (_, shown, place, spans) => {
    const start = text.indexOf(shown);
    expect(source.placeAt(start)).toEqual(place);
    expect(source.spans(start, start + shown.length)).toMatchObject(spans);
  });
});

describe("a workbook of exceljs", async () => {
  const workbook = new ExcelJS.Workbook();
  const made = workbook.addWorksheet("Tháng 10");
  made.addRows([["THU CHI THÁNG 10/2024"], [null, null, null, null, "Đơn vị tính: triệu đồng"], ["Đơn vị", "Kinh phí", null, "Tỷ lệ", "Ngày"], [null, "Giao", "Chi"]]);
  const figures: [string, number, number][] = [["Xã A", 1200.5, 600.25], ["Xã B", 800, 400], ["Xã C", 1000, 309.5], ["Tổng số", 3000.5, 1309.75]];
  for (const [name, given, spent] of figures) made.addRow([name, given, spent, { formula: "C/B", result: spent / given }, new Date(Date.UTC(2024, 9, 15))]);
  for (const range of ["A1:E1", "A3:A4", "B3:C3", "D3:D4", "E3:E4"]) made.mergeCells(range);
  for (const column of ["B", "C"]) made.getColumn(column).numFmt = "#,##0.00";
  made.getColumn("D").numFmt = "0.00%";
  made.getColumn("E").numFmt = "dd/mm/yyyy";
  const document: XlsxDocument = readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));

  it("reads as a table under its title", () => {
    expect(document.text).toBe(
      ["Tháng 10", "THU CHI THÁNG 10/2024", "Đơn vị tính: triệu đồng", "| Đơn vị | Kinh phí | Kinh phí | Tỷ lệ | Ngày |", "|  | Giao | Chi |  |  |", "| --- | --- | --- | --- | --- |", "| Xã A | 1.200,50 | 600,25 | 50,00% | 15/10/2024 |", "| Xã B | 800,00 | 400,00 | 50,00% | 15/10/2024 |", "| Xã C | 1.000,00 | 309,50 | 30,95% | 15/10/2024 |", "| Tổng số | 3.000,50 | 1.309,75 | 43,65% | 15/10/2024 |", ""].join("\n"),
    );
  });

  it("promises the sums and shares of its columns, in the unit of the line above", () => {
    const relations = document.network.relations.map(({ kind, cells: own }) => `${kind.kind} ${own[0]?.quantity?.format()}`);
    expect(relations).toEqual(expect.arrayContaining(["total 3.000,50 triệu đồng", "total 1.309,75 triệu đồng", "share 43,65 %"]));
  });
});

describe("files that are no workbook", () => {
  it.each([
    ["Word",            wordFile(""), "reader/not-excel"],
    ["a binary workbook", packed({ "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>' }), "reader/not-excel"],
  ])("%s", (_, bytes, code) => {
    expect(() => readXlsx(bytes)).toThrow(expect.toSatisfy((error) => isKhopError(error) && error.code === code));
  });
});
