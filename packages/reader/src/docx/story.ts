import type { OoxmlPackage, XmlElement } from "@khop/ooxml";
import { type Block, itemDepth } from "../blocks.ts";
import { type Atom, alternative, type Paragraph, paragraphOf } from "./paragraph.ts";
import type { DocxPlace } from "./source.ts";
import { Styles } from "./styles.ts";
import { type Cell, type Grid, headRows, holdsFigures, rowsOf } from "./table.ts";
import { type Stretch, Writing } from "./writing.ts";

type NoteKind = "footnote" | "endnote";

/** A footnote or endnote that the text refers to. */
interface Note {
  readonly kind: NoteKind;
  readonly id: string;
  readonly mark: string;
  readonly reference: { readonly part: string; readonly run: number };
}

/** Raised digits, in brackets or not: a footnote's mark that was typed. */
const typedMark = /^\s*\[?(\d{1,2})\]?\s*$/;
/** Behind these, raised digits are a power: m², km³. */
const measure = /(?:^|[\s\d(/])(?:[kcdm]?m)$/u;

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
  readonly writing = new Writing();
  readonly #opened: OoxmlPackage;
  readonly #main: string;
  readonly #styles: Styles;
  readonly #notes: Note[] = [];
  #paragraphs = 0;
  #tables = 0;
  #boxes = 0;
  /** Atoms of a paragraph whose end was deleted. */
  #carried: Atom[] = [];

  constructor(opened: OoxmlPackage, main: string) {
    this.#opened = opened;
    this.#main = main;
    this.#styles = new Styles(opened, main);
  }

  read(): void {
    this.writing.part = this.#main;
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
      this.writing.part = part;
      this.writing.reference = note.reference;
      this.#blocks(element, { note, place: { kind, mark: note.mark } });
    }
    this.writing.reference = undefined;
  }

  #blocks(parent: XmlElement, setting: Setting): void {
    let lastTable = false;
    for (const node of parent.elements()) {
      if (node.name === "w:tbl") {
        if (lastTable) this.#gap();
        this.#table(node, setting);
        lastTable = true;
        continue;
      }
      lastTable &&= node.name !== "w:p";
      if (node.name === "w:p") this.#paragraph(paragraphOf(node, this.#styles), setting);
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

  /** Writes a paragraph: one block, and one more for each line in it that opens like a list item. */
  #lines(stretches: readonly Stretch[], { heading, depth }: Paragraph, { note, place }: Setting): void {
    const lines = splitAtBreaks(stretches).filter((line) => line.some(({ text }) => text.trim() !== ""));
    if (lines.length === 0) return;
    if (place === undefined) this.#paragraphs += 1;
    this.writing.place(place ?? { kind: "paragraph", number: this.#paragraphs });
    let block: Block | undefined;
    for (const line of lines) {
      const first = line.find(({ text }) => text.trim() !== "");
      const typed = note === undefined && block === undefined && first?.cut?.mark !== undefined ? first.cut.mark : undefined;
      const lead: Stretch[] = note !== undefined && block === undefined ? [{ text: `[${note.mark}] `, origin: null, cut: {} }] : [];
      const written = this.writing.line([...lead, ...line]);
      const own = itemDepth(line.map(({ text }) => text).join(""));
      if (block !== undefined && (own === 0 || note !== undefined)) {
        block.ranges.push([written.start, written.end]);
        continue;
      }
      const mark = note?.mark ?? typed;
      const listed = block === undefined ? depth || own : own;
      const kind = mark !== undefined ? "footnote" : heading && block === undefined ? "heading" : listed > 0 ? "item" : "paragraph";
      block = {
        kind,
        ranges: [[written.start, written.end]],
        depth: kind === "item" ? listed : 0,
        ...(mark === undefined ? {} : { mark }),
      };
      this.writing.blocks.push(block);
    }
  }

  /** Atoms as they are written: marks of notes, automatic and typed, stand in brackets and are no content. */
  #stretches(atoms: readonly Atom[]): Stretch[] {
    const made: Stretch[] = [];
    let before = "";
    for (let i = 0; i < atoms.length; i += 1) {
      const atom = atoms[i] as Atom;
      if (atom.note !== undefined) {
        const mark = this.#markOf(atom);
        made.push({ text: `[${mark}]`, origin: null, cut: { mark } });
        continue;
      }
      let end = i;
      while (atom.raised && atoms[end + 1]?.raised && atoms[end + 1]?.note === undefined) end += 1;
      const group = atoms.slice(i, end + 1);
      const mark = atom.raised && !measure.test(before) ? typedMark.exec(group.map(({ text }) => text).join(""))?.[1] : undefined;
      if (mark !== undefined) made.push({ text: `[${mark}]`, origin: null, cut: { mark } });
      else made.push(...group);
      before = (before + group.map(({ text }) => text).join("")).slice(-5);
      i = end;
    }
    return made;
  }

  #markOf({ note, origin }: Atom): string {
    const { kind, id } = note as NonNullable<Atom["note"]>;
    const same = this.#notes.filter((each) => each.kind === kind);
    const known = same.find((each) => each.id === id);
    if (known !== undefined) return known.mark;
    const number = same.length + 1;
    const mark = kind === "footnote" ? String(number) : roman(number);
    this.#notes.push({ kind, id, mark, reference: { part: this.writing.part, run: origin?.run.start ?? 0 } });
    return mark;
  }

  /** An empty block, so that tables on its two sides are not one. */
  #gap(): void {
    const { start, end } = this.writing.line([]);
    this.writing.blocks.push({ kind: "paragraph", ranges: [[start, end]], depth: 0 });
  }

  #table(table: XmlElement, setting: Setting): void {
    this.#tables += 1;
    const number = this.#tables;
    const rows = rowsOf(table);
    const contents = rows.map(({ cells }) => cells.map((cell) => this.#cell(cell)));
    const width = Math.max(0, ...rows.map(({ cells }) => Math.max(0, ...cells.map(({ column, span }) => column + span))));
    const grid = contents.map((row) => gridRow(row, width));
    if (!holdsFigures(grid)) {
      rows.forEach(({ cells }, row) => {
        for (const { element, column } of cells) this.#blocks(element, { ...setting, place: placeOf(number, row, column) });
      });
      return;
    }
    const heads = headRows(rows, grid);
    if (heads === 0) this.#rule(width, "");
    contents.forEach((row, at) => {
      if (at === heads) this.#rule(width, "---");
      this.#row(row, width, at < heads, number, at);
    });
    const nested = contents.flat().flatMap(({ tables, boxes }) => [...tables, ...boxes.map((box) => ({ ...box, box: true }))]);
    for (const { element, place, ...rest } of nested) {
      this.#gap();
      if ("box" in rest) this.#box(element, setting);
      else this.#table(element, { ...setting, place });
    }
    if (nested.length > 0) this.#gap();
  }

  #cell(cell: Cell): Content {
    const stretches: Stretch[] = [];
    const content: Content = { cell, stretches, tables: [], boxes: [] };
    this.#cellBlocks(cell.element, content);
    return content;
  }

  #cellBlocks(parent: XmlElement, content: Content): void {
    for (const node of parent.elements()) {
      if (node.name === "w:tbl") content.tables.push({ element: node, place: placeOf(this.#tables, 0, content.cell.column) });
      else if (node.name === "w:p") {
        const { atoms, boxes } = paragraphOf(node, this.#styles);
        if (content.stretches.length > 0 && atoms.length > 0) content.stretches.push({ text: " ", origin: null });
        // A cell is one line, and only its own bars part cells.
        for (const stretch of this.#stretches(atoms))
          content.stretches.push({ ...stretch, text: stretch.text.replace(/\s/g, " ").replaceAll("|", "¦") });
        for (const element of boxes) content.boxes.push({ element, place: placeOf(this.#tables, 0, content.cell.column) });
      } else if (!/^w:(?:del|moveFrom|sdtPr|sdtEndPr|tcPr)$/.test(node.name))
        this.#cellBlocks(node.name === "mc:AlternateContent" ? alternative(node) : node, content);
    }
  }

  #row(contents: readonly Content[], width: number, head: boolean, table: number, row: number): void {
    const bar: Stretch = { text: "| ", origin: null };
    const line: Stretch[] = [bar];
    const places = new Map<Stretch, DocxPlace>([[bar, placeOf(table, row, 0)]]);
    let column = 0;
    const next = (stretches: readonly Stretch[]): void => {
      line.push(...stretches);
      column += 1;
      const end: Stretch = { text: column < width ? " | " : " |", origin: null };
      if (column < width) places.set(end, placeOf(table, row, column));
      line.push(end);
    };
    for (const { cell, stretches } of contents) {
      while (column < cell.column) next([]);
      const own = cell.merged ? [] : stretches;
      next(own);
      // A heading over several columns heads each of them; its numbers are not said twice.
      const again = head && !own.some(({ text }) => /\d/.test(text)) ? own.map(({ text }) => ({ text, origin: null })) : [];
      for (let i = 1; i < cell.span; i += 1) next(again);
    }
    while (column < width) next([]);
    this.#rowBlock(line, places);
  }

  #rule(width: number, dashes: string): void {
    this.#rowBlock([{ text: `|${` ${dashes} |`.repeat(width)}`, origin: null }]);
  }

  #rowBlock(line: readonly Stretch[], places?: ReadonlyMap<Stretch, DocxPlace>): void {
    const { start, end } = this.writing.line(line, places);
    this.writing.blocks.push({ kind: "row", ranges: [[start, end]], depth: 0 });
  }
}

/** What a cell holds: its text on one line, and the tables and boxes in it. */
interface Content {
  readonly cell: Cell;
  readonly stretches: Stretch[];
  readonly tables: { readonly element: XmlElement; readonly place: DocxPlace }[];
  readonly boxes: { readonly element: XmlElement; readonly place: DocxPlace }[];
}

const placeOf = (table: number, row: number, column: number): DocxPlace => ({ kind: "cell", table, row: row + 1, column: column + 1 });

function gridRow(row: readonly Content[], width: number): Grid[number] {
  const texts: (string | undefined)[] = Array.from({ length: width }, () => undefined);
  for (const { cell, stretches } of row)
    if (!cell.merged)
      texts[cell.column] = stretches
        .map(({ text, cut }) => (cut ? "" : text))
        .join("")
        .trim();
  return texts;
}

/** Lines of a paragraph that the author broke by hand. */
function splitAtBreaks(stretches: readonly Stretch[]): Stretch[][] {
  const lines: Stretch[][] = [[]];
  for (const stretch of stretches) {
    if (stretch.text === "\n") lines.push([]);
    else (lines.at(-1) as Stretch[]).push(stretch.text.includes("\n") ? { ...stretch, text: stretch.text.replaceAll("\n", " ") } : stretch);
  }
  return lines;
}
