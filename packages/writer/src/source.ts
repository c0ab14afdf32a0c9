import type { Span } from "@khop/ooxml";

/** The way from a document's text back into the Word file. What `@khop/reader/docx` gives is one. */
export interface SpanSource {
  readonly spans: (start: number, end: number) => readonly Span[];
}
