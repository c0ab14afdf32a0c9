import { alignedTable, isTabular, parted, withHeading } from "./aligned.ts";
import { ruledTables, type Table } from "./grid.ts";
import { columnOf, rowsOf, type Zone, zonesOf } from "./gutters.ts";
import { joined, type Line, linesOf } from "./lines.ts";
import type { Page, Stroke } from "./page.ts";
import { withRaised } from "./raised.ts";

/** A line where it is read: the page, its number there, and the column that it stands in. */
export interface FlowLine extends Line {
  readonly page: number;
  readonly number: number;
  /** Where the column begins and ends. */
  readonly left: number;
  readonly right: number;
  /** The first line of a page or column: what stands above it on paper is not what comes before it. */
  readonly opens: boolean;
}

export interface FlowTable extends Table {
  readonly page: number;
}

export type FlowItem = FlowLine | FlowTable;

/** What stands on a page, not yet in order. */
export interface Sheet {
  readonly page: Page;
  readonly lines: readonly Line[];
  readonly tables: readonly Table[];
  /** Lines drawn that belong to no table, such as the one above footnotes. */
  readonly loose: readonly Stroke[];
}

export function sheetOf(page: Page): Sheet {
  const { tables, rest, loose } = ruledTables(withRaised(page.runs), page.strokes);
  return { page, lines: linesOf(rest), tables, loose };
}

/** The lines and tables of a page in the order in which they are read, column by column where there are columns. */
export function flowOf({ page, tables }: Sheet, lines: readonly Line[]): FlowItem[] {
  const found: FlowItem[] = [];
  const left = lines.reduce((least, { x0 }) => Math.min(least, x0), Number.POSITIVE_INFINITY);
  const right = lines.reduce((most, { x1 }) => Math.max(most, x1), Number.NEGATIVE_INFINITY);
  let number = 0;
  const put = (item: Line | Table, edges: { left: number; right: number }, opens: boolean): void => {
    if (item.kind === "table") found.push({ ...item, page: page.number });
    else found.push({ ...item, page: page.number, number: ++number, ...edges, opens });
  };
  const column = (items: readonly (Line | Table)[]): void => {
    const own = items.filter(({ kind }) => kind === "line");
    const edges = {
      left: own.reduce((least, { x0 }) => Math.min(least, x0), Number.POSITIVE_INFINITY),
      right: own.reduce((most, { x1 }) => Math.max(most, x1), Number.NEGATIVE_INFINITY),
    };
    items.forEach((item, i) => {
      put(item, edges, i === 0);
    });
  };
  for (const part of withHeadings(zonesOf<Line | Table>(rowsOf([...lines, ...tables])))) {
    if (!("gaps" in part)) {
      if (part.every((item) => item.kind === "line")) put(joined(part), { left, right }, found.length === 0);
      else for (const item of part) put(item, { left, right }, found.length === 0);
    } else if (onlyLines(part) && isTabular(part)) put(alignedTable(part), { left, right }, false);
    else for (let i = 0; i <= part.gaps.length; i += 1) column(part.rows.flat().filter((item) => columnOf(item, part.gaps) === i));
  }
  return found;
}

type Part = Zone<Line | Table> | readonly (Line | Table)[];

/** Tables without lines, each with the lines of its heading, and what stands below them for itself. */
function withHeadings(parts: readonly Part[]): Part[] {
  const found: Part[] = [];
  const left = [...parts];
  for (let part = left.shift(); part !== undefined; part = left.shift()) {
    if (!("gaps" in part) || !onlyLines(part) || !isTabular(part)) {
      found.push(part);
      continue;
    }
    const above: (readonly Line[])[] = [];
    for (let i = found.length - 1; i >= 0; i -= 1) {
      const row = found[i] as Part;
      if ("gaps" in row || !row.every((item): item is Line => item.kind === "line")) break;
      above.unshift(row as readonly Line[]);
    }
    const { table, rest } = parted(part);
    const { zone, taken } = withHeading(table, above);
    found.splice(found.length - taken, taken, zone);
    left.unshift(...zonesOf(rest));
  }
  return found;
}

const onlyLines = (zone: Zone<Line | Table>): zone is Zone<Line> => zone.rows.every((row) => row.every(({ kind }) => kind === "line"));
