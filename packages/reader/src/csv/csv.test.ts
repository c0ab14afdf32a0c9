import { isKhopError } from "@khop/core";
import { worked } from "@khop/ooxml/testing";
import { describe, expect, it } from "vitest";
import { seeded } from "../testing/seeded.ts";
import { parseCsv } from "./parse.ts";
import { readCsv } from "./read.ts";

const lines = (...rows: string[]): string => rows.join("\n");

describe("records", () => {
  it.each<[string, string, string[][]]>([
    ["fields and lines",                   "a,b\nc,d\n",             [["a", "b"], ["c", "d"]]],
    ["lines of Windows and of old Macs",   "a,b\r\nc,d\re,f",        [["a", "b"], ["c", "d"], ["e", "f"]]],
    ["an empty field at the end",          "a,\n,b\n,",              [["a", ""], ["", "b"], ["", ""]]],
    ["empty lines",                        "a\n\nb",                 [["a"], [""], ["b"]]],
    ["quotes about delimiters and lines",  '"a,1","b\nc"\r\nd,e',    [["a,1", "b\nc"], ["d", "e"]]],
    ["quotes in quotes",                   '"a ""b""",c',            [['a "b"', "c"]]],
    ["a quote inside a field",             'a "b",c',                [['a "b"', "c"]]],
    ["a quote that never ends",            'a,"b,c\nd',              [["a", "b,c\nd"]]],
    ["text behind the closing quote",      '"12" hồ sơ,c\n"1""2"x,d', [["12 hồ sơ", "c"], ['1"2x', "d"]]],
    ["nothing",                            "",                       []],
  ])("%s", (_, text, expected) => {
    expect(parseCsv(text, ",").map((fields) => fields.map((field) => field.text))).toEqual(expected);
  });
});

describe("the dialect", () => {
  it.each([
    ["a program's export",                        lines("xa,so", "A,1234.5", "B,8.25"),                   ",", "."],
    ["Excel in Vietnamese",                       lines("xa;so", "A;1234,5", "B;8,25"),                   ";", ","],
    ["thousands and decimals, semicolons",        lines("xa;so", "A;1.234,5", "B;8"),                     ";", ","],
    ["thousands and decimals in quotes",          lines("xa,so", 'A,"1,234.5"', "B,8"),                   ",", "."],
    ["a decimal comma in quotes",                 lines("xa,so", 'A,"1.234,5"', 'B,"8,2"'),               ",", ","],
    ["thousands only, typed with dots",           lines("xa,so", "A,1.234", "B,8"),                       ",", ","],
    ["a dot among whole numbers without dots",    lines("xa,so", "A,1.234", "B,12345"),                   ",", "."],
    ["years are no numbers without dots",         lines("xa,2023,2024", "A,1.234,2", "B,8,9"),            ",", ","],
    ["tabs, and a dot that must be a point",      lines("xa\tso", "A\t0.5", "B\t12"),                     "\t", "."],
    ["tabs, and nothing that tells",              lines("xa\tso", "A\t1.234", "B\t12"),                   "\t", ","],
    ["bars",                                      lines("xa|so", "A|12", "B|13"),                         "|", ","],
    ["commas in the texts of a semicolon file",   lines("xa;so", "A, mới;12", "B;13"),                    ";", ","],
    ["the file says so itself",                   lines("sep=|", "xa|so", "A|12"),                        "|", ","],
    ["two commas are thousands",                  lines("xa;so", "A;1,234,567", "B;13"),                  ";", "."],
  ])("of %s", (_, file, delimiter, decimal) => {
    expect(readCsv(file).dialect).toEqual({ delimiter, decimal });
  });
});

describe("the text", () => {
  it.each<[string, string, string[]]>([
    ["is a table with a rule under its head",   lines("Xã,Nhận,Trả", "A,12,10", "B,8,8"),             ["| Xã | Nhận | Trả |", "| --- | --- | --- |", "| A | 12 | 10 |", "| B | 8 | 8 |"]],
    ["shows numbers in Vietnamese writing",     lines("Xã,Số", 'A,"1,234.5"', "B,-0.25", "C,12.5%", "D,2024-10-15"), ["| Xã | Số |", "| --- | --- |", "| A | 1.234,5 |", "| B | -0,25 |", "| C | 12,5% |", "| D | 2024-10-15 |"]],
    ["has titles above and notes below",        lines("BÁO CÁO THÁNG,,", ",,Đơn vị tính: triệu đồng", "Xã,Giao,Chi", "A,12,10", "B,8,8", "Ghi chú: ước tính,,"), ["BÁO CÁO THÁNG", "Đơn vị tính: triệu đồng", "| Xã | Giao | Chi |", "| --- | --- | --- |", "| A | 12 | 10 |", "| B | 8 | 8 |", "Ghi chú: ước tính"]],
    ["keeps a group's name inside the table",   lines("Xã,Nhận", "I. Miền núi,", "A,12", "II. Đồng bằng,", "B,8"), ["| Xã | Nhận |", "| --- | --- |", "| I. Miền núi |  |", "| A | 12 |", "| II. Đồng bằng |  |", "| B | 8 |"]],
    ["parts tables at empty lines",             lines("Xã,Nhận", "A,12", ",", "Xã,Trả", "A,10"),      ["| Xã | Nhận |", "| --- | --- |", "| A | 12 |", "", "| Xã | Trả |", "| --- | --- |", "| A | 10 |"]],
    ["leaves bars in fields apart",             lines("Xã;Nhận", "A|B;12", '"C\nD";8'),               ["| Xã | Nhận |", "| --- | --- |", "| A¦B | 12 |", "| C D | 8 |"]],
    ["is paragraphs where there are no figures", lines("Xã,Tên", "A,Bình"),                           ["Xã", "Tên", "A", "Bình"]],
  ])("%s", (_, file, expected) => {
    expect(readCsv(file).text.trimEnd().split("\n")).toEqual(expected);
  });

  it("has no figure of a formula", () => {
    const { text, figures } = readCsv(lines("Xã;Nhận", "A;12", "B;=SUM(B2:B2)+100", "C;8"));
    expect(text).toContain("=SUM(B2:B2)+100");
    expect(figures.map((figure) => figure.text)).toEqual(["12", "8"]);
  });
});

describe("what it promises", () => {
  it("is found as in a table of Markdown", () => {
    const { network } = readCsv(lines("Xã;Nhận;Trả", "A;1.200,5;10", "B;8;8", "Tổng số;1.208,5;18"));
    expect(network.relations.map(({ kind, cells }) => `${kind.kind} ${cells.map(({ quantity }) => quantity?.value)}`)).toEqual(["total 1208.5,1200.5,8", "total 18,10,8"]);
  });
});

describe("the way back into the file", () => {
  const file = lines("sep=,", "Xã,Nhận", '"A ""mới""",1234.5', ' "B" , 8.25', "C,10");
  const { text, source } = readCsv(file);
  it.each<[string, string, string, number, number]>([
    ["a number in Vietnamese writing", "1234,5",  "1234.5",       2, 2],
    ["behind spaces",                  "8,25",    "8.25",         3, 2],
    ["whole, where quotes are doubled", 'A "mới"', 'A ""mới""',   2, 1],
  ])("leads from %s", (_, shown, inFile, row, column) => {
    const start = text.indexOf(shown);
    expect(source.spans(start, start + shown.length).map(({ from, to }) => file.slice(from, to)).join("")).toBe(inFile);
    expect(source.placeAt(start)).toEqual({ kind: "field", row, column });
  });
});

function outcome(file: string): string {
  try {
    const { text, figures } = readCsv(file);
    for (const { start, end, text: printed } of figures) expect(text.slice(start, end)).toBe(printed);
    return "read";
  } catch (error) {
    if (isKhopError(error)) return error.code;
    throw error;
  }
}

it.each<[string, string, string]>([
  ["quotes that never end",         'a,"'.repeat(300_000),                    "read"],
  ["nothing but delimiters",        ",".repeat(2_000_000),                    "reader/too-large"],
  ["many lines",                    "1\n".repeat(100_000),                    "read"],
  ["a table of many lines",         "a;1\n".repeat(100_000),                  "read"],
  ["too many lines",                "a;1\n".repeat(600_000),                  "reader/too-large"],
  ["one wide line over many",       `${"a;".repeat(2_000)}\n${"1;2\n".repeat(2_000)}`, "reader/too-large"],
  ["a field of ten million letters", `a;${"x".repeat(10_000_000)}`,           "read"],
  ["a million quotes",              `"${'""'.repeat(1_000_000)}`,             "read"],
])("ends in time: %s", (_, file, expected) => {
  const before = worked();
  expect(outcome(file)).toBe(expected);
  expect(worked() - before).toBeLessThan(20_000);
});

it("signs thrown together are read", () => {
  const random = seeded(5);
  const signs = ['"', ",", ";", "\t", "|", "\n", "\r", "1", ".", "%", "=", "a", " "];
  for (let i = 0; i < 500; i += 1) expect(outcome(Array.from({ length: 60 }, () => signs[Math.floor(random.next().value * signs.length)]).join(""))).toBe("read");
});
