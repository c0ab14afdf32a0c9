import type { DocumentSource, Origin } from "../writing/source.ts";

/** Where characters come from: a cell, and which of the characters that it shows. */
export interface XlsxOrigin extends Origin {
  readonly sheet: string;
  /** "B3". */
  readonly cell: string;
  /** The number that the cell keeps, where it shows one: "0.12345" behind "12,35%". */
  readonly value?: string;
}

/** Where a figure stands in the workbook. */
export interface XlsxPlace {
  readonly kind: "sheet";
  readonly sheet: string;
  readonly cell: string;
  /** Worked out by a formula; `missing` when the file does not keep what it gave. */
  readonly formula?: true;
  readonly missing?: true;
}

/** The way from a document's text back into the workbook. */
export type XlsxSource = DocumentSource<XlsxOrigin, XlsxPlace>;

/** What is in the workbook and not in the text, or not known. */
export interface LeftOut {
  /** Names of hidden sheets. */
  readonly sheets: readonly string[];
  /** Hidden rows and columns with something in them. */
  readonly rows: number;
  readonly columns: number;
  /** Cells whose formula was never worked out: "Tháng 10!B3". Their figures are missing, not zero. */
  readonly uncalculated: readonly string[];
}
