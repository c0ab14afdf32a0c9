import { type DocumentSource, type Origin, type ReadDocument, readText } from "@khop/reader";
import type { Place } from "@khop/reader/checked";
import type { DocxSource } from "@khop/reader/docx";
import type { LegacyEncoding, LegacyText } from "@khop/reader/legacy";
import type { PdfSource } from "@khop/reader/pdf";
import type { LeftOut, XlsxSource } from "@khop/reader/xlsx";
import type { Said } from "../language.ts";
import type { Decoded } from "./decode.ts";
import { readerTrouble } from "./reader-trouble.ts";
import type { Source } from "./source.ts";

/** A file that is read as a copy in another format: "doc" as "docx". */
export interface Converted {
  readonly from: string;
  readonly to: "docx" | "xlsx";
}

/** A document of any format. */
export interface Opened extends Pick<ReadDocument, "text" | "figures" | "network">, Partial<Pick<ReadDocument, "blocks">> {
  /** The way back into the file; none for a text, which has lines and columns. */
  readonly source?: DocumentSource<Origin, Place>;
  /** The same for a Word file, which can be handed back with comments. */
  readonly word?: DocxSource;
  /** The same for an Excel file. */
  readonly workbook?: XlsxSource;
  /** The same for a PDF, which can be handed back with highlights. */
  readonly pdf?: PdfSource;
  /** What of a PDF was not read, in one sentence. */
  readonly unread?: Said;
  /** What of an Excel file is not in the text. */
  readonly leftOut?: LeftOut;
  /** Encodings older than Unicode that it was converted from. */
  readonly encodings?: readonly LegacyEncoding[];
  /** What another program made it of, by extension. */
  readonly converted?: Converted;
}

/** Reads a document of any format. What reads a format is loaded when its first file comes, so that Markdown starts as fast as before. */
export async function readDocument(source: Source): Promise<Opened> {
  const document = await readAs(source);
  return "converted" in source ? { ...document, converted: source.converted } : document;
}

async function readAs(source: Source): Promise<Opened> {
  const name = source.file === "-" ? "stdin" : source.file;
  switch (source.format) {
    case "docx": {
      const { readWord } = await import("./word.ts");
      const document = readWord(source.bytes, name);
      return Object.assign(document, { word: document.source });
    }
    case "xlsx": {
      const { readExcel } = await import("./excel.ts");
      const document = readExcel(source.bytes, name);
      return Object.assign(document, { workbook: document.source });
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
      return readFields((await oldTextOf(source, name)) ?? source.text, name);
    }
    default: {
      const old = await oldTextOf(source, name);
      try {
        if (old === undefined) return readText(source.text, source.format);
        return Object.assign(readText(old.text, source.format), { encodings: [old.encoding] });
      } catch (error) {
        throw readerTrouble(error, name);
      }
    }
  }
}

async function oldTextOf(source: Decoded, name: string): Promise<LegacyText | undefined> {
  if (source.suspect === undefined) return undefined;
  const { oldText } = await import("./old-text.ts");
  return oldText(source, name);
}
