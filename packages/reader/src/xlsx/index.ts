export { readXlsx, type XlsxDocument } from "./read.ts";
export type { LeftOut, XlsxOrigin, XlsxPlace, XlsxSource } from "./source.ts";
