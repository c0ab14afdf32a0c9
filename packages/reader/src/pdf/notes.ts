import { isTabular } from "./aligned.ts";
import type { Sheet } from "./flow.ts";
import { columnOf, rowsOf, zonesOf } from "./gutters.ts";
import { type Line, lineOf, type Sign } from "./lines.ts";

/** A footnote, or what is left of one that began on the page before. */
export interface Note {
  /** Undefined for the rest of a note. */
  readonly mark: string | undefined;
  readonly lines: readonly Line[];
  readonly page: number;
}

/** Opens a note: raised digits, or digits in brackets. */
const typed = /^\[(\d{1,2})\]\s*/;
const digits = /^\d{1,2}$/;

/** The sign that a note begins with, and its line without it. */
function opening(line: Line): { mark: string; rest: Line | undefined } | undefined {
  const raised = line.signs.findIndex(({ run }) => !run.raised);
  const end = raised < 0 ? line.signs.length : raised;
  const mark = line.signs
    .slice(0, end)
    .map(({ text }) => text)
    .join("")
    .replace(/[[\]()\s]/g, "");
  if (digits.test(mark)) return { mark, rest: without(line.signs.slice(end)) };
  const brackets = typed.exec(line.text);
  return brackets === null ? undefined : { mark: brackets[1] as string, rest: without(line.signs.slice(brackets[0].length)) };
}

function without(signs: readonly Sign[]): Line | undefined {
  const first = signs.findIndex(({ glyph }) => glyph !== null);
  return first < 0 ? undefined : lineOf(signs.slice(first));
}

/** Parts the lines of a page into its body and the notes at its bottom; where text runs in columns, each has notes of its own. */
export function partNotes(sheet: Sheet, lines: readonly Line[], bodySize: number): { body: readonly Line[]; notes: Note[] } {
  const zone = zonesOf(rowsOf(lines)).find(
    (part) => "gaps" in part && part.rows.flat().length >= lines.length * mostOfPage && !isTabular(part),
  );
  if (zone === undefined || !("gaps" in zone)) return partColumn(sheet, lines, bodySize);
  const inZone = new Set(zone.rows.flat());
  const parts = [
    { body: lines.filter((line) => !inZone.has(line)), notes: [] },
    ...[0, ...zone.gaps].map((_, i) =>
      partColumn(
        sheet,
        [...inZone].filter((line) => columnOf(line, zone.gaps) === i),
        bodySize,
      ),
    ),
  ];
  return { body: parts.flatMap(({ body }) => body), notes: parts.flatMap(({ notes }) => notes) };
}

/** A page is set in columns when this part of its lines is. */
const mostOfPage = 0.6;

/** The notes of a column: lines below a short rule, or small ones that open with a mark. */
function partColumn({ page, loose }: Sheet, lines: readonly Line[], bodySize: number): { body: readonly Line[]; notes: Note[] } {
  const sorted = [...lines].sort((a, b) => b.y - a.y || a.x0 - b.x0);
  const from = Math.min(belowRule(sorted, loose, bodySize), belowMark(sorted, bodySize));
  if (from >= sorted.length) return { body: lines, notes: [] };
  const notes: { mark: string | undefined; lines: Line[]; page: number }[] = [];
  for (const line of sorted.slice(from)) {
    const opened = opening(line);
    if (opened !== undefined) notes.push({ mark: opened.mark, lines: opened.rest ? [opened.rest] : [], page: page.number });
    else if (notes.length === 0) notes.push({ mark: undefined, lines: [line], page: page.number });
    else notes.at(-1)?.lines.push(line);
  }
  const taken = new Set(sorted.slice(from));
  return { body: lines.filter((line) => !taken.has(line)), notes };
}

/** The first line below a rule that is short and stands at the left, with nothing but small text or a mark below it. */
function belowRule(sorted: readonly Line[], loose: Sheet["loose"], bodySize: number): number {
  const left = sorted.reduce((least, { x0 }) => Math.min(least, x0), Number.POSITIVE_INFINITY);
  const right = sorted.reduce((most, { x1 }) => Math.max(most, x1), Number.NEGATIVE_INFINITY);
  let first = sorted.length;
  for (const { x0, x1, y0, y1 } of loose) {
    if (y1 - y0 > 1 || x1 - x0 < 20 || x1 - x0 > (right - left) * 0.7 || Math.abs(x0 - left) > 12) continue;
    const at = sorted.findIndex(({ y, size }) => y + size * 0.5 < y0);
    const line = sorted[at];
    if (line === undefined) continue;
    const usual = sorted.slice(0, at).reduce((most, { size }) => Math.max(most, size), bodySize);
    const small = sorted.slice(at).every(({ size }) => size < usual * 0.97);
    if (small || opening(line) !== undefined) first = Math.min(first, at);
  }
  return first;
}

/** The first of the small lines at the bottom, if it opens with a mark. */
function belowMark(sorted: readonly Line[], bodySize: number): number {
  let from = sorted.length;
  for (let at = sorted.length - 1; at >= 0 && (sorted[at] as Line).size <= bodySize * 0.93; at -= 1)
    if (opening(sorted[at] as Line) !== undefined) from = at;
  return from;
}

/** Notes in order, each with what the next page holds of it. */
export function withRests(notes: readonly Note[]): Note[] {
  const whole: Note[] = [];
  for (const note of notes) {
    const last = whole.at(-1);
    if (note.mark === undefined && last !== undefined) whole[whole.length - 1] = { ...last, lines: [...last.lines, ...note.lines] };
    else whole.push(note);
  }
  return whole;
}
