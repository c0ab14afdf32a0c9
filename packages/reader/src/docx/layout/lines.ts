import type { Look, Setting } from "@khop/core";
import type { OoxmlPackage, XmlElement } from "@khop/ooxml";
import type { RawLine, RawPlace } from "../../layout/raw-line.ts";
import { holdsFigures } from "../../writing/grid.ts";
import { DocxFonts } from "../fonts.ts";
import { type Atom, alternative, paragraphOf } from "../paragraph.ts";
import type { DocxSource } from "../source.ts";
import { Styles } from "../styles.ts";
import { rowsOf } from "../table.ts";
import type { Looks, ResolvedParagraph } from "./looks.ts";

/** Where a section of the document ends: behind so many lines, with these properties. */
export interface SectionEnd {
  readonly lines: number;
  readonly tables: number;
  readonly properties: XmlElement;
}

/** What the lines of a paragraph share. */
interface ReadParagraph {
  readonly resolved: ResolvedParagraph;
  /** Null for what stands between tabs: their stops place it, not the paragraph. */
  readonly setting: Setting | null;
  readonly heading: boolean;
  readonly place: RawPlace;
}

/** Reads the lines of a Word file with their looks, body first and notes last. */
export class LineReader {
  readonly lines: RawLine[] = [];
  readonly sections: SectionEnd[] = [];
  readonly #opened: OoxmlPackage;
  readonly #main: string;
  readonly #looks: Looks;
  readonly #styles: Styles;
  readonly #fonts: DocxFonts;
  readonly #offsets: ReadonlyMap<string, readonly { from: number; start: number }[]>;
  #part = "";
  #tables = 0;
  #figureTables = 0;
  #before: ResolvedParagraph | undefined;

  constructor(opened: OoxmlPackage, main: string, source: DocxSource, looks: Looks) {
    this.#opened = opened;
    this.#main = main;
    this.#looks = looks;
    this.#styles = new Styles(opened, main);
    this.#fonts = new DocxFonts(opened, main, this.#styles);
    this.#offsets = offsetsIn(source);
  }

  read(): void {
    this.#part = this.#main;
    const body = this.#opened.xml(this.#main).child("w:body");
    if (body === undefined) return;
    this.#blocks(body, { kind: "body" }, undefined);
    const last = body.child("w:sectPr");
    if (last !== undefined) this.#endSection(last);
    for (const kind of ["footnote", "endnote"]) {
      const part = this.#opened.related(`${kind}s`, this.#main);
      if (part === undefined) continue;
      this.#part = part;
      for (const note of this.#opened.xml(part).elements(`w:${kind}`)) this.#blocks(note, { kind: "footnote" }, undefined);
    }
  }

  #endSection(properties: XmlElement): void {
    this.sections.push({ lines: this.lines.length, tables: this.#figureTables, properties });
  }

  #blocks(parent: XmlElement, place: RawPlace, tableStyle: string | undefined): void {
    for (const node of parent.elements()) {
      if (node.name === "w:p") this.#paragraph(node, place, tableStyle);
      else if (node.name === "w:tbl") this.#table(node);
      else if (node.name === "mc:AlternateContent") this.#blocks(alternative(node), place, tableStyle);
      else if (!/^w:(?:del|moveFrom|sdtPr|sdtEndPr|sectPr|tcPr|pPr)$/.test(node.name)) this.#blocks(node, place, tableStyle);
    }
  }

  #table(table: XmlElement): void {
    const number = this.#tables;
    this.#tables += 1;
    const rows = rowsOf(table);
    const figures = holdsFigures(rows.map(({ cells }) => cells.map(({ element }) => element.text.trim())));
    if (figures) this.#figureTables += 1;
    const style = table.child("w:tblPr")?.child("w:tblStyle")?.attributes["w:val"] ?? "";
    rows.forEach(({ cells }, row) => {
      for (const { element, column } of cells) this.#blocks(element, { kind: "cell", table: number, row, column, figures }, style);
    });
  }

  #paragraph(element: XmlElement, place: RawPlace, tableStyle: string | undefined): void {
    const { atoms, boxes, heading } = paragraphOf(element, this.#styles, this.#fonts);
    const resolved = this.#looks.paragraph(element, tableStyle);
    const lines = linesOf(atoms).filter((line) => line.some(({ text }) => text.trim() !== ""));
    const looks = looksOf(atoms, resolved);
    const size = Math.max(...looks.map((look) => look.size), 1);
    const opening = lines[0]?.map(({ text }) => text).join("") ?? "";
    const setting = this.#closed(resolved, this.#looks.setting(resolved, opening, size));
    let label = resolved.label;
    for (const line of lines) {
      const made = this.#line(line, label, { resolved, setting, heading, place });
      if (made === undefined) continue;
      label = "";
      this.lines.push(made);
    }
    this.#before = resolved;
    for (const box of boxes) this.#blocks(box, place, tableStyle);
    const section = element.child("w:pPr")?.child("w:sectPr");
    if (section !== undefined && place.kind === "body") this.#endSection(section);
  }

  /** Paragraphs of one style that say so keep no space between them. */
  #closed(resolved: ResolvedParagraph, setting: Setting): Setting {
    const last = this.lines.at(-1);
    if (this.#before?.style !== resolved.style || last === undefined || last.setting === null) return setting;
    if (this.#before.properties.contextual === true)
      this.lines[this.lines.length - 1] = { ...last, setting: { ...last.setting, after: 0 } };
    return resolved.properties.contextual === true ? { ...setting, before: 0 } : setting;
  }

  #line(atoms: readonly Atom[], label: string, paragraph: ReadParagraph): RawLine | undefined {
    const { resolved, setting, heading, place } = paragraph;
    const text = atoms.map((atom) => atom.text).join("");
    const placed = atoms.flatMap((atom) => this.#stretchOf(atom));
    if (placed.length === 0) return undefined;
    const looks = looksOf(atoms, resolved);
    const opening = looks.find(({ letters }) => letters > 0);
    const columns = place.kind === "body" ? columnsOf(atoms) : [];
    return {
      start: Math.min(...placed.map(([start]) => start)),
      end: Math.max(...placed.map(([, end]) => end)),
      text: label === "" ? text.normalize("NFC") : `${label} ${text.normalize("NFC")}`,
      place,
      looks,
      setting,
      isBullet: resolved.isBullet,
      emphasised: heading || resolved.isHeading || opening?.bold === true,
      columns:
        columns.length < 2
          ? []
          : columns.flatMap((column) => this.#line(column, "", { ...paragraph, setting: null, heading: false }) ?? []),
    };
  }

  #stretchOf({ text, origin }: Atom): [start: number, end: number][] {
    if (origin === null || text.trim() === "") return [];
    const pieces = this.#offsets.get(`${this.#part} ${origin.node.start}`);
    const piece = pieces?.findLast(({ from }) => from <= origin.from) ?? pieces?.[0];
    if (piece === undefined) return [];
    const start = piece.start + Math.max(0, origin.from - piece.from);
    return [[start, start + text.length]];
  }
}

/** Where the characters of each element of the file stand in the document's text. */
function offsetsIn(source: DocxSource): Map<string, { from: number; start: number }[]> {
  const offsets = new Map<string, { from: number; start: number }[]>();
  for (const { part, node, from, start } of source.spans(0, Number.MAX_SAFE_INTEGER)) {
    const key = `${part} ${node}`;
    const there = offsets.get(key);
    if (there === undefined) offsets.set(key, [{ from, start }]);
    else there.push({ from, start });
  }
  return offsets;
}

function linesOf(atoms: readonly Atom[]): Atom[][] {
  const lines: Atom[][] = [[]];
  for (const atom of atoms) {
    if (atom.text === "\n") lines.push([]);
    else lines.at(-1)?.push(atom);
  }
  return lines;
}

/** The stretches between tabs, where there are words on both sides of one. Some programs write a tab as a letter of the text. */
function columnsOf(atoms: readonly Atom[]): Atom[][] {
  const columns: Atom[][] = [[]];
  for (const atom of atoms) {
    let from = 0;
    for (const [i, text] of atom.text.split("\t").entries()) {
      if (i > 0) columns.push([]);
      const { origin } = atom;
      if (text !== "") columns.at(-1)?.push({ ...atom, text, origin: origin && { ...origin, from: origin.from + from } });
      from += text.length + 1;
    }
  }
  return columns.filter((column) => column.some(({ text }) => text.trim() !== ""));
}

/** Looks of the letters of a line; neighbours that look alike are one. Marks of notes have a look of their own and are left out. */
function looksOf(atoms: readonly Atom[], resolved: ResolvedParagraph): Look[] {
  const looks: Look[] = [];
  for (const { text, origin, note, raised } of atoms) {
    if (origin === null || note !== undefined || raised || origin.run.name !== "w:r") continue;
    const look = resolved.lookOf(origin.run, text);
    const last = looks.at(-1);
    if (last !== undefined && isAlike(last, look)) looks[looks.length - 1] = { ...last, letters: last.letters + look.letters };
    else looks.push(look);
  }
  return looks;
}

const isAlike = (a: Look, b: Look): boolean =>
  a.font === b.font &&
  a.size === b.size &&
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.underline === b.underline &&
  a.caps === b.caps &&
  a.colour === b.colour;
