/** A piece of a line as a reader sees it: a stretch of the document's text, the mark of a footnote, or a break that the author made. */
export type DocumentInline =
  | { readonly kind: "text"; readonly start: number; readonly end: number }
  | { readonly kind: "mark"; readonly mark: string }
  | { readonly kind: "break" };

/** A row of a table: what stands in each of its cells. */
export type DocumentRow = readonly (readonly DocumentInline[])[];

/**
 * A block of a document as it stands on paper, so that a page can show the document as itself.
 *
 * - Shape: stretches are UTF-16 offsets into the document's text, `end` exclusive, in the order of the text; markup lies outside them.
 */
export type DocumentBlock =
  | { readonly kind: "heading"; readonly level: number; readonly content: readonly DocumentInline[] }
  | { readonly kind: "paragraph"; readonly content: readonly DocumentInline[] }
  /** `typed`: the author typed its bullet or number, so it is part of the text. */
  | { readonly kind: "item"; readonly depth: number; readonly typed: boolean; readonly content: readonly DocumentInline[] }
  | { readonly kind: "footnote"; readonly mark: string; readonly content: readonly DocumentInline[] }
  | { readonly kind: "table"; readonly head: readonly DocumentRow[]; readonly body: readonly DocumentRow[] };
