import { type CsvDocument, readCsv } from "@khop/reader/csv";
import type { LegacyText } from "@khop/reader/legacy";
import { readerTrouble } from "./reader-trouble.ts";

/** @throws Trouble for a table with more fields than any report has. */
export function readFields(text: string | LegacyText, name: string): CsvDocument {
  try {
    return readCsv(text);
  } catch (error) {
    throw readerTrouble(error, name);
  }
}
