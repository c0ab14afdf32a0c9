import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { writeRows } from "./index.ts";

const opened = async (rows: readonly (readonly string[])[]): Promise<ExcelJS.Worksheet> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(writeRows("Số liệu", rows) as unknown as Parameters<typeof book.xlsx.load>[0]);
  return book.worksheets[0]!;
};

it.each([
  ["97.633",               97633,     "#,##0"],
  ["98,44",                98.44,     "0.00"],
  ["-12,35",               -12.35,    "0.00"],
  ["1.234,5",              1234.5,    "#,##0.0"],
  ["16",                   16,        "0"],
  ["0,05",                 0.05,      "0.00"],
  ["05",                   "05",      undefined],
  ["2024-M10",             "2024-M10", undefined],
  ["12345678901234567",    "12345678901234567", undefined],
  ["=1+1",                 "=1+1",    undefined],
  ["documents sent",       "documents sent", undefined],
])("%s stands in its cell as %s", async (text, value, format) => {
  const cell = (await opened([["Giá trị"], [text]])).getCell("A2");
  expect(cell.value).toBe(value);
  expect(cell.formula).toBeUndefined();
  if (format !== undefined) expect(cell.numFmt).toBe(format);
});

it("is one sheet whose heading stays, the same bytes every time", async () => {
  const sheet = await opened([["Mã", "Giá trị"], ["a", "1"]]);
  expect([sheet.name, sheet.getCell("A1").value, sheet.views[0]]).toEqual(["Số liệu", "Mã", expect.objectContaining({ state: "frozen", ySplit: 1 })]);
  expect(writeRows("a", [["b"], ["1"]])).toEqual(writeRows("a", [["b"], ["1"]]));
});
