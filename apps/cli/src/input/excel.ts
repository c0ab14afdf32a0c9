import { readXlsx, type XlsxDocument } from "@khop/reader/xlsx";
import { packageTrouble } from "./package.ts";

/** @throws Trouble for a file that is broken, hostile, or no Excel file inside. */
export function readExcel(bytes: Uint8Array, name: string): XlsxDocument {
  try {
    return readXlsx(bytes);
  } catch (error) {
    throw packageTrouble(error, name, "Excel");
  }
}
