export { type Annotated, type AnnotateOptions, annotate } from "./annotate.ts";
export type { SpanSource } from "./source.ts";
