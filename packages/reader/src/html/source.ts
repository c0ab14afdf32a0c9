import type { DocumentSource, Origin } from "../writing/source.ts";

/** Where a reader of the page finds a place: numbers count from 1, paragraphs without text left out. */
export type HtmlPlace =
  | { readonly kind: "paragraph"; readonly number: number }
  | { readonly kind: "cell"; readonly table: number; readonly row: number; readonly column: number }
  | { readonly kind: "footnote"; readonly mark: string };

/** The way from a document's text back into the page: `from` and `to` are UTF-16 offsets into its source, byte order mark left out. */
export type HtmlSource = DocumentSource<Origin, HtmlPlace>;
