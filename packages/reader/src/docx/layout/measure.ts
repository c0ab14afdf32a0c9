import { KhopError, type MeasuredLayout } from "@khop/core";
import { type Limits, type OoxmlPackage, openPackage } from "@khop/ooxml";
import { recognised } from "../../layout/recognise.ts";
import "../errors.ts";
import { Stories } from "../story.ts";
import { LineReader } from "./lines.ts";
import { Looks } from "./looks.ts";
import { measuredSections } from "./sections.ts";

/**
 * Measures the layout of a Word file: paper, margins and page numbers of each section, and every line with what it is and how it looks.
 *
 * - Shape: offsets point into the text that `readDocx` gives of the same bytes; tracked changes are taken as accepted.
 * - Unit: lengths in millimetres, type sizes and spaces in points.
 * - Throws: as `readDocx` does.
 */
export function measureDocx(bytes: Uint8Array, limits: Partial<Limits> = {}): MeasuredLayout {
  const opened = openPackage(bytes, limits);
  const { main } = opened;
  if (!opened.isWord) {
    const contentType = opened.contentType(main) ?? "";
    throw new KhopError("reader/not-word", `The package is no Word file: its main part is "${contentType}".`, { contentType });
  }
  const stories = new Stories(opened, main);
  stories.read();
  const { clean, source } = stories.writing.done();
  const looks = new Looks(opened, main);
  const reader = new LineReader(opened, main, source, looks);
  reader.read();
  const text = clean.source;
  return {
    text,
    pages: pagesOf(opened),
    sections: measuredSections(opened, main, reader.sections, reader.lines, looks, text.length),
    lines: recognised(reader.lines),
  };
}

/** How many pages the program that saved the file says there are; null where it does not say. */
function pagesOf(opened: OoxmlPackage): number | null {
  const part = opened.related("extended-properties");
  if (part === undefined) return null;
  const pages = opened
    .xml(part)
    .elements()
    .find(({ name }) => /(?:^|[:}])Pages$/.test(name));
  const count = Number(pages?.text.trim() || Number.NaN);
  return Number.isInteger(count) && count > 0 ? count : null;
}
