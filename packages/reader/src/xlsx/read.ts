import type { Limits } from "@khop/ooxml";
import type { ReadDocument } from "../document.ts";
import { readBlocks } from "../read.ts";
import { writeSheet } from "../writing/sheet.ts";
import { Writing } from "../writing/writing.ts";
import { contentOf } from "./cells.ts";
import { XlsxFonts } from "./fonts.ts";
import { openWorkbook } from "./open.ts";
import { referenceName } from "./reference.ts";
import { shownRows } from "./sheet.ts";
import type { LeftOut, XlsxOrigin, XlsxPlace, XlsxSource } from "./source.ts";

/** An Excel workbook, read: its text as tables, every number in it, the relations between them, and the way back into the file. */
export interface XlsxDocument extends ReadDocument {
  readonly source: XlsxSource;
  readonly leftOut: LeftOut;
}

/**
 * Reads an Excel workbook (.xlsx, .xlsm): its sheets in order, each under its name, numbers as their cells show them.
 *
 * Formulas are read by the value that the file keeps of them. Hidden sheets, rows and columns are left out and counted.
 *
 * - Throws: `OoxmlError` for bytes that are no sound package; `KhopError` "reader/not-excel" for Word, PowerPoint and the like,
 *   "reader/too-large" for more cells or text than any report has.
 */
export function readXlsx(bytes: Uint8Array, limits: Partial<Limits> = {}): XlsxDocument {
  const { opened, sheets, shared } = openWorkbook(bytes, limits);
  const writing = new Writing<XlsxOrigin, XlsxPlace>({ kind: "sheet", sheet: sheets[0]?.name ?? "", cell: "A1" });
  let [rows, columns] = [0, 0];
  const uncalculated: string[] = [];
  const contents = sheets.flatMap(({ name, part, hidden }) => (hidden ? [] : [{ name, content: contentOf(opened.xml(part), shared) }]));
  const fonts = new XlsxFonts(contents.map(({ content }) => content));
  for (const { name, content } of contents) {
    const shown = shownRows(name, content, fonts);
    rows += shown.hiddenRows;
    columns += shown.hiddenColumns;
    const placeOf = (row: number, column: number): XlsxPlace => {
      const { formula, missing } = content.rows.get(row)?.get(column) ?? {};
      const cell = referenceName({ row, column });
      return { kind: "sheet", sheet: name, cell, ...(formula ? { formula } : {}), ...(missing ? { missing } : {}) };
    };
    for (const { row, cells } of shown.rows)
      for (const { merged, column } of cells) {
        const place = placeOf(row, shown.columnOf(column));
        if (!merged && place.missing) uncalculated.push(`${name}!${place.cell}`);
      }
    writing.place({ kind: "sheet", sheet: name, cell: "A1" });
    writing.block("heading", [{ text: name, origin: null }]);
    writeSheet(writing, shown.rows, ({ row }, column) => placeOf(row, shown.columnOf(column)));
  }
  const { clean, source } = writing.done();
  const leftOut: LeftOut = { sheets: sheets.filter(({ hidden }) => hidden).map(({ name }) => name), rows, columns, uncalculated };
  return Object.assign(readBlocks(clean, writing.blocks, "hard"), { source, leftOut, encodings: fonts.text.encodings });
}
