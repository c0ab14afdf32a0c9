/** Where a stretch of a document's text stands in the Word file. Offsets of elements point into the text of the part. */
export interface Span {
  /** The part of the package: `word/document.xml`, `word/footnotes.xml` … */
  readonly part: string;
  /** Offsets in the part's text: where the run begins, and the element in it that holds the characters. */
  readonly run: number;
  readonly node: number;
  /** Which characters of that element. */
  readonly from: number;
  readonly to: number;
  /** For text of a footnote or endnote: the run in the body that bears its mark. */
  readonly reference?: { readonly part: string; readonly run: number };
}
