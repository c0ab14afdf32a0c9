import { delimiterOf } from "./dialect.ts";
import { parseCsv } from "./parse.ts";

/** A field as it stands in the file, and where. */
export interface CsvField {
  readonly text: string;
  /** Counted from 1. */
  readonly row: number;
  readonly column: number;
}

/**
 * The fields of a CSV or TSV file, untouched, for a program that knows what its columns are.
 *
 * - Throws: `KhopError` "reader/too-large" for more fields than any report has.
 */
export function csvRows(file: string): readonly (readonly CsvField[])[] {
  const { delimiter, start } = delimiterOf(file);
  return parseCsv(file.slice(start), delimiter).map((fields, row) =>
    fields.map(({ text }, column) => ({ text, row: row + 1, column: column + 1 })),
  );
}
