import type { DocumentSource, Located, Origin } from "../writing/source.ts";

/** A range of the characters that the file shows. */
export type PdfSpan = Located<Origin>;

/** A rectangle on a page, in points, from the page's own origin: x to the right, y upwards, whatever way the text runs. */
export interface PdfBox {
  /** Counts from 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a reader of the PDF finds a place: all numbers count from 1, lines of a page in reading order. */
export type PdfPlace =
  | { readonly kind: "page"; readonly number: number; readonly line: number }
  | { readonly kind: "cell"; readonly page: number; readonly table: number; readonly row: number; readonly column: number }
  | { readonly kind: "footnote"; readonly page: number; readonly mark: string };

/** The way from a document's text back into the PDF; origins number the characters as they are read. */
export interface PdfSource extends DocumentSource<Origin, PdfPlace> {
  /** What to paint over to highlight a range of the text: one box for each line that it touches. */
  readonly boxes: (start: number, end: number) => readonly PdfBox[];
}
