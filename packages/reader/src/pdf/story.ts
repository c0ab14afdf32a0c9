import { type Grid, gridOf, holdsFigures, type TableRow } from "../writing/grid.ts";
import { withMarks } from "../writing/marks.ts";
import { writeParagraph } from "../writing/paragraph.ts";
import type { Origin } from "../writing/source.ts";
import { inCell, writeTable } from "../writing/table.ts";
import { type Stretch, Writing } from "../writing/writing.ts";
import type { FlowItem, FlowLine, FlowTable } from "./flow.ts";
import type { Turn } from "./geometry.ts";
import { Ink } from "./ink.ts";
import type { Line, Sign } from "./lines.ts";
import type { Note } from "./notes.ts";
import { goesOn, isHeading, type Measure, measureOf } from "./paragraphs.ts";
import type { PdfPlace } from "./source.ts";

/** Writes what stands on the pages, in reading order, into one text with its blocks. */
export class Story {
  readonly writing = new Writing<Origin, PdfPlace>({ kind: "page", number: 1, line: 1 });
  readonly ink: Ink;
  readonly #notes: Note[];
  readonly #measure: Measure;
  #open: FlowLine[] = [];
  #tables = 0;
  #lastTable = false;

  constructor(items: readonly FlowItem[], notes: readonly Note[], turns: ReadonlyMap<number, Turn>) {
    this.ink = new Ink(turns);
    this.#notes = withRests(notes);
    this.#measure = measureOf(items.filter((item) => item.kind === "line"));
    let table: TableOnPages | undefined;
    for (const [i, item] of items.entries()) {
      if (item.kind === "table") {
        table = this.#goOn(table, item);
        continue;
      }
      if (table !== undefined) this.#table(table);
      table = undefined;
      if (this.#open.length > 0 && !goesOn(this.#open, item, this.#measure, lineAt(items, i + 1))) this.#paragraph();
      this.#open.push(item);
    }
    if (table !== undefined) this.#table(table);
    this.#paragraph();
    this.#writeNotes(Number.POSITIVE_INFINITY);
  }

  #paragraph(): void {
    const lines = this.#open;
    const [first] = lines;
    this.#open = [];
    if (first === undefined) return;
    this.#writeNotes(first.page - 1);
    const places = new Map<Line, PdfPlace>(lines.map((line) => [line, { kind: "page", number: line.page, line: line.number }]));
    this.#write(lines, places, { heading: isHeading(lines, this.#measure) });
    this.#writeNotes((lines.at(-1) as FlowLine).page - 1);
  }

  #write(lines: readonly PagedLine[], places: ReadonlyMap<Line, PdfPlace>, standing: { heading?: boolean; note?: string }): void {
    const [first] = lines;
    if (first === undefined) return;
    this.writing.place(places.get(first) as PdfPlace);
    writeParagraph(this.writing, [this.#stretches(lines)], standing);
    this.#lastTable = false;
  }

  /** Notes of the pages that are over. */
  #writeNotes(page: number): void {
    while (this.#notes.length > 0 && (this.#notes[0] as Note).page <= page) {
      const note = this.#notes.shift() as Note;
      const { mark = "" } = note;
      const lines = note.lines.map((line) => ({ ...line, page: note.page }));
      const [first] = lines;
      if (first === undefined) continue;
      this.#write(
        lines,
        new Map<Line, PdfPlace>([[first, { kind: "footnote", page: note.page, mark }]]),
        mark === "" ? {} : { note: mark },
      );
    }
  }

  /** The signs of lines that are one text: raised digits become marks, and what the end of a line cut is whole again. */
  #stretches(lines: readonly PagedLine[]): Stretch<Origin>[] {
    const atoms: (Stretch<Origin> & { raised: boolean })[] = [];
    lines.forEach((line, i) => {
      const before = lines[i - 1];
      if (before !== undefined && !cutsWord(before.text)) atoms.push({ text: " ", origin: null, raised: false });
      for (const [signs, raised] of stretched(line.signs)) {
        const from = this.ink.length;
        let text = "";
        for (const sign of signs) {
          this.ink.add(sign, line.page, line.number ?? 0);
          text += sign.text;
        }
        atoms.push({ text, origin: { from, to: this.ink.length }, raised });
      }
    });
    return withMarks(atoms);
  }

  #goOn(before: TableOnPages | undefined, table: FlowTable): TableOnPages {
    if (before !== undefined && table.page === before.last.page + 1 && sameColumns(before.last, table)) {
      before.parts.push(table);
      before.last = table;
      return before;
    }
    if (before !== undefined) this.#table(before);
    else this.#paragraph();
    return { parts: [table], last: table };
  }

  #table({ parts }: TableOnPages): void {
    this.#writeNotes((parts[0] as FlowTable).page - 1);
    const written: WrittenRow[] = [];
    for (const table of parts) {
      const own = this.#rows(table, table === parts[0] ? undefined : parts[0]);
      const [first, last] = [own[0], written.at(-1)];
      if (first !== undefined && last !== undefined && isRestOf(first.row, last.row)) {
        own.shift();
        written[written.length - 1] = { ...last, row: withRest(last.row, first.row) };
      }
      written.push(...own);
    }
    const rows = written.map(({ row }) => row);
    const grid: Grid = gridOf(rows);
    if (!holdsFigures(grid)) {
      for (const table of parts)
        for (const { lines } of [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
          this.#open = lines.map((line) => ({
            ...line,
            page: table.page,
            number: 1,
            left: table.x0,
            right: Number.NEGATIVE_INFINITY,
            opens: false,
          }));
          this.#layoutCell();
        }
      return;
    }
    if (this.#lastTable) this.writing.gap();
    this.#tables += 1;
    const number = this.#tables;
    writeTable(
      this.writing,
      rows,
      (row, column): PdfPlace => ({ kind: "cell", page: written[row]?.page ?? 1, table: number, row: row + 1, column: column + 1 }),
      grid,
    );
    this.#lastTable = true;
  }

  /** A cell of a table that only lays out the page: its lines are paragraphs. */
  #layoutCell(): void {
    const lines = this.#open;
    const right = lines.reduce((most, { x1 }) => Math.max(most, x1), Number.NEGATIVE_INFINITY);
    const left = lines.reduce((least, { x0 }) => Math.min(least, x0), Number.POSITIVE_INFINITY);
    this.#open = [];
    for (const line of lines) {
      const own = { ...line, left, right };
      if (this.#open.length > 0 && !goesOn(this.#open, own, this.#measure)) this.#paragraph();
      this.#open.push(own);
    }
    this.#paragraph();
  }

  /** The rows of a table; those at its head are left out if the table that it goes on from has them. */
  #rows(table: FlowTable, first: FlowTable | undefined): WrittenRow[] {
    const texts = Array.from({ length: table.rows }, (_, row) => rowText(table, row));
    let from = 0;
    while (first !== undefined && from < table.rows - 1 && from < 5 && texts[from] !== "" && texts[from] === rowText(first, from))
      from += 1;
    const rows: WrittenRow[] = [];
    for (let row = from; row < table.rows; row += 1) {
      const here = table.cells.filter((cell) => cell.row <= row && row < cell.row + cell.rows).sort((a, b) => a.column - b.column);
      if (texts[row] === "" && here.every((cell) => cell.row === row)) continue;
      const cells = here.map((cell) => ({
        column: cell.column,
        span: cell.columns,
        merged: cell.row < row,
        stretches: cell.row < row ? [] : this.#stretches(cell.lines.map((line) => ({ ...line, page: table.page }))).map(inCell),
      }));
      rows.push({ row: { cells, repeated: false }, page: table.page });
    }
    return rows;
  }
}

/** A line, its page, and its number there where lines are counted: not in tables and notes. */
type PagedLine = Line & { readonly page: number; readonly number?: number };

interface WrittenRow {
  readonly row: TableRow<Origin>;
  readonly page: number;
}

const saidIn = ({ stretches }: TableRow<Origin>["cells"][number]): string => stretches.map(({ text }) => text).join("");

/** The rest of a row that a page cuts: it has no number or name of its own, and goes on with words only. */
function isRestOf({ cells }: TableRow<Origin>, above: TableRow<Origin>): boolean {
  const said = cells.filter((cell) => saidIn(cell) !== "");
  if (said.length === 0 || cells[0] === undefined || saidIn(cells[0]) !== "" || cells.length !== above.cells.length) return false;
  return said.every(
    (cell) => /^\p{Ll}/u.test(saidIn(cell)) && above.cells.some((other) => other.column === cell.column && saidIn(other) !== ""),
  );
}

const withRest = (row: TableRow<Origin>, { cells }: TableRow<Origin>): TableRow<Origin> => ({
  ...row,
  cells: row.cells.map((cell) => {
    const rest = cells.find(({ column }) => column === cell.column)?.stretches ?? [];
    return rest.length === 0 ? cell : { ...cell, stretches: [...cell.stretches, { text: " ", origin: null }, ...rest] };
  }),
});

interface TableOnPages {
  readonly parts: FlowTable[];
  last: FlowTable;
}

const lineAt = (items: readonly FlowItem[], at: number): FlowLine | undefined => {
  const item = items[at];
  return item?.kind === "line" ? item : undefined;
};

/** A line that ends so, ends within a word or a number: "2021-", "người/". */
const cutsWord = (text: string): boolean => /[\p{L}\d][-/]$/u.test(text);

const rowText = ({ cells }: FlowTable, row: number): string =>
  cells
    .filter((cell) => cell.row === row)
    .map(({ lines }) => lines.map(({ text }) => text).join(" "))
    .join("|")
    .replace(/^\|+$/, "");

const sameColumns = (a: FlowTable, b: FlowTable): boolean =>
  a.edges.length === b.edges.length && a.edges.every((edge, i) => Math.abs(edge - (b.edges[i] as number)) < 5);

/** Signs in groups of one kind: raised or not. */
function stretched(signs: readonly Sign[]): [signs: Sign[], raised: boolean][] {
  const groups: [Sign[], boolean][] = [];
  for (const sign of signs) {
    const raised = sign.run.raised && sign.glyph !== null;
    const last = groups.at(-1);
    if (last !== undefined && last[1] === raised) last[0].push(sign);
    else groups.push([[sign], raised]);
  }
  return groups;
}

/** Notes in order, each with what the next page holds of it. */
function withRests(notes: readonly Note[]): Note[] {
  const whole: Note[] = [];
  for (const note of notes) {
    const last = whole.at(-1);
    if (note.mark === undefined && last !== undefined) whole[whole.length - 1] = { ...last, lines: [...last.lines, ...note.lines] };
    else whole.push(note);
  }
  return whole;
}
