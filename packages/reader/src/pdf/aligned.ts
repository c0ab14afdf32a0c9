import type { GridCell, Table } from "./grid.ts";
import { columnOf, type Gap, type Zone } from "./gutters.ts";
import type { Line } from "./lines.ts";

/** A figure on its own, with its unit: "1.234", "12,5%", "18,6 tỷ đồng". */
const figure = /^[+\-−(]?\d[\d.,\s]*(?:%|\p{L}+(?:\s\p{L}+)?)?\)?$/u;

/** True for rows that are a table without lines: figures stand below each other in most of them. */
export function isTabular({ rows, gaps }: Zone<Line>): boolean {
  const besides = rows.flatMap((row) => row.filter((line) => columnOf(line, gaps) > 0));
  const figures = besides.filter(({ text }) => figure.test(text));
  return rows.filter((row) => row.length > 1).length >= 2 && figures.length >= 2 && figures.length >= besides.length * 0.5;
}

/** The table that rows with common gutters make. A row that has no figure and no label of its own goes on with the one above. */
export function alignedTable({ rows, gaps }: Zone<Line>): Table {
  const cells = new Map<string, { row: number; column: number; lines: Line[] }>();
  let at = -1;
  let last: readonly Line[] = [];
  for (const row of rows) {
    if (at < 0 || !goesOn(row, last, gaps)) at += 1;
    last = row;
    for (const line of row) {
      const column = columnOf(line, gaps);
      const key = `${at} ${column}`;
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, { row: at, column, lines: [line] });
      else cell.lines.push(line);
    }
  }
  const all = rows.flat();
  const x0 = all.reduce((least, line) => Math.min(least, line.x0), Number.POSITIVE_INFINITY);
  const x1 = all.reduce((most, line) => Math.max(most, line.x1), Number.NEGATIVE_INFINITY);
  const made: GridCell[] = [...cells.values()].map((cell) => ({ ...cell, rows: 1, columns: 1 }));
  return {
    kind: "table",
    cells: made,
    rows: at + 1,
    edges: [x0, ...gaps.map(([from, to]) => (from + to) / 2), x1],
    x0,
    x1,
    y: (all[0] as Line).y + (all[0] as Line).size,
    bottom: (all.at(-1) as Line).y,
    size: (all[0] as Line).size,
  };
}

function goesOn(row: readonly Line[], above: readonly Line[], gaps: readonly Gap[]): boolean {
  if (row.some((line) => columnOf(line, gaps) > 0 && figure.test(line.text))) return false;
  const [first, before] = [row[0] as Line, above[0] as Line];
  return row.length < gaps.length + 1 && before.y - first.y < first.size * 1.45 && (above.length > 1 || row.length > 1);
}
