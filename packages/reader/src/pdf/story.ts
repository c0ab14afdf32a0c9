import { type Grid, gridOf, holdsFigures } from "../writing/grid.ts";
import { writeParagraph } from "../writing/paragraph.ts";
import type { Origin } from "../writing/source.ts";
import { writeTable } from "../writing/table.ts";
import { Writing } from "../writing/writing.ts";
import type { FlowItem, FlowLine, FlowTable } from "./flow.ts";
import type { Turn } from "./geometry.ts";
import { Ink } from "./ink.ts";
import type { Line } from "./lines.ts";
import { type Note, withRests } from "./notes.ts";
import { goesOn, isHeading, type Measure, measureOf } from "./paragraphs.ts";
import type { PdfPlace } from "./source.ts";
import { type PagedLine, stretchesOf } from "./stretches.ts";
import { rowsOf, sameColumns } from "./table-rows.ts";

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
    writeParagraph(this.writing, [stretchesOf(lines, this.ink)], standing);
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
    const written = rowsOf(parts, this.ink);
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
}

interface TableOnPages {
  readonly parts: FlowTable[];
  last: FlowTable;
}

const lineAt = (items: readonly FlowItem[], at: number): FlowLine | undefined => {
  const item = items[at];
  return item?.kind === "line" ? item : undefined;
};
