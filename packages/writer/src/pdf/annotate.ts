import type { Cell, Finding, Language } from "@khop/core";
import { sentencesOf, titleOfRelated } from "../sentences.ts";
import type { Box, BoxSource, PdfEngine } from "./engine.ts";
import { asAnnotation, colours, type Highlight } from "./highlight.ts";

export interface AnnotatePdfOptions {
  readonly lang: Language;
  /** When the notes were made: `2025-03-31T08:00:00Z`. */
  readonly date: string;
  /** Who makes the notes; "Khớp" unless said otherwise. */
  readonly author?: string;
}

/** A PDF with highlights. */
export interface AnnotatedPdf {
  /** The original bytes, and behind them what was added. */
  readonly bytes: Uint8Array;
  /** Findings that a highlight tells of, and those whose figures are drawn nowhere. */
  readonly placed: readonly Finding[];
  readonly unplaced: readonly Finding[];
  /** How many highlights were put in. */
  readonly highlights: number;
  /** The file bears a digital signature. It still covers the original bytes, and readers will say that something was added since. */
  readonly signed: boolean;
}

/** What is to be said about one figure. */
interface Told {
  readonly boxes: readonly Box[];
  /** The gravest of what is said of it comes first and gives the colour. */
  colour: Highlight["colour"];
  isMain: boolean;
  readonly notes: string[];
}

/** A sum of sixty parts is not painted all over. */
const mostRelated = 20;

/**
 * Highlights the figures of each finding in the original PDF: the one that it is about in the colour of its severity, those that it is
 * held against pale; each with a note that says what does not fit.
 *
 * The file is added to, not written anew: every byte of it stays, and so do its own notes.
 *
 * - Throws: the engine's errors for bytes that it cannot open.
 */
export async function annotatePdf(
  engine: PdfEngine,
  bytes: Uint8Array,
  source: BoxSource,
  findings: readonly Finding[],
  { lang, date, author = "Khớp" }: AnnotatePdfOptions,
): Promise<AnnotatedPdf> {
  const told = new Map<number, Told>();
  const placed: Finding[] = [];
  const unplaced: Finding[] = [];
  for (const finding of findings) (tell(finding, source, lang, told) ? placed : unplaced).push(finding);
  const task = engine.getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    const highlights = [...told.values()].flatMap(highlightsOf);
    highlights.forEach((highlight, i) => {
      document.annotationStorage.setValue(`pdfjs_internal_editor_${i}`, asAnnotation(highlight, { author, date: new Date(date) }));
    });
    const signed = (await document.getSignatures()) !== null;
    const saved = highlights.length === 0 ? bytes : await document.saveDocument();
    return { bytes: saved, placed, unplaced, highlights: highlights.length, signed };
  } finally {
    await task.destroy();
  }
}

/** Notes for the figures of a finding; false when none of them is drawn. */
function tell(finding: Finding, source: BoxSource, lang: Language, told: Map<number, Told>): boolean {
  const { suspects, cells, severity, relations, ambiguous } = finding;
  const all = new Set([...suspects.map(({ cell }) => cell), ...cells, ...relations.flatMap((relation) => relation.cells)]);
  // Where repairs tie, nobody is accused more than the others.
  const mains = new Set<Cell>(ambiguous ? suspects.map(({ cell }) => cell) : []);
  let count = 0;
  for (const cell of all) {
    if (cell.anchor?.in !== "document" || count > mostRelated) continue;
    const { start, end } = cell.anchor;
    const boxes = told.get(start)?.boxes ?? source.boxes(start, end);
    if (boxes.length === 0) continue;
    if (mains.size === 0) mains.add(cell);
    const isMain = mains.has(cell);
    count += 1;
    const { title, paragraphs } = sentencesOf(finding, cell, { inFootnote: false, isRepaired: false }, lang);
    const note = [`${isMain ? title : titleOfRelated(title, lang)}: ${paragraphs[0]}`, ...paragraphs.slice(1)].join("\n");
    const known = told.get(start);
    if (known === undefined) told.set(start, { boxes, colour: colours[isMain ? severity : "related"], isMain, notes: [note] });
    else if (isMain && !known.isMain) {
      known.notes.unshift(note);
      known.colour = colours[severity];
      known.isMain = true;
    } else known.notes.push(note);
  }
  return count > 0;
}

/** One highlight, or one for each page that a figure stands on. */
function highlightsOf({ boxes, colour, notes }: Told): Highlight[] {
  const note = notes.join("\n\n");
  return [...new Set(boxes.map(({ page }) => page))].map((page) => ({
    page,
    boxes: boxes.filter((box) => box.page === page),
    colour,
    note,
  }));
}
