import { gridOf, holdsFigures, isNumeric, saidIn, type TableCell } from "./grid.ts";
import { withinCells } from "./limits.ts";
import { linesOf, writeParagraph } from "./paragraph.ts";
import type { Origin } from "./source.ts";
import { inCell, writeTable } from "./table.ts";
import type { Stretch, Writing } from "./writing.ts";

/** A row of a sheet with something in it; cells without text are left out, but for those inside merged ones. */
export interface SheetRow<O extends Origin> {
  /** Counts from 0, empty rows counted. */
  readonly index: number;
  readonly cells: readonly TableCell<O>[];
  /** Said to be a heading by the file. */
  readonly repeated?: boolean;
}

/** "Đơn vị tính: triệu đồng", often at the right above a table. */
const unitLine = /^\(?\s*(?:đơn vị(?: tính)?|đvt)\s*:/iu;

/**
 * Writes a sheet: tables of figures as tables, what stands above, below and between them as paragraphs.
 *
 * Empty rows part tables. `placeOf` names a cell by its row and its column, counted from 0.
 */
export function writeSheet<O extends Origin, P, R extends SheetRow<O>>(
  writing: Writing<O, P>,
  rows: readonly R[],
  placeOf: (row: R, column: number) => P,
): void {
  for (const region of regionsOf(rows)) {
    const { above, table, below } = parted(region);
    const left = leftOf(table);
    const shifted = table.map(({ cells, repeated = false }) => ({
      repeated,
      cells: cells.map((cell) => ({ ...cell, column: cell.column - left, stretches: cell.stretches.map(inCell) })),
    }));
    const grid = gridOf(shifted);
    const isTable = holdsFigures(grid);
    for (const row of isTable ? above : region) writeCells(writing, row, placeOf);
    if (!isTable) continue;
    if (writing.blocks.at(-1)?.kind === "row") writing.gap();
    writeTable(writing, shifted, (row, column) => placeOf(table[row] as R, column + left), grid);
    for (const row of below) writeCells(writing, row, placeOf);
  }
}

/** Rows that follow one another, and their cells from left to right. */
function regionsOf<R extends { readonly index: number }>(rows: readonly R[]): R[][] {
  const regions: R[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    if (row.index > last + 1) regions.push([]);
    (regions.at(-1) as R[]).push(row);
    last = row.index;
  }
  return regions;
}

/** The first column with something in it. */
const leftOf = <O extends Origin>(rows: readonly SheetRow<O>[]): number =>
  rows.reduce((least, { cells }) => Math.min(least, cells[0]?.column ?? least), Number.POSITIVE_INFINITY);

interface Parted<R> {
  readonly above: readonly R[];
  readonly table: readonly R[];
  readonly below: readonly R[];
}

/**
 * A title above a table stands alone in its row and begins at the left; whatever is above a title that has headings
 * below it is no table either. Notes below stand alone too. In the middle, a text alone heads the rows below it.
 */
function parted<O extends Origin, R extends SheetRow<O>>(region: readonly R[]): Parted<R> {
  const left = leftOf(region);
  const kinds = region.map(({ cells }) => kindOf(cells, left));
  let from = 0;
  while (kinds[from] === "alone") from += 1;
  for (let at = from; at + 1 < region.length && kinds[at] !== "figures"; at += 1)
    if (kinds[at] === "alone" && kinds[at + 1] === "words") from = at + 1;
  let to = region.length;
  while (to > from && kinds[to - 1] === "alone") to -= 1;
  return { above: region.slice(0, from), table: region.slice(from, to), below: region.slice(to) };
}

function kindOf<O extends Origin>(cells: readonly TableCell<O>[], left: number): "alone" | "words" | "figures" {
  const said = cells.filter(({ merged }) => !merged).flatMap((cell) => ({ ...cell, text: saidIn(cell.stretches) }));
  const [only] = said;
  if (said.length === 1 && only !== undefined && !isNumeric(only.text) && cells.length === 1 + mergedBehind(cells, only))
    return only.column === left || unitLine.test(only.text) ? "alone" : "words";
  return said.some(({ column, text }) => column > left && isNumeric(text)) ? "figures" : "words";
}

/** Cells of a row that belong to the one cell in it that says something; others belong to a cell above. */
const mergedBehind = <O extends Origin>(cells: readonly TableCell<O>[], only: TableCell<O>): number =>
  cells.filter(({ merged, column }) => merged && column >= only.column && column < only.column + only.span).length;

function writeCells<O extends Origin, P, R extends SheetRow<O>>(
  writing: Writing<O, P>,
  row: R,
  placeOf: (row: R, column: number) => P,
): void {
  for (const { merged, column, stretches } of row.cells) {
    const lines = merged ? [] : linesOf(stretches);
    if (lines.length === 0) continue;
    writing.place(placeOf(row, column));
    writeParagraph(writing, lines);
  }
}

/**
 * A cell's text as stretches, a line end each of its own. `origin` says where a range of the text comes from.
 *
 * @throws KhopError "reader/too-large" for more lines than a table may have cells: a quote that is never closed.
 */
export function stretchesOf<O extends Origin>(text: string, origin: (from: number, to: number) => O): Stretch<O>[] {
  let at = 0;
  const pieces = text.split(/(\r\n|\n|\r)/);
  withinCells(pieces.length, "A cell with a line for each of them");
  return pieces.flatMap((piece) => {
    const from = at;
    at += piece.length;
    if (piece === "") return [];
    return [{ text: /^[\r\n]/.test(piece) ? "\n" : piece, origin: origin(from, at) }];
  });
}
