import type { TableCell } from "../writing/grid.ts";
import { withinCells } from "../writing/limits.ts";
import { type Atom, withMarks } from "../writing/marks.ts";
import { type SheetRow, stretchesOf } from "../writing/sheet.ts";
import type { SheetCell, SheetContent } from "./cells.ts";
import { mostColumns, type Range, referenceName } from "./reference.ts";
import type { XlsxOrigin } from "./source.ts";

/** A row that is shown. Its index counts shown rows only, so that hidden ones do not part a table. */
export interface ShownRow extends SheetRow<XlsxOrigin> {
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

/** The rows of a sheet as they are shown: without hidden rows and columns, merged cells as one. */
export function shownRows(name: string, content: SheetContent): ShownSheet {
  const used = [...content.rows.keys()].sort((a, b) => a - b);
  const lastRow = used.at(-1) ?? -1;
  const columns = new Set<number>();
  for (const cells of content.rows.values()) for (const column of cells.keys()) columns.add(column);
  const lastColumn = [...columns].reduce((most, column) => Math.max(most, column), -1);
  const visible = Array.from({ length: Math.min(lastColumn + 1, mostColumns) }, (_, column) => column).filter(
    (column) => !content.isColumnHidden(column),
  );
  const indexOf = new Map(visible.map((column, index) => [column, index]));
  const merges = mergesByRow(content, lastRow, lastColumn);
  const order = [...new Set([...used, ...merges.keys()])].sort((a, b) => a - b);
  const rows: ShownRow[] = [];
  let hidden = 0;
  let passed = -1;
  for (const row of order) {
    // Rows between that are empty and hidden do not part a table either.
    for (passed += 1; passed < row; passed += 1) if (content.isRowHidden(passed)) hidden += 1;
    if (content.isRowHidden(row)) {
      hidden += 1;
      continue;
    }
    const cells = cellsOf(name, row, content, merges.get(row) ?? [], indexOf);
    if (cells.length > 0) rows.push({ index: row - hidden, row, cells });
  }
  return {
    rows,
    columnOf: (shown) => visible[shown] ?? shown,
    hiddenRows: used.filter((row) => content.isRowHidden(row)).length,
    hiddenColumns: [...columns].filter((column) => content.isColumnHidden(column)).length,
  };
}

/** Merged ranges that say something, by each row that they reach, as far as the sheet is used. */
function mergesByRow({ rows, merges }: SheetContent, lastRow: number, lastColumn: number): Map<number, Range[]> {
  const byRow = new Map<number, Range[]>();
  let count = 0;
  for (const { from, to } of merges) {
    if (rows.get(from.row)?.get(from.column) === undefined) continue;
    const range = { from, to: { row: Math.min(to.row, lastRow), column: Math.min(to.column, lastColumn) } };
    count += (range.to.row - from.row + 1) * (range.to.column - from.column + 1);
    withinCells(count, "The merged cells of a sheet");
    for (let row = from.row; row <= range.to.row; row += 1) {
      const own = byRow.get(row);
      if (own === undefined) byRow.set(row, [range]);
      else own.push(range);
    }
  }
  return byRow;
}

function cellsOf(
  name: string,
  row: number,
  content: SheetContent,
  merges: readonly Range[],
  indexOf: ReadonlyMap<number, number>,
): TableCell<XlsxOrigin>[] {
  const cells: TableCell<XlsxOrigin>[] = [];
  const own = content.rows.get(row);
  const covered = new Set<number>();
  for (const { from, to } of merges) {
    const shown: number[] = [];
    for (let column = from.column; column <= to.column; column += 1) {
      covered.add(column);
      const index = indexOf.get(column);
      if (index !== undefined) shown.push(index);
    }
    const cell = content.rows.get(from.row)?.get(from.column);
    if (cell === undefined || shown[0] === undefined) continue;
    const merged = row !== firstShown(content, from.row);
    cells.push({ column: shown[0], span: shown.length, merged, stretches: merged ? [] : stretchesIn(name, from, cell) });
  }
  for (const [column, cell] of own ?? []) {
    const index = indexOf.get(column);
    if (index !== undefined && !covered.has(column))
      cells.push({ column: index, span: 1, merged: false, stretches: stretchesIn(name, { row, column }, cell) });
  }
  return cells.sort((a, b) => a.column - b.column);
}

/** The first row of a merged range that is not hidden: it shows what the range says. */
function firstShown({ isRowHidden }: SheetContent, from: number): number {
  let row = from;
  while (isRowHidden(row)) row += 1;
  return row;
}

function stretchesIn(sheet: string, at: Range["from"], { runs, value }: SheetCell): TableCell<XlsxOrigin>["stretches"] {
  const cell = referenceName(at);
  let start = 0;
  const atoms = runs.flatMap(({ text, raised }): Atom<XlsxOrigin>[] => {
    const offset = start;
    start += text.length;
    return stretchesOf(text, (from, to) => ({
      sheet,
      cell,
      from: offset + from,
      to: offset + to,
      ...(value === undefined ? {} : { value }),
    })).map((stretch) => ({ ...stretch, raised }));
  });
  return withMarks(atoms);
}
