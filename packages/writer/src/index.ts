export { type Annotated, type AnnotateOptions, annotate } from "./annotate.ts";
export type { Span, SpanSource } from "./span.ts";
