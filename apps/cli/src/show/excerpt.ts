import { cellsOf, shown, widthOf } from "./width.ts";

/** A stretch of a text, from `start` up to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A piece of one line, cut to a width about a figure. */
export interface Excerpt extends Stretch {
  /** What stands before and after the piece: "…" where the line goes on. */
  readonly before: string;
  readonly after: string;
}

/** The piece of a line that fits in `width` cells with the figure in it, about a third of the room before it, cut at spaces. */
export function excerptAbout(text: string, line: Stretch, figure: Stretch, width: number): Excerpt {
  // Nothing further than this from the figure can be shown; a line may be a million characters long.
  const near = { start: Math.max(line.start, figure.start - 4 * width), end: Math.min(line.end, figure.end + 4 * width) };
  if (near.start === line.start && near.end === line.end && widthOf(text.slice(line.start, line.end)) <= width) {
    return { ...line, before: "", after: "" };
  }
  const room = Math.max(0, width - 2 - widthOf(text.slice(figure.start, figure.end)));
  const afterAll = widthOf(text.slice(figure.end, near.end));
  const wanted = Math.max(Math.floor((room * 3) / 5), room - afterAll);
  const start = backward(text, near.start, figure.start, wanted);
  const used = widthOf(text.slice(start, figure.start));
  const end = forward(text, figure.end, near.end, room - used);
  const from = start === line.start ? start : atWord(text, start, figure.start);
  const to = end === line.end ? end : atWordEnd(text, figure.end, end);
  return { start: from, end: to, before: from > line.start ? "…" : "", after: to < line.end ? "…" : "" };
}

function backward(text: string, floor: number, from: number, room: number): number {
  let at = from;
  let left = room;
  while (at > floor) {
    const previous = at - (/[\udc00-\udfff]/.test(text[at - 1] ?? "") && at - 1 > floor ? 2 : 1);
    left -= cellsOf(text.slice(previous, at));
    if (left < 0) break;
    at = previous;
  }
  return at;
}

function forward(text: string, from: number, ceiling: number, room: number): number {
  let at = from;
  let left = room;
  while (at < ceiling) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 32);
    left -= cellsOf(character);
    if (left < 0) break;
    at += character.length;
  }
  return at;
}

/** The first word that begins at or after a place, unless the figure comes first. */
function atWord(text: string, start: number, figure: number): number {
  const space = text.indexOf(" ", start);
  return space >= 0 && space < figure && space - start < 20 ? space + 1 : start;
}

function atWordEnd(text: string, figure: number, end: number): number {
  const space = text.lastIndexOf(" ", end);
  return space >= figure && end - space < 20 ? space : end;
}

/** Marks figures of a piece: the row that stands below it, with a sign under every cell of each figure. */
export function marksUnder(text: string, piece: Excerpt, figures: readonly (Stretch & { readonly sign: string })[]): string {
  let row = " ".repeat(widthOf(piece.before));
  for (let at = piece.start; at < piece.end; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 32);
    const marked = figures.find(({ start, end }) => at >= start && at < end);
    row += (marked?.sign ?? " ").repeat(cellsOf(character));
    at += character.length;
  }
  return row.trimEnd();
}

/** The piece as it is shown, with a style for figures in it. */
export function styled(text: string, piece: Excerpt, figures: readonly (Stretch & { readonly style: (text: string) => string })[]): string {
  let row = piece.before;
  let at = piece.start;
  for (const { start, end, style } of [...figures].sort((a, b) => a.start - b.start)) {
    if (start < at || end > piece.end) continue;
    row += shown(text.slice(at, start)) + style(shown(text.slice(start, end)));
    at = end;
  }
  return row + shown(text.slice(at, piece.end)) + piece.after;
}
