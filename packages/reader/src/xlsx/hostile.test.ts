import { isKhopError } from "@khop/core";
import { isOoxmlError, openPackage } from "@khop/ooxml";
import { excelFile, packed, worked } from "@khop/ooxml/testing";
import { expect, it } from "vitest";
import { seeded } from "../testing/seeded.ts";
import { readXlsx } from "./read.ts";

const text = (name: string, said: string): string => `<c r="${name}" t="inlineStr"><is><t>${said}</t></is></c>`;
const rows = (inside: string): string => `<sheetData>${inside}</sheetData>`;
const sound = excelFile(
  {
    a: `<dimension ref="A1:C3"/><cols><col min="3" max="3" hidden="1"/></cols>${rows(`<row r="1">${text("A1", "Xã")}<c r="B1" t="s"><v>0</v></c></row><row r="2">${text("A2", "A")}<c r="B2" s="1"><f>1+1</f><v>412.5</v></c></row><row r="3" hidden="1"><c r="B3"><v>8</v></c></row>`)}<mergeCells><mergeCell ref="A1:A2"/></mergeCells>`,
    "!b": rows(""),
  },
  { sharedStrings: "<si><t>Nhận</t></si>", styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="4"/></cellXfs>' },
);

function outcome(bytes: Uint8Array): string {
  try {
    const document = readXlsx(bytes);
    for (const { start, end, text: printed } of document.figures) expect(document.text.slice(start, end)).toBe(printed);
    return "read";
  } catch (error) {
    if (isOoxmlError(error) || isKhopError(error)) return error.code;
    throw error;
  }
}

it("a workbook with a byte changed is read, or refused with one clear error", () => {
  const random = seeded(3);
  const seen = new Set<string>();
  for (let i = 0; i < 200; i += 1) {
    const bytes = sound.slice();
    for (let change = 0; change <= i % 3; change += 1) bytes[Math.floor(random.next().value * bytes.length)] = Math.floor(random.next().value * 256);
    seen.add(outcome(bytes));
  }
  expect(seen).toContain("ooxml/broken-zip");
});

it("a workbook with its XML cut up is read, or refused with one clear error", () => {
  const random = seeded(13);
  const opened = openPackage(sound);
  const parts = Object.fromEntries(opened.parts.map((part) => [part, opened.text(part)]));
  const names = Object.keys(parts);
  const seen = new Set<string>();
  for (let i = 0; i < 300; i += 1) {
    const name = names[Math.floor(random.next().value * names.length)] as string;
    const pieces = (parts[name] as string).split(/(?=<)/);
    const at = Math.floor(random.next().value * pieces.length);
    const from = Math.floor(random.next().value * pieces.length);
    pieces.splice(at, i % 2, pieces[from] as string);
    seen.add(outcome(packed({ ...parts, [name]: pieces.join("") })));
  }
  expect(seen).toContain("read");
  expect(seen).toContain("ooxml/bad-xml");
});

const far = text("XFD1048576", "xa");

it.each<[string, () => Uint8Array, string]>([
  ["a sheet that says it is full",             () => excelFile({ a: `<dimension ref="A1:XFD1048576"/>${rows(`<row>${text("A1", "1")}</row>`)}` }), "read"],
  ["one cell at the far end",                  () => excelFile({ a: rows(`<row r="1">${text("A1", "1")}</row><row r="1048576">${far}</row>`) }), "read"],
  ["a table from one end to the other",        () => excelFile({ a: rows(`<row r="1">${text("A1", "1")}<c r="XFD1"><v>1</v></c></row><row r="2">${text("A2", "1")}<c r="XFD2"><v>1</v></c></row>`) }), "read"],
  ["a table of the whole width",               () => excelFile({ a: rows(`<row>${text("A1", "xã")}<c r="XFD1"><v>1</v></c></row>`.repeat(70)) }), "reader/too-large"],
  ["wide and long, with nothing between",      () => excelFile({ a: rows(`<row><c r="XFD1"><v>1</v></c></row>${"<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(1_000)}`) }), "reader/too-large"],
  ["cells that say they are beyond the sheet", () => excelFile({ a: rows('<row r="99999999999"><c r="ZZZZ99999999"><v>1</v></c></row><row r="-1"><c r="A0"><v>1</v></c></row><row r="NaN"><c r=""><v>1</v></c></row>') }), "read"],
  ["a merged cell over the whole sheet",       () => excelFile({ a: `${rows(`<row>${text("A1", "1")}</row><row r="1048576">${far}</row>`)}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>` }), "reader/too-large"],
  ["a hundred thousand merged cells in one place", () => excelFile({ a: `${rows(`<row>${text("A1", "1")}<c r="Z1"><v>1</v></c></row>`)}<mergeCells>${'<mergeCell ref="A1:XFD9999"/>'.repeat(100_000)}</mergeCells>` }), "reader/too-large"],
  ["a hundred thousand hidden columns",        () => excelFile({ a: `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(100_000)}</cols>${rows(`<row>${text("A1", "1")}</row>`)}` }), "read"],
  ["rows and rows with nothing in them",       () => excelFile({ a: rows('<row hidden="1"/>'.repeat(500_000)) }), "read"],
  ["merged cells that begin in a million hidden rows", () => excelFile({ a: `${rows(`<row>${text("A1", "1")}</row>${'<row hidden="1"/>'.repeat(200_000)}<row>${text("A200002", "1")}</row>`)}<mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(50_000)}</mergeCells>` }), "reader/too-large"],
  ["one long text in all cells",               () => excelFile({ a: rows(`<row>${'<c t="s"><v>0</v></c>'.repeat(10_000)}</row>`) }, { sharedStrings: `<si><t>${"x".repeat(100_000)}</t></si>` }), "reader/too-large"],
  ["numbers longer than any",                  () => excelFile({ a: rows(`<row><c><v>${"9".repeat(1_000_000)}</v></c><c><v>1e999999999</v></c><c><v>-1e300</v></c><c><v>1e-300</v></c></row>`) }), "read"],
  ["formats longer than any",                  () => excelFile({ a: rows('<row><c s="0"><v>1</v></c></row>') }, { styles: `<numFmts><numFmt numFmtId="200" formatCode="${"0".repeat(500_000)}.${"0".repeat(500_000)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>` }), "read"],
  ["a thousand sheets kept in one part",       () => { const file = openPackage(sound); const all = Object.fromEntries(file.parts.map((part) => [part, file.text(part)])); return packed({ ...all, "xl/workbook.xml": (all["xl/workbook.xml"] as string).replace(/<sheet .*?\/>/, (one) => one.repeat(1_000)) }); }, "read"],
  ["strings that are not there",               () => excelFile({ a: rows('<row><c t="s"><v>7</v></c><c t="s"><v>-1</v></c><c t="s"><v>x</v></c></row>') }), "read"],
  ["no sheet at all",                          () => excelFile({}), "read"],
])("ends in time: %s", (_, make, expected) => {
  const bytes = make();
  const before = worked();
  expect(outcome(bytes)).toBe(expected);
  expect(worked() - before).toBeLessThan(20_000);
});
