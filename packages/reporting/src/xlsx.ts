import { writeRows } from "@khop/writer/sheet";

/** Rows as an Excel file of one sheet: numbers as numbers, everything else as text and never as a formula. */
export const xlsxOf = (rows: readonly (readonly string[])[]): Uint8Array => writeRows("Số liệu", rows);
