import type { Line } from "./lines.ts";
import { linesOf } from "./lines.ts";
import type { Run, Stroke } from "./page.ts";

/** A cell of a table, where it stands in its rows and columns, counted from 0, and its lines. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly lines: readonly Line[];
}

/** A table on a page. */
export interface Table {
  readonly kind: "table";
  readonly cells: readonly GridCell[];
  readonly rows: number;
  /** Where its columns begin and end, from left to right. */
  readonly edges: readonly number[];
  readonly x0: number;
  readonly x1: number;
  /** Where it begins and ends. */
  readonly y: number;
  readonly bottom: number;
  readonly size: number;
}

/** Lines closer than this are one. */
const near = 2.5;
/** More than these on a page are a drawing. */
const mostStrokes = 8_000;
/** No page of paper has more rows or columns that anyone could read. */
const mostRows = 250;
const mostColumns = 100;

const isLevel = ({ x0, x1, y0, y1 }: Stroke): boolean => y1 - y0 <= x1 - x0;

/** The tables that lines draw, each with what stands in it, and what stands in none. */
export function ruledTables(runs: readonly Run[], strokes: readonly Stroke[]): { tables: Table[]; rest: Run[]; loose: Stroke[] } {
  const long = strokes.filter(({ x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) >= 4);
  if (long.length > mostStrokes) return { tables: [], rest: [...runs], loose: [] };
  const tables: Table[] = [];
  const loose: Stroke[] = [];
  let rest = [...runs];
  for (const group of touching(long)) {
    const frame = frameOf(group);
    if (frame === undefined) {
      loose.push(...group);
      continue;
    }
    const within = ({ x0, x1, y, size }: Run): boolean => {
      const [x, middle] = [(x0 + x1) / 2, y + size * 0.3];
      return (
        x > (frame.xs[0] as number) &&
        x < (frame.xs.at(-1) as number) &&
        middle < (frame.ys[0] as number) &&
        middle > (frame.ys.at(-1) as number)
      );
    };
    const inside = rest.filter(within);
    if (inside.length === 0) continue;
    const table = filled(frame, inside);
    if (table === undefined) continue;
    rest = rest.filter((run) => !within(run));
    tables.push(table);
  }
  return { tables, rest, loose };
}

/** Strokes that touch or cross each other, directly or by others. */
function touching(strokes: readonly Stroke[]): Stroke[][] {
  const parent = strokes.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = i; at !== root; ) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const order = strokes.map((_, i) => i).sort((a, b) => (strokes[a] as Stroke).x0 - (strokes[b] as Stroke).x0);
  order.forEach((i, at) => {
    const a = strokes[i] as Stroke;
    for (let k = at + 1; k < order.length; k += 1) {
      const j = order[k] as number;
      const b = strokes[j] as Stroke;
      if (b.x0 > a.x1 + near) break;
      if (b.y0 <= a.y1 + near && a.y0 <= b.y1 + near) parent[find(i)] = find(j);
    }
  });
  const groups = new Map<number, Stroke[]>();
  strokes.forEach((stroke, i) => {
    const root = find(i);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [stroke]);
    else group.push(stroke);
  });
  return [...groups.values()];
}

interface Frame {
  /** Edges of columns from the left, and of rows from the top. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly level: readonly Stroke[];
  readonly standing: readonly Stroke[];
}

/** The rows and columns that strokes make; undefined for a frame, an underline or a picture. */
function frameOf(group: readonly Stroke[]): Frame | undefined {
  const level = group.filter(isLevel);
  const standing = group.filter((stroke) => !isLevel(stroke));
  if (level.length < 2 || standing.length === 0) return undefined;
  const xs = distinct([...standing.map(({ x0, x1 }) => (x0 + x1) / 2), ...ends(level.flatMap(({ x0, x1 }) => [x0, x1]))]);
  const ys = distinct([...level.map(({ y0, y1 }) => (y0 + y1) / 2), ...ends(standing.flatMap(({ y0, y1 }) => [y0, y1]))]).reverse();
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length < 6 || xs.length > mostColumns || ys.length > mostRows) return undefined;
  return { xs, ys, level, standing };
}

const ends = (values: readonly number[]): number[] => [
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
];

function distinct(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last === undefined || value - last > near * 1.4) found.push(value);
  }
  return found;
}

/** Puts runs into the cells of a frame; cells with no line between them are one. */
function filled({ xs, ys, level, standing }: Frame, runs: readonly Run[]): Table | undefined {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const at = (row: number, column: number): number => row * columns + column;
  const covers = (strokes: readonly Stroke[], x: number, y: number): boolean =>
    strokes.some(({ x0, x1, y0, y1 }) => x >= x0 - near && x <= x1 + near && y >= y0 - near && y <= y1 + near);
  const owner = Array.from({ length: rows * columns }, (_, i) => i);
  const root = (i: number): number => {
    let own = i;
    while (owner[own] !== own) own = owner[own] as number;
    return own;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [root(a), root(b)].sort((x, y) => x - y) as [number, number];
    owner[high] = low;
  };
  const standingAt = xs.map((x) => standing.filter((stroke) => Math.abs((stroke.x0 + stroke.x1) / 2 - x) <= near * 1.4));
  const levelAt = ys.map((y) => level.filter((stroke) => Math.abs((stroke.y0 + stroke.y1) / 2 - y) <= near * 1.4));
  for (let row = 0; row < rows; row += 1) {
    const middle = ((ys[row] as number) + (ys[row + 1] as number)) / 2;
    for (let column = 0; column < columns; column += 1) {
      const centre = ((xs[column] as number) + (xs[column + 1] as number)) / 2;
      if (column + 1 < columns && !covers(standingAt[column + 1] as Stroke[], xs[column + 1] as number, middle))
        join(at(row, column), at(row, column + 1));
      if (row + 1 < rows && !covers(levelAt[row + 1] as Stroke[], centre, ys[row + 1] as number))
        join(at(row, column), at(row + 1, column));
    }
  }
  const texts = new Map<number, Run[]>();
  for (const run of runs) {
    const column = slot(xs, (run.x0 + run.x1) / 2, 1);
    const row = slot(ys, run.y + run.size * 0.3, -1);
    const cell = root(at(row, column));
    const there = texts.get(cell);
    if (there === undefined) texts.set(cell, [run]);
    else there.push(run);
  }
  const reach = new Map<number, { row: number; column: number; bottom: number; right: number }>();
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const own = root(at(row, column));
      const known = reach.get(own);
      if (known === undefined) reach.set(own, { row, column, bottom: row, right: column });
      else {
        known.column = Math.min(known.column, column);
        known.bottom = Math.max(known.bottom, row);
        known.right = Math.max(known.right, column);
      }
    }
  if (reach.size < 2) return undefined;
  const cells = [...reach].map(([own, { row, column, bottom, right }]) => ({
    row,
    column,
    rows: bottom - row + 1,
    columns: right - column + 1,
    lines: linesOf(texts.get(own) ?? []),
  }));
  return {
    kind: "table",
    cells,
    rows,
    edges: xs,
    x0: xs[0] as number,
    x1: xs.at(-1) as number,
    y: ys[0] as number,
    bottom: ys.at(-1) as number,
    size: runs[0]?.size ?? 10,
  };
}

function slot(edges: readonly number[], value: number, direction: 1 | -1): number {
  const found = edges.findIndex((edge, i) => i > 0 && (value - edge) * direction < 0);
  return found < 0 ? edges.length - 2 : found - 1;
}
