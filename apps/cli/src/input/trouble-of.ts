import type { Format } from "@khop/reader/file";
import { packageTrouble } from "./package.ts";
import { pdfTrouble } from "./pdf.ts";
import { readerTrouble } from "./reader-trouble.ts";
import { textTrouble } from "./text-trouble.ts";

/** Why a document of a format could not be read, for its user. Errors that were not foreseen stay as they are. */
export function troubleOf(error: unknown, format: Format, name: string): unknown {
  switch (format) {
    case "docx":
      return packageTrouble(error, name, "Word");
    case "xlsx":
      return packageTrouble(error, name, "Excel");
    case "pdf":
      return pdfTrouble(error, name);
    default:
      return textTrouble(readerTrouble(error, name), name);
  }
}
