import type { Place } from "../checked/place.ts";
import type { ReadDocument } from "../document.ts";
import type { DocxSource } from "../docx/source.ts";
import type { LegacyEncoding } from "../legacy/encoding.ts";
import type { PdfDocument } from "../pdf/read.ts";
import type { PdfSource } from "../pdf/source.ts";
import { readText } from "../read.ts";
import type { DocumentSource, Origin } from "../writing/source.ts";
import type { LeftOut, XlsxSource } from "../xlsx/source.ts";
import type { Decoded } from "./decode.ts";
import type { Format } from "./format.ts";

/** What a file holds: text that is decoded, or bytes whose own reader knows what they are. */
export type Contents =
  | (Decoded & { readonly format: Extract<Format, "markdown" | "text" | "csv"> })
  | { readonly format: Exclude<Format, "markdown" | "text" | "csv">; readonly bytes: Uint8Array };

/** A document of any format. */
export interface OpenDocument extends Pick<ReadDocument, "text" | "figures" | "network">, Partial<Pick<ReadDocument, "blocks">> {
  /** The way back into the file; none for a text, which has lines and columns. */
  readonly source?: DocumentSource<Origin, Place>;
  /** The same for a Word file, which can be handed back with comments. */
  readonly word?: DocxSource;
  /** The same for an Excel file. */
  readonly workbook?: XlsxSource;
  /** The same for a PDF, which can be handed back with highlights. */
  readonly pdf?: PdfSource;
  /** How many pages a PDF has, and which of them were not read. */
  readonly pages?: PdfDocument["pages"];
  /** What of an Excel file is not in the text. */
  readonly leftOut?: LeftOut;
  /** Encodings older than Unicode that it was converted from. */
  readonly encodings?: readonly LegacyEncoding[];
}

/**
 * Reads a document of any format. What reads a format is loaded when its first file comes, so that the others start without it.
 *
 * - Throws: what the reader of the format throws: KhopError "reader/…", OoxmlError.
 */
export async function openDocument(contents: Contents): Promise<OpenDocument> {
  switch (contents.format) {
    case "docx": {
      const { readDocx } = await import("../docx/read.ts");
      const document = readDocx(contents.bytes);
      return Object.assign(document, { word: document.source });
    }
    case "xlsx": {
      const { readXlsx } = await import("../xlsx/read.ts");
      const document = readXlsx(contents.bytes);
      return Object.assign(document, { workbook: document.source });
    }
    case "pdf": {
      const { readPdf } = await import("../pdf/read.ts");
      const document = await readPdf(contents.bytes);
      return Object.assign(document, { pdf: document.source });
    }
    case "html": {
      const { readHtml } = await import("../html/read.ts");
      return readHtml(contents.bytes);
    }
    case "csv": {
      const { readCsv } = await import("../csv/read.ts");
      return readCsv((await converted(contents)) ?? contents.text);
    }
    default: {
      const old = await converted(contents);
      if (old === undefined) return readText(contents.text, contents.format);
      return Object.assign(readText(old.text, contents.format), { encodings: [old.encoding] });
    }
  }
}

async function converted(decoded: Decoded) {
  if (decoded.suspect === undefined) return undefined;
  const { oldText } = await import("./old-text.ts");
  return oldText(decoded);
}
