export type { Delimiter, Dialect } from "./dialect.ts";
export { type CsvDocument, readCsv } from "./read.ts";
export { type CsvField, csvRows } from "./rows.ts";
export type { CsvPlace, CsvSource } from "./source.ts";
