import { type DocxDocument, readDocx } from "@khop/reader/docx";
import { packageTrouble } from "./package.ts";

/** @throws Trouble for a file that is broken, hostile, or no Word file inside. */
export function readWord(bytes: Uint8Array, name: string): DocxDocument {
  try {
    return readDocx(bytes);
  } catch (error) {
    throw packageTrouble(error, name, "Word");
  }
}
