import { type DocumentSource, type Origin, type ReadDocument, readText } from "@khop/reader";
import type { CsvPlace } from "@khop/reader/csv";
import type { DocxPlace, DocxSource } from "@khop/reader/docx";
import type { HtmlPlace } from "@khop/reader/html";
import type { PdfPlace, PdfSource } from "@khop/reader/pdf";
import type { LeftOut, XlsxPlace } from "@khop/reader/xlsx";
import type { Said } from "../language.ts";
import { readerTrouble } from "./reader-trouble.ts";
import type { Source } from "./source.ts";

/** Where something stands in a file that is no text of lines. */
export type Place = DocxPlace | HtmlPlace | CsvPlace | XlsxPlace | PdfPlace;

/** A document of any format. */
export interface Opened extends Pick<ReadDocument, "text" | "figures" | "network">, Partial<Pick<ReadDocument, "blocks">> {
  /** The way back into the file; none for a text, which has lines and columns. */
  readonly source?: DocumentSource<Origin, Place>;
  /** The same for a Word file, which can be handed back with comments. */
  readonly word?: DocxSource;
  /** The same for a PDF, which can be handed back with highlights. */
  readonly pdf?: PdfSource;
  /** What of a PDF was not read, in one sentence. */
  readonly unread?: Said;
  /** What of an Excel file is not in the text. */
  readonly leftOut?: LeftOut;
}

/** Reads a document of any format. What reads a format is loaded when its first file comes, so that Markdown starts as fast as before. */
export async function readDocument(source: Source): Promise<Opened> {
  const name = source.file === "-" ? "stdin" : source.file;
  switch (source.format) {
    case "docx": {
      const { readWord } = await import("./word.ts");
      const document = readWord(source.bytes, name);
      return Object.assign(document, { word: document.source });
    }
    case "xlsx": {
      const { readExcel } = await import("./excel.ts");
      return readExcel(source.bytes, name);
    }
    case "pdf": {
      const { readPdfFile, unreadIn } = await import("./pdf.ts");
      const document = await readPdfFile(source.bytes, name);
      const unread = unreadIn(document, name);
      return { ...document, pdf: document.source, ...(unread === undefined ? {} : { unread }) };
    }
    case "html": {
      const { readPage } = await import("./page.ts");
      return readPage(source.bytes, name);
    }
    case "csv": {
      const { readFields } = await import("./fields.ts");
      return readFields(source.text, name);
    }
    default:
      try {
        return readText(source.text, source.format);
      } catch (error) {
        throw readerTrouble(error, name);
      }
  }
}
