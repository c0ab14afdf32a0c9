import type { TableCell } from "../writing/grid.ts";
import { withinCells } from "../writing/limits.ts";
import { type Atom, withMarks } from "../writing/marks.ts";
import { type SheetRow, stretchesOf } from "../writing/sheet.ts";
import type { SheetCell, SheetContent } from "./cells.ts";
import type { XlsxFonts } from "./fonts.ts";
import { mostColumns, type Range, referenceName } from "./reference.ts";
import type { XlsxOrigin } from "./source.ts";

/** A row that is shown. Its index counts shown rows only, so that hidden ones do not part a table. */
interface ShownRow extends SheetRow<XlsxOrigin> {
  /** Its row in the sheet, counted from 0. */
  readonly row: number;
}

export interface ShownSheet {
  readonly rows: readonly ShownRow[];
  /** The column in the sheet of a shown one. */
  readonly columnOf: (shown: number) => number;
  /** Hidden rows and columns with something in them. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

/**
 * The rows of a sheet as they are shown: merged cells as one, hidden rows and columns left out.
 *
 * Where hidden ones hold numbers, one row or column of "…" stands for those that follow each other: a sum that runs over them
 * cannot be told.
 */
export function shownRows(name: string, content: SheetContent, fonts: XlsxFonts): ShownSheet {
  const used = [...content.rows.keys()].sort((a, b) => a - b);
  const columns = columnsOf(content);
  const merges = mergesByRow(content, used.at(-1) ?? -1, columns.last);
  const rows: ShownRow[] = [];
  const veil = new Veil();
  let passed = -1;
  for (const row of [...new Set([...used, ...merges.keys()])].sort((a, b) => a - b)) {
    // Rows between that are empty and hidden do not part a table either.
    for (passed += 1; passed < row; passed += 1) if (content.isRowHidden(passed)) veil.over(passed);
    if (content.isRowHidden(row)) {
      veil.over(row, content.rows.get(row), columns.indexOf);
      continue;
    }
    const cells = cellsOf({ name, fonts, content }, row, merges.get(row) ?? [], columns.indexOf);
    if (cells.length === 0) continue;
    rows.push(...veil.lift(row, rows.at(-1)));
    rows.push({ index: row - veil.hidden, row, cells });
  }
  rows.push(...veil.lift(Number.POSITIVE_INFINITY, rows.at(-1)));
  return {
    rows,
    columnOf: (shown) => columns.shown[shown] ?? shown,
    hiddenRows: used.filter((row) => content.isRowHidden(row)).length,
    hiddenColumns: columns.hidden,
  };
}

const unsaid = (column: number): TableCell<XlsxOrigin> => ({ column, span: 1, merged: false, stretches: [{ text: "…", origin: null }] });

/** Hidden rows while a sheet is gone through. */
class Veil {
  /** Rows so far that are not shown, those that "…" stands for not counted. */
  hidden = 0;
  #last = -1;
  #figures = new Set<number>();

  over(row: number, cells?: ReadonlyMap<number, SheetCell>, indexOf?: ReadonlyMap<number, number>): void {
    this.hidden += 1;
    this.#last = row;
    for (const [column, { value }] of cells ?? []) {
      const index = value === undefined ? undefined : indexOf?.get(column);
      if (index !== undefined) this.#figures.add(index);
    }
  }

  /** A row of "…" for those before a shown one, if it goes on right behind them, or they right behind the one before. */
  lift(next: number, before: ShownRow | undefined): ShownRow[] {
    const figures = [...this.#figures].sort((a, b) => a - b);
    this.#figures.clear();
    const index = this.#last - this.hidden + 1;
    if (figures.length === 0 || (next !== this.#last + 1 && before?.index !== index - 1)) return [];
    this.hidden -= 1;
    return [{ index, row: this.#last, cells: figures.map(unsaid) }];
  }
}

interface Columns {
  /** The columns that are written, by their place in the sheet. */
  readonly shown: readonly number[];
  /** Where each is written; hidden ones with numbers share one with their neighbours. */
  readonly indexOf: ReadonlyMap<number, number>;
  readonly last: number;
  readonly hidden: number;
}

function columnsOf({ rows, isColumnHidden }: SheetContent): Columns {
  const used = new Map<number, boolean>();
  for (const cells of rows.values())
    for (const [column, { value }] of cells) used.set(column, (used.get(column) ?? false) || value !== undefined);
  const last = [...used.keys()].reduce((most, column) => Math.max(most, column), -1);
  const shown: number[] = [];
  const indexOf = new Map<number, number>();
  let veiled = false;
  for (let column = 0; column <= Math.min(last, mostColumns - 1); column += 1) {
    const hidden = isColumnHidden(column);
    if (hidden && used.get(column) !== true) continue;
    if (!hidden || !veiled) shown.push(column);
    indexOf.set(column, shown.length - 1);
    veiled = hidden;
  }
  return { shown, indexOf, last, hidden: [...used.keys()].filter(isColumnHidden).length };
}

/** A merged range, and the first of its rows that is not hidden: it shows what the range says. */
interface Merge extends Range {
  readonly first: number;
}

/** Merged ranges that say something, by each row that they reach, as far as the sheet is used. */
function mergesByRow({ rows, merges, isRowHidden }: SheetContent, lastRow: number, lastColumn: number): Map<number, Merge[]> {
  const byRow = new Map<number, Merge[]>();
  let count = 0;
  for (const { from, to } of merges) {
    if (rows.get(from.row)?.get(from.column) === undefined) continue;
    const end = { row: Math.min(to.row, lastRow), column: Math.min(to.column, lastColumn) };
    count += (end.row - from.row + 1) * (end.column - from.column + 1);
    withinCells(count, "The merged cells of a sheet");
    let first = from.row;
    while (first < end.row && isRowHidden(first)) first += 1;
    const range: Merge = { from, to: end, first };
    for (let row = from.row; row <= range.to.row; row += 1) {
      const own = byRow.get(row);
      if (own === undefined) byRow.set(row, [range]);
      else own.push(range);
    }
  }
  return byRow;
}

interface Source {
  readonly name: string;
  readonly content: SheetContent;
  readonly fonts: XlsxFonts;
}

function cellsOf(source: Source, row: number, merges: readonly Merge[], indexOf: ReadonlyMap<number, number>): TableCell<XlsxOrigin>[] {
  const { content } = source;
  const cells: TableCell<XlsxOrigin>[] = [];
  const own = content.rows.get(row);
  const covered = new Set<number>();
  for (const { from, to, first } of merges) {
    const shown = new Set<number>();
    let isShown = false;
    for (let column = from.column; column <= to.column; column += 1) {
      covered.add(column);
      const index = indexOf.get(column);
      if (index !== undefined) shown.add(index);
      isShown ||= !content.isColumnHidden(column);
    }
    const cell = content.rows.get(from.row)?.get(from.column);
    const [start] = shown;
    if (cell === undefined || start === undefined || !isShown) continue;
    const merged = row !== first;
    cells.push({ column: start, span: shown.size, merged, stretches: merged ? [] : stretchesIn(source, from, cell) });
  }
  for (const [column, cell] of own ?? []) {
    const index = indexOf.get(column);
    if (index === undefined || covered.has(column)) continue;
    if (!content.isColumnHidden(column))
      cells.push({ column: index, span: 1, merged: false, stretches: stretchesIn(source, { row, column }, cell) });
    else if (cell.value !== undefined && cells.at(-1)?.column !== index) cells.push(unsaid(index));
  }
  return cells.sort((a, b) => a.column - b.column);
}

function stretchesIn({ name, fonts }: Source, at: Range["from"], content: SheetCell): TableCell<XlsxOrigin>["stretches"] {
  const { value } = content;
  const place = { sheet: name, cell: referenceName(at), ...(value === undefined ? {} : { value }) };
  let start = 0;
  const atoms = fonts.runsOf(content).flatMap(({ text, raised, length = text.length }): Atom<XlsxOrigin>[] => {
    const offset = start;
    start += length;
    const origin =
      length === text.length
        ? (from: number, to: number): XlsxOrigin => ({ ...place, from: offset + from, to: offset + to })
        : (): XlsxOrigin => ({ ...place, from: offset, to: offset + length });
    return stretchesOf(text, origin).map((stretch) => ({ ...stretch, raised }));
  });
  return withMarks(atoms);
}
