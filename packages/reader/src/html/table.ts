import { withinCells } from "../writing/limits.ts";
import { isHidden } from "./look.ts";
import type { HtmlElement, HtmlNode } from "./tree.ts";

/** A cell of a table: where it stands, how far it reaches; no element where one from above goes on. */
interface HtmlCell {
  readonly column: number;
  readonly span: number;
  readonly merged: boolean;
  readonly element?: HtmlElement;
}

export interface HtmlRow {
  readonly cells: readonly HtmlCell[];
  readonly repeated: boolean;
}

/** HTML allows as many columns in one cell. */
const mostColumns = 1000;

const isElement = (node: HtmlNode): node is HtmlElement => node.kind === "element";
const shown = (parent: HtmlElement, name: RegExp): HtmlElement[] =>
  parent.children.filter(isElement).filter((each) => name.test(each.name) && !isHidden(each));

export const captionsOf = (table: HtmlElement): HtmlElement[] => shown(table, /^caption$/);

/** Rows of a table as they are shown, its foot last. */
export function rowsOf(table: HtmlElement): HtmlRow[] {
  const sections = [...shown(table, /^thead$/), ...sectionsIn(shown(table, /^(?:tbody|tr)$/)), ...shown(table, /^tfoot$/)];
  let area = 0;
  return sections.flatMap((section) => {
    const rows = Array.isArray(section) ? section : shown(section, /^tr$/);
    const head = !Array.isArray(section) && section.name === "thead";
    const reaching: Reaching[] = [];
    return rows.map((row, at) => {
      const found = cellsOf(row, reaching, rows.length - at);
      area += found.reduce((sum, { span }) => sum + span, 0);
      withinCells(area, "A table of the page");
      const own = found.flatMap(({ element }) => element ?? []);
      return { cells: found, repeated: head || (own.length > 1 && own.every(({ name }) => name === "th")) };
    });
  });
}

/** Rows that stand in no section are one of their own. */
function sectionsIn(elements: readonly HtmlElement[]): (HtmlElement | HtmlElement[])[] {
  const sections: (HtmlElement | HtmlElement[])[] = [];
  for (const element of elements) {
    const last = sections.at(-1);
    if (element.name !== "tr") sections.push(element);
    else if (Array.isArray(last)) last.push(element);
    else sections.push([element]);
  }
  return sections;
}

/** A cell that goes on in rows below. */
interface Reaching {
  readonly column: number;
  readonly span: number;
  left: number;
}

function cellsOf(row: HtmlElement, reaching: Reaching[], rowsLeft: number): HtmlCell[] {
  const cells: HtmlCell[] = [];
  const above = reaching.filter(({ left }) => left > 0).sort((a, b) => a.column - b.column);
  const below: Reaching[] = [];
  let column = 0;
  let next = 0;
  const goOn = (until: number): void => {
    for (; next < above.length && (above[next] as Reaching).column <= until; next += 1) {
      const one = above[next] as Reaching;
      cells.push({ column: one.column, span: one.span, merged: true });
      column = Math.max(column, one.column + one.span);
      if (one.left > 1) below.push({ ...one, left: one.left - 1 });
    }
  };
  for (const element of shown(row, /^t[dh]$/)) {
    for (let before = -1; before !== column; ) {
      before = column;
      goOn(column);
    }
    const span = spanOf(element.attributes.colspan, 1, mostColumns);
    const rows = Math.min(rowsLeft, spanOf(element.attributes.rowspan, rowsLeft, 65_534));
    cells.push({ column, span, merged: false, element });
    if (rows > 1) below.push({ column, span, left: rows - 1 });
    column += span;
  }
  goOn(Number.POSITIVE_INFINITY);
  reaching.splice(0, reaching.length, ...below);
  return cells;
}

/** A span as HTML reads it; 0 stands for all that is left. */
function spanOf(text: string | undefined, all: number, most: number): number {
  const span = Number.parseInt(text ?? "1", 10);
  if (!(span >= 0)) return 1;
  return span === 0 ? all : Math.min(span, most);
}
