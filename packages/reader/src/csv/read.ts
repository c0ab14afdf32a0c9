import type { ReadDocument } from "../document.ts";
import type { LegacyText } from "../legacy/detect.ts";
import { readBlocks } from "../read.ts";
import type { TableCell } from "../writing/grid.ts";
import { isNumber, signsTurned } from "../writing/numbers.ts";
import { type SheetRow, stretchesOf, writeSheet } from "../writing/sheet.ts";
import { type Origin, sourceBefore } from "../writing/source.ts";
import { Writing } from "../writing/writing.ts";
import { type Dialect, decimalOf, delimiterOf } from "./dialect.ts";
import { type Field, parseCsv } from "./parse.ts";
import type { CsvPlace, CsvSource } from "./source.ts";

/** A CSV or TSV file, read: its text as a table, every number in it, the relations between them, and the way back into the file. */
export interface CsvDocument extends ReadDocument {
  readonly source: CsvSource;
  /** What parts its fields, and the sign before decimals: as told by the content. */
  readonly dialect: Dialect;
}

/**
 * Reads a table of fields parted by commas, semicolons, tabs or bars.
 *
 * Numbers are shown in Vietnamese writing, however the file writes them. A formula is text, and none of its numbers is a figure.
 *
 * A file that was converted from an encoding of old leads back to what it was converted from.
 *
 * - Throws: `KhopError` "reader/too-large" for more fields than any report has.
 */
export function readCsv(given: string | LegacyText): CsvDocument {
  const file = typeof given === "string" ? given : given.text;
  const { delimiter, start } = delimiterOf(file);
  const records = parseCsv(file.slice(start), delimiter);
  const dialect: Dialect = { delimiter, decimal: decimalOf(records, delimiter) };
  const rows: SheetRow<Origin>[] = records.flatMap((fields, index) => {
    const cells = fields.flatMap((field, column) => (field.text.trim() === "" ? [] : [cellOf(field, column, start, dialect)]));
    return cells.length === 0 ? [] : [{ index, cells }];
  });
  const writing = new Writing<Origin, CsvPlace>({ kind: "field", row: 1, column: 1 });
  writeSheet(writing, rows, ({ index }, column) => ({ kind: "field", row: index + 1, column: column + 1 }));
  const { clean, source } = writing.done();
  const read = readBlocks(clean, writing.blocks, "hard");
  if (typeof given === "string") return Object.assign(read, { source, dialect });
  return Object.assign(read, { source: sourceBefore(source, given.at), dialect, encodings: [given.encoding] });
}

function cellOf(field: Field, column: number, offset: number, { decimal }: Dialect): TableCell<Origin> {
  const lead = field.text.length - field.text.trimStart().length;
  const text = field.text.trim();
  const shown = decimal === "." && isNumber(text) ? signsTurned(text) : text;
  const start = offset + field.from;
  const whole = { from: start, to: offset + field.to };
  const exact = field.to - field.from === field.text.length;
  const stretches = stretchesOf(shown, (from, to) => (exact ? { from: start + lead + from, to: start + lead + to } : whole));
  return {
    column,
    span: 1,
    merged: false,
    stretches: text.startsWith("=") ? stretches.map((stretch) => ({ ...stretch, cut: {} })) : stretches,
  };
}
