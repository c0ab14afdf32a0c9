import type { DocumentSource, Origin } from "../writing/source.ts";

/** Where a figure stands in the table: both count from 1, as a spreadsheet program numbers them. */
export interface CsvPlace {
  readonly kind: "field";
  readonly row: number;
  readonly column: number;
}

/** The way from a document's text back into the file: `from` and `to` are UTF-16 offsets into its text. */
export type CsvSource = DocumentSource<Origin, CsvPlace>;
