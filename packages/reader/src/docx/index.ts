export { type DocxDocument, readDocx } from "./read.ts";
export type { DocxPlace, DocxSource, TextSpan } from "./source.ts";
