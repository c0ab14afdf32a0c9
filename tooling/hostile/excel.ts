import { excelFile } from "@khop/ooxml/testing";
import type { Hostile } from "./hostile.ts";

const rows = (inside: string): string => `<sheetData>${inside}</sheetData>`;
const row = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
const sound = excelFile({ a: rows(row) });

export const excelFiles: readonly Hostile[] = [
  ["a sheet that says it is a gigabyte", "dimension.xlsx", () => excelFile({ a: `<dimension ref="A1:XFD1048576"/>${rows(row)}` }), "read"],
  [
    "cells at both ends of a sheet",
    "ends.xlsx",
    () =>
      excelFile({
        a: rows(
          Array.from({ length: 90 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c><c r="XFD${i + 1}"><v>1</v></c></row>`).join(
            "",
          ),
        ),
      }),
    "có bảng quá lớn",
  ],
  [
    "a merged cell over all of it",
    "merged.xlsx",
    () =>
      excelFile({
        a: `${rows(`${row}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
      }),
    "có bảng quá lớn",
  ],
  [
    "strings that unpack to 90 MB",
    "bomb.xlsx",
    () => excelFile({ a: rows(row) }, { sharedStrings: `<si><t>${"x".repeat(90_000_000)}</t></si>` }),
    "phình ra quá lớn khi mở",
  ],
  [
    "one long string in all cells",
    "strings.xlsx",
    () =>
      excelFile(
        { a: rows(`<row>${'<c t="s"><v>0</v></c>'.repeat(10_000)}</row>`) },
        { sharedStrings: `<si><t>${"x".repeat(100_000)}</t></si>` },
      ),
    "có quá nhiều chữ",
  ],
  [
    "entities in entities",
    "entities.xlsx",
    () => excelFile({ a: rows(`<row><c t="inlineStr"><is><t>&lol;</t></is></c></row>`) }),
    "có phần XML sai cú pháp",
  ],
  [
    "formulas that fetch and run",
    "formulas.xlsm",
    () =>
      excelFile({
        a: rows(
          '<row r="1"><c r="A1"><f>WEBSERVICE("http://127.0.0.1:9/x")</f><v>1</v></c><c r="B1"><f>cmd|\'/c calc\'!A0</f><v>2</v></c></row>',
        ),
      }),
    "read",
  ],
  ["its first half", "half.xlsx", () => sound.slice(0, sound.length >> 1), "bị hỏng hoặc thiếu một phần"],
  [
    "a workbook under a password",
    "password.xlsx",
    () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("EncryptedPackage", "utf16le")]),
    "có mật khẩu nên không đọc được",
  ],
];
