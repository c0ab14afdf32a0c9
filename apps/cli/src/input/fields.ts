import { type CsvDocument, readCsv } from "@khop/reader/csv";
import { readerTrouble } from "./reader-trouble.ts";

/** @throws Trouble for a table with more fields than any report has. */
export function readFields(text: string, name: string): CsvDocument {
  try {
    return readCsv(text);
  } catch (error) {
    throw readerTrouble(error, name);
  }
}
