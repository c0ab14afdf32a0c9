import type { TableRow } from "../writing/grid.ts";
import type { Origin } from "../writing/source.ts";
import { inCell } from "../writing/table.ts";
import type { FlowTable } from "./flow.ts";
import type { GridCell } from "./grid.ts";
import type { Ink } from "./ink.ts";
import { stretchesOf } from "./stretches.ts";

/** A row as it is written, and the page that it begins on. */
export interface WrittenRow {
  readonly row: TableRow<Origin>;
  readonly page: number;
}

/** The rows of a table that may go on over pages: its head is said once, and a row that a page cuts is whole. */
export function rowsOf(parts: readonly FlowTable[], ink: Ink): WrittenRow[] {
  const written: WrittenRow[] = [];
  for (const table of parts) {
    const own = rowsOn(table, table === parts[0] ? undefined : parts[0], ink);
    const [first, last] = [own[0], written.at(-1)];
    if (first !== undefined && last !== undefined && isRestOf(first.row, last.row)) {
      own.shift();
      written[written.length - 1] = { ...last, row: withRest(last.row, first.row) };
    }
    for (const row of own) written.push(row);
  }
  return written;
}

export const sameColumns = (a: FlowTable, b: FlowTable): boolean =>
  a.edges.length === b.edges.length && a.edges.every((edge, i) => Math.abs(edge - (b.edges[i] as number)) < 5);

/** A head has so many rows at most. */
const mostHeads = 5;

/** The rows on one page; those at its head are left out if the table that it goes on from has them. */
function rowsOn(table: FlowTable, first: FlowTable | undefined, ink: Ink): WrittenRow[] {
  const here = cellsByRow(table);
  const head = first === undefined ? [] : cellsByRow(first);
  const isSaid = (row: number): boolean =>
    head[row] !== undefined && textOf(here[row] ?? [], row) !== "" && textOf(here[row] ?? [], row) === textOf(head[row], row);
  let from = 0;
  while (from < table.rows - 1 && from < mostHeads && isSaid(from)) from += 1;
  const rows: WrittenRow[] = [];
  for (let row = from; row < table.rows; row += 1) {
    const own = here[row] ?? [];
    if (textOf(own, row) === "" && own.every((cell) => cell.row === row)) continue;
    const cells = own.map((cell) => ({
      column: cell.column,
      span: cell.columns,
      merged: cell.row < row,
      stretches:
        cell.row < row
          ? []
          : stretchesOf(
              cell.lines.map((line) => ({ ...line, page: table.page })),
              ink,
            ).map(inCell),
    }));
    rows.push({ row: { cells, repeated: false }, page: table.page });
  }
  return rows;
}

/** For each row the cells that stand in it or reach into it, from left to right. */
function cellsByRow({ cells, rows }: FlowTable): GridCell[][] {
  const found: GridCell[][] = Array.from({ length: rows }, () => []);
  for (const cell of [...cells].sort((a, b) => a.column - b.column))
    for (let row = cell.row; row < cell.row + cell.rows; row += 1) found[row]?.push(cell);
  return found;
}

const textOf = (cells: readonly GridCell[], row: number): string =>
  cells
    .filter((cell) => cell.row === row)
    .map(({ lines }) => lines.map(({ text }) => text).join(" "))
    .join("|")
    .replace(/^\|+$/, "");

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
