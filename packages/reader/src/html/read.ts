import type { ReadDocument } from "../document.ts";
import { readBlocks } from "../read.ts";
import { sourceBefore } from "../writing/source.ts";
import { decodeHtml } from "./decode.ts";
import { Page } from "./page.ts";
import type { HtmlSource } from "./source.ts";
import { parseHtml } from "./tree.ts";

/** An HTML page, read: its text, every number in it, the relations between them, and the way back into the page. */
export interface HtmlDocument extends ReadDocument {
  readonly source: HtmlSource;
}

/**
 * Reads an HTML page as it is shown: headings, paragraphs, lists, tables and footnotes; what is hidden is left out.
 *
 * - Throws: `KhopError` "reader/bad-encoding" for bytes that are not in the page's encoding, "reader/too-large" for a page nested
 *   deeper, or with more in it, than any report.
 */
export function readHtml(page: Uint8Array | string): HtmlDocument {
  const decoded = typeof page === "string" ? { text: page } : decodeHtml(page);
  const { text, legacy } = decoded;
  const read = new Page(parseHtml(text), text);
  read.read();
  const { clean, source } = read.writing.done();
  const encodings = legacy === undefined ? read.fonts.text.encodings : [legacy.encoding];
  return Object.assign(readBlocks(clean, read.writing.blocks, "hard"), {
    source: legacy === undefined ? source : sourceBefore(source, legacy.at),
    encodings,
  });
}
