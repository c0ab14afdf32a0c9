export { writeRows } from "./write-rows.ts";
export { type SheetGroup, type WriteXlsxOptions, writeXlsx } from "./write-xlsx.ts";
