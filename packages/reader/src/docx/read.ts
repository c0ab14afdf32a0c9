import { KhopError } from "@khop/core";
import { type Limits, openPackage } from "@khop/ooxml";
import type { ReadDocument } from "../document.ts";
import { readBlocks } from "../read.ts";
import "./errors.ts";
import type { DocxSource } from "./source.ts";
import { Stories } from "./story.ts";

/** A Word file, read: its text, every number in it, the relations between them, and the way back into the file. */
export interface DocxDocument extends ReadDocument {
  readonly source: DocxSource;
}

/**
 * Reads a Word file (.docx, .docm, .dotx): its body with tables and text boxes, then its footnotes and endnotes.
 *
 * Tracked changes are read as accepted. Headers, footers and page numbers are left out.
 *
 * - Throws: `OoxmlError` for bytes that are no sound package; `KhopError` "reader/not-word" for Excel, PowerPoint and the like.
 */
export function readDocx(bytes: Uint8Array, limits: Partial<Limits> = {}): DocxDocument {
  const opened = openPackage(bytes, limits);
  const { main } = opened;
  if (!opened.isWord) {
    const contentType = opened.contentType(main) ?? "";
    throw new KhopError("reader/not-word", `The package is no Word file: its main part is "${contentType}".`, { contentType });
  }
  const stories = new Stories(opened, main);
  stories.read();
  const { clean, source } = stories.writing.done();
  return Object.assign(readBlocks(clean, stories.writing.blocks, "hard"), { source, encodings: stories.fonts.text.encodings });
}
