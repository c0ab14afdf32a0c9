export { type SheetGroup, type WriteXlsxOptions, writeXlsx } from "./write-xlsx.ts";
