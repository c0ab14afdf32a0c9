import { withinCells } from "./limits.ts";
import type { Origin } from "./source.ts";
import type { Stretch } from "./writing.ts";

/** A cell of a table: where it stands, how far it reaches, and what it says on one line. */
export interface TableCell<O extends Origin> {
  /** Counts from 0, merged columns counted. */
  readonly column: number;
  readonly span: number;
  /** It belongs to the cell above it, or to its left. */
  readonly merged: boolean;
  readonly stretches: readonly Stretch<O>[];
}

export interface TableRow<O extends Origin> {
  readonly cells: readonly TableCell<O>[];
  /** Said to be a heading by the file: Word repeats it on each page, HTML has it in `<thead>`. */
  readonly repeated: boolean;
}

/** A number on its own, with its unit: "1.234", "12,5%", "18,6 tỷ đồng". */
const numeric = /^[+\-−(]?\d[\d.,\s]*(?:%|\p{L}+(?:\s\p{L}+)?)?\)?$/u;
const year = /^(?:năm\s*)?(?:19|20)\d\d$/iu;
/** A row that numbers or letters the columns: A, B, 1, 2, (3), 4=2/3. */
const columnMark = /^\(?(?:\d{1,2}|[A-ZĐ])\)?(?:\s*=.*)?$/u;

/** A figure on its own, with its unit or without; a year is none. */
export const isNumeric = (text: string): boolean => numeric.test(text) && !year.test(text);

/** The texts of a table by row and column; undefined where a merged cell goes on. */
export type Grid = readonly (readonly (string | undefined)[])[];

/** @throws KhopError "reader/too-large" for a table that would fill more memory than any report. */
export function gridOf<O extends Origin>(rows: readonly TableRow<O>[]): Grid {
  const width = widthOf(rows);
  withinCells(rows.length * width, "A table of the document");
  return rows.map(({ cells }) => {
    const texts: (string | undefined)[] = Array.from({ length: width }, () => undefined);
    for (const { merged, column, stretches } of cells) if (!merged) texts[column] = saidIn(stretches);
    return texts;
  });
}

export const widthOf = <O extends Origin>(rows: readonly TableRow<O>[]): number =>
  rows.reduce((most, { cells }) => cells.reduce((own, { column, span }) => Math.max(own, column + span), most), 0);

/** What a cell says, its marks left out. */
export const saidIn = <O extends Origin>(stretches: readonly Stretch<O>[]): string =>
  stretches
    .map(({ text, cut }) => (cut ? "" : text))
    .join("")
    .trim();

/** True for a table of figures; false for one that only lays out a page, such as the head of a letter. */
export const holdsFigures = (grid: Grid): boolean =>
  grid.length >= 2 && grid.some((row, at) => at > 0 && row.some((text, column) => column > 0 && text !== undefined && numeric.test(text)));

/** How many rows at the top are headings: those that repeat, what the cells of the first row reach down to, and a row that numbers the columns. */
export function headRows<O extends Origin>(rows: readonly TableRow<O>[], grid: Grid): number {
  const most = grid.length - 1;
  let heads = rows.findIndex(({ repeated }) => !repeated);
  if (heads <= 0) {
    if (opensWithFigures(grid)) return 0;
    heads = 1;
    if ((rows[0]?.cells.length ?? 0) === 1 && grid.length > 2) heads = 2;
    while (heads < most && rows[heads]?.cells.some(({ merged, column }) => merged && grid[0]?.[column] !== undefined && column > 0))
      heads += 1;
    while (
      heads < most &&
      heads < 4 &&
      rows[heads - 1]?.cells.some(({ span }) => span > 1) &&
      !grid[heads]?.some((text, column) => column > 0 && text !== undefined && numeric.test(text))
    )
      heads += 1;
  }
  while (heads < most && isColumnMarks(grid[heads] ?? [])) heads += 1;
  return Math.max(1, Math.min(heads, most));
}

function opensWithFigures([first = []]: Grid): boolean {
  const texts = first.filter((text, column): text is string => column > 0 && text !== undefined && text !== "");
  return texts.length > 0 && texts.every((text) => numeric.test(text) && !year.test(text)) && !isColumnMarks(first);
}

function isColumnMarks(row: readonly (string | undefined)[]): boolean {
  const texts = row.filter((text): text is string => text !== undefined && text !== "");
  if (texts.length < 2 || !texts.every((text) => columnMark.test(text))) return false;
  const numbers = texts.flatMap((text) => /\d+/.exec(text.split("=")[0] as string)?.[0] ?? []).map(Number);
  return numbers.every((number, i) => i === 0 || number === (numbers[i - 1] as number) + 1);
}
