import type { OoxmlPackage, Span, XmlElement } from "@khop/ooxml";
import { gridOf, holdsFigures } from "../writing/grid.ts";
import { markStretch, withMarks } from "../writing/marks.ts";
import { linesOf, writeParagraph } from "../writing/paragraph.ts";
import { inCell, writeTable } from "../writing/table.ts";
import { type Stretch, Writing } from "../writing/writing.ts";
import { DocxFonts } from "./fonts.ts";
import { type Atom, alternative, type Paragraph, paragraphOf } from "./paragraph.ts";
import type { DocxPlace } from "./source.ts";
import { Styles } from "./styles.ts";
import { type Cell, rowsOf } from "./table.ts";

type NoteKind = "footnote" | "endnote";

/** A footnote or endnote that the text refers to. */
interface Note {
  readonly kind: NoteKind;
  readonly id: string;
  readonly mark: string;
  readonly reference: { readonly part: string; readonly run: number };
}

const numerals = [
  ["x", 10],
  ["ix", 9],
  ["v", 5],
  ["iv", 4],
  ["i", 1],
] as const;

/** Endnotes are marked i, ii, iii, so that no footnote has the same mark. */
function roman(number: number): string {
  let [rest, text] = [number, ""];
  for (const [letters, value] of numerals) for (; rest >= value; rest -= value) text += letters;
  return text;
}

/** What a block takes from where it stands. */
interface Setting {
  /** The note whose text this is. */
  readonly note?: Note;
  /** The cell or text box that a paragraph stands in; elsewhere paragraphs are counted. */
  readonly place?: DocxPlace;
}

/** Reads the stories of a Word file, body first and notes last, into one text with its blocks. */
export class Stories {
  readonly writing = new Writing<Span, DocxPlace>({ kind: "paragraph", number: 1 });
  readonly #opened: OoxmlPackage;
  readonly #main: string;
  readonly #styles: Styles;
  readonly fonts: DocxFonts;
  readonly #notes: Note[] = [];
  #paragraphs = 0;
  #tables = 0;
  #boxes = 0;
  /** The part that is being read, and the run that refers to it. */
  #part = "";
  #reference: Span["reference"];
  /** Atoms of a paragraph whose end was deleted. */
  #carried: Atom[] = [];

  constructor(opened: OoxmlPackage, main: string) {
    this.#opened = opened;
    this.#main = main;
    this.#styles = new Styles(opened, main);
    this.fonts = new DocxFonts(opened, main, this.#styles);
  }

  read(): void {
    this.#part = this.#main;
    const body = this.#opened.xml(this.#main).child("w:body");
    if (body !== undefined) this.#blocks(body, {});
    // Notes may refer to further notes: the list grows while it is read.
    for (const kind of ["footnote", "endnote"] as const) this.#readNotes(kind);
  }

  #readNotes(kind: NoteKind): void {
    const part = this.#opened.related(`${kind}s`, this.#main);
    if (part === undefined) return;
    const notes = new Map(
      this.#opened
        .xml(part)
        .elements(`w:${kind}`)
        .map((note) => [note.attributes["w:id"], note]),
    );
    for (const note of this.#notes) {
      const element = note.kind === kind ? notes.get(note.id) : undefined;
      if (element === undefined) continue;
      this.#part = part;
      this.#reference = note.reference;
      this.#blocks(element, { note, place: { kind, mark: note.mark } });
    }
    this.#reference = undefined;
  }

  #blocks(parent: XmlElement, setting: Setting): void {
    let lastTable = false;
    for (const node of parent.elements()) {
      if (node.name === "w:tbl") {
        if (lastTable) this.writing.gap();
        this.#table(node, setting);
        lastTable = true;
        continue;
      }
      lastTable &&= node.name !== "w:p";
      if (node.name === "w:p") this.#paragraph(paragraphOf(node, this.#styles, this.fonts), setting);
      else if (node.name === "mc:AlternateContent") this.#blocks(alternative(node), setting);
      else if (!/^w:(?:del|moveFrom|sdtPr|sdtEndPr|sectPr|tcPr|pPr)$/.test(node.name)) this.#blocks(node, setting);
    }
  }

  #paragraph(paragraph: Paragraph, setting: Setting): void {
    const atoms = [...this.#carried, ...paragraph.atoms];
    this.#carried = paragraph.continues ? atoms : [];
    if (!paragraph.continues) this.#lines(this.#stretches(atoms), paragraph, setting);
    for (const box of paragraph.boxes) this.#box(box, setting);
  }

  #box(box: XmlElement, setting: Setting): void {
    const carried = this.#carried;
    this.#carried = [];
    this.#boxes += 1;
    this.#blocks(box, { ...setting, place: { kind: "box", number: this.#boxes } });
    this.#carried = carried;
  }

  #lines(stretches: readonly Stretch<Span>[], { heading, depth }: Paragraph, { note, place }: Setting): void {
    const lines = linesOf(stretches);
    if (lines.length === 0) return;
    if (place === undefined) this.#paragraphs += 1;
    this.writing.place(place ?? { kind: "paragraph", number: this.#paragraphs });
    writeParagraph(this.writing, lines, { heading, depth, ...(note === undefined ? {} : { note: note.mark }) });
  }

  /** Atoms as they are written: marks of notes, automatic and typed, stand in brackets and are no content. */
  #stretches(atoms: readonly Atom[]): Stretch<Span>[] {
    return withMarks(
      atoms.map((atom) =>
        atom.note === undefined
          ? { text: atom.text, raised: atom.raised, origin: this.#spanOf(atom) }
          : { ...markStretch(this.#markOf(atom)), raised: true },
      ),
    );
  }

  #spanOf({ text, origin, length = text.length }: Atom): Span | null {
    if (origin === null) return null;
    const { run, node, from } = origin;
    // A sign such as w:sym is one in the file, however many it is here.
    const to = from + (node.name === "w:t" || node.name === "m:t" ? length : 1);
    const reference = this.#reference;
    return { part: this.#part, run: run.start, node: node.start, from, to, ...(reference ? { reference } : {}) };
  }

  #markOf({ note, origin }: Atom): string {
    const { kind, id } = note as NonNullable<Atom["note"]>;
    const same = this.#notes.filter((each) => each.kind === kind);
    const known = same.find((each) => each.id === id);
    if (known !== undefined) return known.mark;
    const number = same.length + 1;
    const mark = kind === "footnote" ? String(number) : roman(number);
    this.#notes.push({ kind, id, mark, reference: { part: this.#part, run: origin?.run.start ?? 0 } });
    return mark;
  }

  #table(table: XmlElement, setting: Setting): void {
    this.#tables += 1;
    const number = this.#tables;
    const rows = rowsOf(table);
    const contents = rows.map(({ cells, repeated }) => ({ cells: cells.map((cell) => this.#cell(cell)), repeated }));
    const grid = gridOf(contents);
    if (!holdsFigures(grid)) {
      rows.forEach(({ cells }, row) => {
        for (const { element, column } of cells) this.#blocks(element, { ...setting, place: placeOf(number, row, column) });
      });
      return;
    }
    writeTable(this.writing, contents, (row, column) => placeOf(number, row, column), grid);
    const nested = contents
      .flatMap(({ cells }) => cells)
      .flatMap(({ tables, boxes }) => [...tables, ...boxes.map((box) => ({ ...box, box: true }))]);
    for (const { element, place, ...rest } of nested) {
      this.writing.gap();
      if ("box" in rest) this.#box(element, setting);
      else this.#table(element, { ...setting, place });
    }
    if (nested.length > 0) this.writing.gap();
  }

  #cell(cell: Cell): Content {
    const content: Content = { ...cell, stretches: [], tables: [], boxes: [] };
    this.#cellBlocks(cell.element, content);
    return content;
  }

  #cellBlocks(parent: XmlElement, content: Content): void {
    for (const node of parent.elements()) {
      if (node.name === "w:tbl") content.tables.push({ element: node, place: placeOf(this.#tables, 0, content.column) });
      else if (node.name === "w:p") {
        const { atoms, boxes } = paragraphOf(node, this.#styles, this.fonts);
        if (content.stretches.length > 0 && atoms.length > 0) content.stretches.push({ text: " ", origin: null });
        for (const stretch of this.#stretches(atoms)) content.stretches.push(inCell(stretch));
        for (const element of boxes) content.boxes.push({ element, place: placeOf(this.#tables, 0, content.column) });
      } else if (!/^w:(?:del|moveFrom|sdtPr|sdtEndPr|tcPr)$/.test(node.name))
        this.#cellBlocks(node.name === "mc:AlternateContent" ? alternative(node) : node, content);
    }
  }
}

/** What a cell holds: its text on one line, and the tables and boxes in it. */
interface Content extends Cell {
  readonly stretches: Stretch<Span>[];
  readonly tables: { readonly element: XmlElement; readonly place: DocxPlace }[];
  readonly boxes: { readonly element: XmlElement; readonly place: DocxPlace }[];
}

const placeOf = (table: number, row: number, column: number): DocxPlace => ({ kind: "cell", table, row: row + 1, column: column + 1 });
