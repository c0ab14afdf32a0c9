import { type HtmlDocument, readHtml } from "@khop/reader/html";
import { readerTrouble } from "./reader-trouble.ts";

/** @throws Trouble for a page that is in no encoding, or holds more than any report. */
export function readPage(bytes: Uint8Array, name: string): HtmlDocument {
  try {
    return readHtml(bytes);
  } catch (error) {
    throw readerTrouble(error, name);
  }
}
