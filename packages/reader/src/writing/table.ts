import { type Grid, gridOf, headRows, type TableCell, type TableRow, widthOf } from "./grid.ts";
import type { Origin } from "./source.ts";
import type { Stretch, Writing } from "./writing.ts";

/** Writes a table of figures row by row, "| a | b |", with a rule below its headings. */
export function writeTable<O extends Origin, P>(
  writing: Writing<O, P>,
  rows: readonly TableRow<O>[],
  placeOf: (row: number, column: number) => P,
  grid: Grid = gridOf(rows),
): void {
  const width = widthOf(rows);
  const heads = headRows(rows, grid);
  const rule = (dashes: string): void => writing.block("row", [{ text: `|${` ${dashes} |`.repeat(width)}`, origin: null }]);
  if (heads === 0) rule("");
  rows.forEach(({ cells }, row) => {
    if (row === heads) rule("---");
    writeRow(writing, cells, width, row < heads, (column) => placeOf(row, column));
  });
}

function writeRow<O extends Origin, P>(
  writing: Writing<O, P>,
  cells: readonly TableCell<O>[],
  width: number,
  head: boolean,
  placeOf: (column: number) => P,
): void {
  const bar: Stretch<O> = { text: "| ", origin: null };
  const line: Stretch<O>[] = [bar];
  const places = new Map([[bar, placeOf(0)]]);
  let column = 0;
  const next = (stretches: readonly Stretch<O>[]): void => {
    line.push(...stretches);
    column += 1;
    const end: Stretch<O> = { text: column < width ? " | " : " |", origin: null };
    if (column < width) places.set(end, placeOf(column));
    line.push(end);
  };
  for (const cell of cells) {
    while (column < cell.column) next([]);
    const own = cell.merged ? [] : cell.stretches;
    next(own);
    // A heading over several columns heads each of them; its numbers are not said twice.
    const again = head && !own.some(({ text }) => /\d/.test(text)) ? own.map(({ text }) => ({ text, origin: null })) : [];
    for (let i = 1; i < cell.span; i += 1) next(again);
  }
  while (column < width) next([]);
  writing.block("row", line, places);
}

/** A cell is one line, and only its own bars part cells. */
export const inCell = <O extends Origin>(stretch: Stretch<O>): Stretch<O> => ({
  ...stretch,
  text: stretch.text.replace(/\s/g, " ").replaceAll("|", "¦"),
});
