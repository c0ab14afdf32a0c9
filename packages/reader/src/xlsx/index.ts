export { readXlsx, type XlsxDocument } from "./read.ts";
export { type XlsxCell, type XlsxRows, xlsxRows } from "./rows.ts";
export type { LeftOut, XlsxOrigin, XlsxPlace, XlsxSource } from "./source.ts";
