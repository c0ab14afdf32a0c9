export type { DocumentSource, Located, Origin } from "../writing/source.ts";
export { readXlsx, type XlsxDocument } from "./read.ts";
export type { LeftOut, XlsxOrigin, XlsxPlace, XlsxSource } from "./source.ts";
