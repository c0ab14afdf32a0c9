import type { Span } from "@khop/ooxml";
import type { DocumentSource, Located } from "../writing/source.ts";

/** Where a stretch of a document's text stands in the Word file. */
export type TextSpan = Located<Span>;

/** Where a reader of the Word file finds a place: numbers count from 1, paragraphs without text left out. */
export type DocxPlace =
  | { readonly kind: "paragraph"; readonly number: number }
  | { readonly kind: "cell"; readonly table: number; readonly row: number; readonly column: number }
  | { readonly kind: "footnote" | "endnote"; readonly mark: string }
  | { readonly kind: "box"; readonly number: number };

/** The way from a document's text back into the Word file. */
export type DocxSource = DocumentSource<Span, DocxPlace>;
