import { type OpenDocument, openDocument } from "@khop/reader/file";
import type { Said } from "../language.ts";
import type { Source } from "./source.ts";

/** A file that is read as a copy in another format: "doc" as "docx". */
export interface Converted {
  readonly from: string;
  readonly to: "docx" | "xlsx";
}

/** A document of any format. */
export interface Opened extends OpenDocument {
  /** What of a PDF was not read, in one sentence. */
  readonly unread?: Said;
  /** What another program made it of, by extension. */
  readonly converted?: Converted;
}

/**
 * Reads a document of any format.
 *
 * @throws Trouble for a file that is broken, hostile, or not what it is called.
 */
export async function readDocument(source: Source): Promise<Opened> {
  const name = source.file === "-" ? "stdin" : source.file;
  const document = await opened(source, name);
  if (document.pages !== undefined) {
    const { unreadIn } = await import("./pdf.ts");
    const unread = unreadIn(document.pages, name);
    return unread === undefined ? document : Object.assign(document, { unread });
  }
  return "converted" in source ? Object.assign(document, { converted: source.converted }) : document;
}

async function opened(source: Source, name: string): Promise<OpenDocument> {
  try {
    return await openDocument(source);
  } catch (error) {
    const { troubleOf } = await import("./trouble-of.ts");
    throw troubleOf(error, source.format, name);
  }
}
