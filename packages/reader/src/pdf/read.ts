import { KhopError } from "@khop/core";
import type { ReadDocument } from "../document.ts";
import { readBlocks } from "../read.ts";
import type { DocumentSource, Origin } from "../writing/source.ts";
import { loadEngine } from "./engine.ts";
import "./errors.ts";
import { type FlowItem, flowOf, sheetOf } from "./flow.ts";
import { withoutFurniture } from "./furniture.ts";
import type { Ink } from "./ink.ts";
import { type PdfLimits, usualLimits } from "./limits.ts";
import { type Note, partNotes } from "./notes.ts";
import { type Pages, readPages } from "./pages.ts";
import { sizeOf } from "./paragraphs.ts";
import type { PdfPlace, PdfSource } from "./source.ts";
import { Story } from "./story.ts";

/** A PDF, read: its text, every number in it, the relations between them, and the way back to where each is drawn. */
export interface PdfDocument extends ReadDocument {
  readonly source: PdfSource;
  /** Pages of the file, and how many of them were read before a limit was reached. */
  readonly pages: { readonly count: number; readonly read: number; readonly withoutText: readonly number[] };
}

/**
 * Reads a PDF that has text: paragraphs, lists, tables and footnotes, told apart by where and how they are drawn.
 *
 * Running heads and page numbers are left out, and so are comments and form fields. Pictures are not read: a page that was scanned has
 * no text. Bytes in, nothing fetched, nothing run.
 *
 * - Throws: `KhopError` "reader/pdf-damaged", "reader/pdf-password", "reader/pdf-no-text", "reader/pdf-no-unicode", "reader/pdf-limit".
 */
export async function readPdf(bytes: Uint8Array, limits: Partial<PdfLimits> = {}): Promise<PdfDocument> {
  const read = await readPages(await loadEngine(), bytes, { ...usualLimits, ...limits });
  const { writing, ink } = storyOf(read);
  const { clean, source } = writing.done();
  if (clean.text.trim() === "")
    throw new KhopError("reader/pdf-no-text", `None of the ${read.count} pages has text.`, { pages: read.count });
  refuseUnreadable(clean.text, read.fonts);
  return Object.assign(readBlocks(clean, writing.blocks), {
    source: sourceOf(source, ink),
    pages: {
      count: read.count,
      read: read.pages.length,
      withoutText: read.pages.filter(({ runs }) => runs.length === 0).map(({ number }) => number),
    },
  });
}

/** A paragraph goes over lines and pages: where in it an offset stands, its ink says. */
function sourceOf({ spans, placeAt }: DocumentSource<Origin, PdfPlace>, ink: Ink): PdfSource {
  return {
    spans,
    boxes: (start, end) => ink.boxes(spans(start, end)),
    placeAt: (offset) => {
      const place = placeAt(offset);
      const drawn = place.kind === "page" ? ink.lineOf(spans(offset, offset + 1)) : undefined;
      return drawn === undefined ? place : { kind: "page", number: drawn.page, line: drawn.line };
    },
  };
}

/** Pages made into one text. */
function storyOf({ pages }: Pick<Pages, "pages">): Story {
  const sheets = pages.map(sheetOf);
  const bodies = withoutFurniture(sheets);
  const size = sizeOf(bodies.flat());
  const items: FlowItem[] = [];
  const notes: Note[] = [];
  sheets.forEach((sheet, i) => {
    const parted = partNotes(sheet, bodies[i] ?? [], size);
    notes.push(...parted.notes);
    items.push(...flowOf(sheet, parted.body));
  });
  return new Story(items, notes, new Map(pages.map(({ number, turn }) => [number, turn])));
}

/** Signs that no font explains: private use, controls, the sign for the unknown. */
const unknown = /[\ue000-\uf8ff\ufffd\u0080-\u009f]/gu;
/** Fonts of before Unicode: their codes are Latin letters that look like Vietnamese ones. */
const oldFont = /^(?:[A-Z]{6}\+)?(?:\.Vn|VNI-|VNtime|TCVN)/i;

function refuseUnreadable(text: string, fonts: ReadonlySet<string>): void {
  const lost = text.match(unknown)?.length ?? 0;
  const old = [...fonts].filter((name) => oldFont.test(name));
  if (lost === 0 && old.length === 0) return;
  const letters = text.match(/[\p{L}\p{Co}\ufffd\u0080-\u009f]/gu)?.length ?? 0;
  if (lost <= letters * 0.2 && (old.length === 0 || /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu.test(text))) return;
  throw new KhopError("reader/pdf-no-unicode", "The fonts of the PDF do not say which letters they draw.", {
    fonts: old.length > 0 ? old : [...fonts],
  });
}
