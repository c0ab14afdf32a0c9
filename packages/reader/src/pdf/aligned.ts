import type { GridCell, Table } from "./grid.ts";
import { columnOf, type Gap, type Zone } from "./gutters.ts";
import { type Line, lineOf, type Sign } from "./lines.ts";

/** A figure on its own, with its unit: "1.234", "12,5%", "18,6 tỷ đồng". */
const figure = /^[+\-−(]?\d[\d.,\s]*(?:%|\p{L}+(?:\s\p{L}+)?)?\)?$/u;

/** True for rows that are a table without lines: figures stand below each other in most of them. */
export function isTabular({ rows, gaps }: Zone<Line>): boolean {
  // Names that go on over lines of their own say nothing of the rows.
  const told = rows.filter((row) => row.length > 1);
  const besides = told.flatMap((row) => row.filter((line) => columnOf(line, gaps) > 0));
  const figures = besides.filter(({ text }) => figure.test(text));
  return told.length >= 2 && figures.length >= 2 && figures.length >= besides.length * 0.5;
}

/** A figure of a heading: a year, or months of one. */
const time = /^\(?(?:(?:19|20)\d\d|\d{1,2}(?:\s(?:tháng|quý|năm|tuần|ngày))+)\)?$/u;
const isFigure = ({ text }: Line): boolean => figure.test(text) && !time.test(text);

/** Narrower than a gutter of running text: columns of figures stand closer. */
const narrowest = 0.6;
/** Lines of one cell, and of one heading, are no further apart, in sizes of the font. */
const tight = 1.45;

/** A table with every gutter that its rows leave free, not only those of its first row. */
function refined(zone: Zone<Line>): Zone<Line> {
  const [first, ...others] = zone.rows
    .filter((row) => (row.length > 2 || row.length > zone.gaps.length) && row.slice(1).some(isFigure))
    .flat()
    .sort((a, b) => a.x0 - b.x0);
  if (first === undefined) return zone;
  const gaps: Gap[] = [];
  let reach = first.x1;
  for (const { x0, x1, size } of others) {
    if (x0 - reach >= size * narrowest) gaps.push([reach, x0]);
    reach = Math.max(reach, x1);
  }
  return gaps.length > zone.gaps.length ? { ...zone, gaps } : zone;
}

const crosses = ({ x0, x1 }: Line, gaps: readonly Gap[]): boolean =>
  gaps.some(([from, to]) => x0 < (from + to) / 2 && x1 > (from + to) / 2);

/**
 * The rows of a table, and what stands below it and only happens to leave one of its gutters free: from the first line across its columns on
 * behind which none of them goes on.
 */
export function parted(zone: Zone<Line>): { table: Zone<Line>; rest: readonly (readonly Line[])[] } {
  const table = refined(zone);
  const isRow = (row: readonly Line[]): boolean => row.length > 2 && !row.some((piece) => crosses(piece, table.gaps));
  const end = table.rows.findIndex(
    (row, i) => i > 1 && row.length === 1 && crosses(row[0] as Line, table.gaps) && !table.rows.slice(i + 1, i + 1 + ahead).some(isRow),
  );
  if (end < 0 || table.gaps.length < 2) return { table, rest: [] };
  return { table: refined({ ...zone, rows: zone.rows.slice(0, end) }), rest: zone.rows.slice(end) };
}

/** Rows behind a line across a table that may show that it goes on. */
const ahead = 3;

/** A table that has its columns, and the lines above it that are its heading; how many rows above those are. */
export function withHeading(zone: Zone<Line>, above: readonly (readonly Line[])[]): { zone: Zone<Line>; taken: number } {
  let own = zone;
  let taken = 0;
  for (; taken < above.length; taken += 1) {
    const row = above[above.length - 1 - taken] as readonly Line[];
    if (!isHeading(row, own)) break;
    own = { ...own, rows: [row, ...own.rows] };
  }
  return { zone: own, taken };
}

/** Right above, each piece within a column, one of them beyond the first; no caption that gives the unit of all. */
function isHeading(row: readonly Line[], { rows, gaps }: Zone<Line>): boolean {
  const [first, below] = [row[0], rows[0]?.[0]];
  if (first === undefined || below === undefined || first.y - below.y > first.size * tight) return false;
  // A heading may be wider than the figures below it, but stands above one column.
  const spans = ({ x0, x1 }: Line): boolean => gaps.some(([from, to]) => x0 < from && x1 > to);
  if (row.some((piece) => spans(piece) || figure.test(piece.text)) || !row.some((piece) => columnOf(piece, gaps) > 0)) return false;
  return !(row.length === 1 && /đơn vị|đvt/iu.test(first.text));
}

/** The table that rows with common gutters make. What stands above the first figures is one heading; a row that has no figure goes on with the one above. */
export function alignedTable({ rows, gaps }: Zone<Line>): Table {
  const cells = new Map<string, { row: number; column: number; lines: Line[] }>();
  const widest = [0, ...gaps].map((_, column) =>
    rows.flat().reduce((most, line) => (columnOf(line, gaps) === column ? Math.max(most, line.x1) : most), Number.NEGATIVE_INFINITY),
  );
  let at = -1;
  let told = false;
  let last: readonly Line[] = [];
  for (const row of rows) {
    const tells = row.some((line) => columnOf(line, gaps) > 0 && isFigure(line));
    const isSame = at >= 0 && !tells && (told ? goesOn(row, last, gaps, widest) : isNear(row, last));
    if (!isSame) at += 1;
    told ||= tells;
    last = row;
    for (const line of told ? row : row.flatMap((piece) => cut(piece, gaps))) {
      const column = told && crosses(line, gaps) ? columnOf({ ...line, x1: line.x0 }, gaps) : columnOf(line, gaps);
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

/** `Ước tháng Ước 5`: headings of two columns that stand as close as words, each for itself. */
function cut(line: Line, gaps: readonly Gap[]): Line[] {
  if (!gaps.some(([from, to]) => line.x0 < from && line.x1 > to)) return [line];
  const columns = Map.groupBy(wordsOf(line), (word) => columnOf(lineOf(word), gaps));
  return [...columns.values()].map((words) => lineOf(words.flat()));
}

/** The signs of each word, with the space that follows it. */
function wordsOf({ signs }: Line): Sign[][] {
  const words: Sign[][] = [[]];
  for (const sign of signs) {
    words.at(-1)?.push(sign);
    if (sign.text === " ") words.push([]);
  }
  return words.filter((word) => word.some(({ glyph }) => glyph !== null));
}

const isNear = (row: readonly Line[], above: readonly Line[]): boolean => {
  const [first, before] = [row[0] as Line, above[0] as Line];
  return before.y - first.y < first.size * tight;
};

function goesOn(row: readonly Line[], above: readonly Line[], gaps: readonly Gap[], widest: readonly number[]): boolean {
  if (row.length > gaps.length || !isNear(row, above)) return false;
  if (above.length > 1 || row.length > 1) return true;
  // "HQCK / cảng / Đông / Giang" in a narrow column: the first word would not have found room on the line above.
  const [first, before] = [row[0] as Line, above[0] as Line];
  const column = columnOf(first, gaps);
  if (column !== columnOf(before, gaps) || Math.abs(first.x0 - before.x0) > first.size * 0.5) return false;
  const [word = ""] = first.text.split(" ");
  const width = ((first.x1 - first.x0) * word.length) / first.text.length;
  return before.x1 + width + first.size * 0.2 > (widest[column] as number);
}
