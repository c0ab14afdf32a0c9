/** What stands on a page from one x to another; lines and tables are such. */
export interface Piece {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  /** Where it ends below, if that is not on its own baseline. */
  readonly bottom?: number;
  readonly size: number;
}

/** Space between two columns. */
export type Gap = readonly [from: number, to: number];

/** Rows that share a gutter: what stands left of it belongs together, and what stands right. */
export interface Zone<T extends Piece> {
  readonly rows: readonly (readonly T[])[];
  readonly gaps: readonly Gap[];
}

/** A gutter is this wide at least, in sizes of the font. */
const narrowest = 0.9;
/** Rows further apart than this do not belong together, in sizes of the font. */
const farthest = 4;

/** With this many rows side by side, a page is set in columns. */
const mostLoose = 6;

const bottomOf = (row: readonly Piece[]): number =>
  row.reduce((least, { y, bottom = y }) => Math.min(least, bottom), Number.POSITIVE_INFINITY);

/** Pieces on one baseline, from left to right, the rows top down. */
export function rowsOf<T extends Piece>(pieces: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const [first] = rows.at(-1) ?? [];
    if (first !== undefined && first.y - piece.y <= Math.min(first.size, piece.size) * 0.35) rows.at(-1)?.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0);
  return rows;
}

/** Cuts rows, top down, where they have gutters in common: plain rows one by one, and zones of two rows or more. */
export function zonesOf<T extends Piece>(rows: readonly (readonly T[])[]): (Zone<T> | readonly T[])[] {
  const found: (Zone<T> | readonly T[])[] = [];
  for (let i = 0; i < rows.length; ) {
    const zone = zoneAt(rows, i);
    found.push(zone ?? (rows[i] as readonly T[]));
    i += zone?.rows.length ?? 1;
  }
  return found;
}

function zoneAt<T extends Piece>(rows: readonly (readonly T[])[], start: number): Zone<T> | undefined {
  const first = rows[start] as readonly T[];
  const second = rows[start + 1] ?? [];
  const seed = first.length > 1 || !isBeside(first[0] as T, second) ? first : [...first, ...second].sort((a, b) => a.x0 - b.x0);
  let gaps = between(seed);
  if (gaps.length === 0) return undefined;
  let end = start + 1;
  let both = 0;
  let bottom = bottomOf(first);
  for (; end < rows.length; end += 1) {
    const row = rows[end] as readonly T[];
    const { y, size } = row[0] as T;
    // A few rows side by side end where space follows; a page set in columns has blank parts.
    if (both < mostLoose && bottom - y > farthest * size) break;
    const open = row.reduce<Gap[]>((all, piece) => all.flatMap((gap) => without(gap, piece)), gaps);
    if (open.length === 0) break;
    gaps = open;
    bottom = Math.min(bottom, bottomOf(row));
    if (row.length > 1 || isBeside(row[0] as T, rows[end + 1] ?? [])) both += 1;
  }
  const taken = rows.slice(start, end);
  const sides = taken.filter((row, i) => hasBoth(row, taken[i + 1] ?? [], gaps)).length;
  if (sides < 2) return undefined;
  return { rows: sides < mostLoose && !isProse(taken, gaps) ? trimmed(taken, gaps) : taken, gaps };
}

/** Columns of running text: in one of them most lines are long, and there are several. */
function isProse(rows: readonly (readonly Piece[])[], gaps: readonly Gap[]): boolean {
  return [0, ...gaps].some((_, column) => {
    const own = rows.flatMap((row) => row.filter((piece) => columnOf(piece, gaps) === column));
    const widths = own.map(({ x0, x1, size }) => (x1 - x0) / size);
    const widest = widths.reduce((most, width) => Math.max(most, width), 0);
    return widest > 12 && widths.filter((width) => width > widest * 0.8).length >= Math.max(mostLoose, own.length * 0.4);
  });
}

const hasBoth = (row: readonly Piece[], next: readonly Piece[], gaps: readonly Gap[]): boolean =>
  new Set(row.map((piece) => columnOf(piece, gaps))).size > 1 || isBeside(row[0] as Piece, next);

/** A few rows side by side, without what stands below them and only happens to leave the gutter free. */
function trimmed<T extends Piece>(rows: readonly (readonly T[])[], gaps: readonly Gap[]): (readonly T[])[] {
  const lowest = new Map<number, T>();
  let end = 0;
  let open = true;
  rows.forEach((row, i) => {
    if (hasBoth(row, rows[i + 1] ?? [], gaps)) open = true;
    else open &&= row.every((piece) => follows(piece, lowest.get(columnOf(piece, gaps))));
    if (open) end = i + 1;
    for (const piece of row) lowest.set(columnOf(piece, gaps), piece);
  });
  return rows.slice(0, end);
}

/** Right below, and in line with it. */
const follows = (piece: Piece, above: Piece | undefined): boolean =>
  above !== undefined &&
  above.y - piece.y < piece.size * 1.9 &&
  (Math.abs(above.x0 - piece.x0) < piece.size * 0.5 || Math.abs(above.x0 + above.x1 - piece.x0 - piece.x1) < piece.size);

/** Two columns whose baselines differ: one piece stands beside another. */
const isBeside = (piece: Piece, row: readonly Piece[]): boolean =>
  row.some((other) => piece.y - other.y < piece.size * 0.8 && (piece.x0 > other.x1 + piece.size || other.x0 > piece.x1 + piece.size));

/** The gaps between neighbours of a row. */
const between = (row: readonly Piece[]): Gap[] =>
  row.slice(1).flatMap((piece, i) => {
    const { x1, size } = row[i] as Piece;
    return piece.x0 - x1 >= size * narrowest ? [[x1, piece.x0] as const] : [];
  });

function without([from, to]: Gap, { x0, x1, size }: Piece): Gap[] {
  if (x1 <= from || x0 >= to) return [[from, to]];
  const parts: Gap[] = [
    [from, x0],
    [x1, to],
  ];
  return parts.filter(([a, b]) => b - a >= size * narrowest);
}

/** In which column a piece stands. */
export const columnOf = ({ x0, x1 }: Piece, gaps: readonly Gap[]): number => {
  const middle = (x0 + x1) / 2;
  return gaps.filter(([from, to]) => middle > (from + to) / 2).length;
};
