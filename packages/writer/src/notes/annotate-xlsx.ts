import { type Cell, type Finding, KhopError, type Language } from "@khop/core";
import { type OoxmlPackage, openPackage, PackageEdit } from "@khop/ooxml";
import "../errors.ts";
import { sentencesOf } from "../sentences.ts";
import type { Note, NoteParagraph } from "./note.ts";
import { parseCell } from "./reference.ts";
import { SheetNotes, sheetParts, threadedCells } from "./sheet.ts";

/** The way from a document's text back into the workbook. What `@khop/reader/xlsx` gives is one. */
export interface CellSource {
  readonly spans: (start: number, end: number) => readonly { readonly sheet: string; readonly cell: string }[];
}

export interface AnnotateXlsxOptions {
  readonly lang: Language;
  /** Who makes the notes; "Khớp" unless said otherwise. */
  readonly author?: string;
}

/** A workbook with notes. */
export interface AnnotatedXlsx {
  readonly bytes: Uint8Array;
  /** Findings that a note tells of, and those that none of their cells can have one for. */
  readonly placed: readonly Finding[];
  readonly unplaced: readonly Finding[];
  /** The file bears a digital signature, which no longer holds for what is written here. */
  readonly signed: boolean;
}

interface Target {
  readonly figure: Cell;
  readonly sheet: string;
  readonly cell: string;
  /** The cell that the finding is about, where people talk in a thread, so that the note stands elsewhere. */
  readonly instead?: string;
}

const elsewhere = {
  vi: (cell: string) => `Ô cần xem là ${cell}; ô ấy có chuỗi bình luận, Excel không hiện thêm ghi chú ở đó.`,
  en: (cell: string) => `The cell to look at is ${cell}; it has a thread of comments, and Excel shows no note there.`,
} as const satisfies Record<Language, (cell: string) => string>;

/**
 * Puts each finding into the original workbook as a note on the cell that it is about; several on one cell are one note.
 *
 * Written are the lists of notes of those sheets, the drawings of their boxes and, where these are new, what ties them to the sheet;
 * every other part stays byte for byte, macros and threads of comments among them. A cell that has a note keeps it, with ours below.
 *
 * - Throws: `OoxmlError` for bytes that are no sound package; `KhopError` "writer/not-excel" for what is no Excel workbook.
 */
export function annotateXlsx(
  bytes: Uint8Array,
  source: CellSource,
  findings: readonly Finding[],
  { lang, author = "Khớp" }: AnnotateXlsxOptions,
): AnnotatedXlsx {
  const opened = openPackage(bytes);
  if (!opened.isExcel) {
    const contentType = opened.contentType(opened.main) ?? "";
    throw new KhopError(
      "writer/not-excel",
      `Notes can be put into an Excel workbook only; the main part of this one is "${contentType}".`,
      {
        contentType,
      },
    );
  }
  const cells = new Cells(opened);
  const notes = new Map<string, Map<string, NoteParagraph[]>>();
  const placed: Finding[] = [];
  const unplaced: Finding[] = [];
  for (const finding of findings) {
    const target = cells.targetOf(finding, source);
    if (target === undefined) {
      unplaced.push(finding);
      continue;
    }
    const { figure, sheet, cell, instead } = target;
    const { title, paragraphs } = sentencesOf(finding, figure, { inFootnote: false, isRepaired: false }, lang);
    const own = notes.get(sheet) ?? new Map<string, NoteParagraph[]>();
    const there = own.get(cell) ?? [];
    there.push(...paragraphs.map((text, at) => (at === 0 ? { title, text } : { text })));
    if (instead !== undefined) there.push({ text: elsewhere[lang](instead) });
    notes.set(sheet, own.set(cell, there));
    placed.push(finding);
  }
  const signed = opened.parts.some((part) => /^_xmlsignatures\//i.test(part));
  if (placed.length === 0) return { bytes, placed, unplaced, signed };
  const edit = new PackageEdit(opened);
  const sheets = new SheetNotes(opened, edit, author);
  for (const [sheet, own] of notes)
    sheets.add(
      sheet,
      [...own].map(([cell, paragraphs]): Note => ({ cell, paragraphs })),
    );
  return { bytes: edit.save(), placed, unplaced, signed };
}

/** Finds the cell of a finding that can have a note. */
class Cells {
  readonly #opened: OoxmlPackage;
  readonly #sheets: ReadonlyMap<string, string>;
  readonly #threaded = new Map<string, ReadonlySet<string>>();

  constructor(opened: OoxmlPackage) {
    this.#opened = opened;
    this.#sheets = sheetParts(opened);
  }

  /** The cell of the likeliest suspect, else of the first figure of the finding that has one; past those with threads. */
  targetOf({ suspects, cells, relations }: Finding, source: CellSource): Target | undefined {
    const candidates = [...suspects.map(({ cell }) => cell), ...cells, ...relations.flatMap((relation) => relation.cells)];
    let instead: string | undefined;
    for (const figure of candidates) {
      if (figure.anchor?.in !== "document") continue;
      const [span] = source.spans(figure.anchor.start, figure.anchor.end);
      const sheet = span === undefined ? undefined : this.#sheets.get(span.sheet);
      if (span === undefined || sheet === undefined || parseCell(span.cell) === undefined) continue;
      if (!this.#isThreaded(sheet, span.cell)) return { figure, sheet, cell: span.cell, ...(instead === undefined ? {} : { instead }) };
      instead ??= span.cell;
    }
    return undefined;
  }

  #isThreaded(sheet: string, cell: string): boolean {
    const known = this.#threaded.get(sheet) ?? threadedCells(this.#opened, sheet);
    this.#threaded.set(sheet, known);
    return known.has(cell);
  }
}
