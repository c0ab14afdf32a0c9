import type { Span } from "@khop/ooxml";

/** Where a stretch of a document's text stands in the Word file. */
export interface TextSpan extends Span {
  /** UTF-16 offsets into the document's text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Where a reader of the Word file finds a place: numbers count from 1, paragraphs without text left out. */
export type DocxPlace =
  | { readonly kind: "paragraph"; readonly number: number }
  | { readonly kind: "cell"; readonly table: number; readonly row: number; readonly column: number }
  | { readonly kind: "footnote" | "endnote"; readonly mark: string }
  | { readonly kind: "box"; readonly number: number };

/** The way from a document's text back into the Word file. */
export interface DocxSource {
  /** The stretches that make up a range of the text, in order; what the reader put in itself, such as "|", has none. */
  readonly spans: (start: number, end: number) => readonly TextSpan[];
  readonly placeAt: (offset: number) => DocxPlace;
}

/** The last index whose value is at most `wanted`; -1 when there is none. */
export function lastAtMost(count: number, valueAt: (index: number) => number, wanted: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
