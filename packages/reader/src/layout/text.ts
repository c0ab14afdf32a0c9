import type { MeasuredLayout } from "@khop/core";
import type { TextFormat } from "../document.ts";
import { clean } from "../text.ts";
import type { RawLine, RawPlace } from "./raw-line.ts";
import { recognised } from "./recognise.ts";

const heading = /^\s*#{1,6}\s+/;
const row = /^\s*\|.*\|\s*$/;
const noteLine = /^\s*(?:<sup>\s*\[?\d+\]?\s*<\/sup>|\[\^\w+\]:)/;
/** Columns of a head that was typed, or that a program turned into text. */
const gap = /\t+|(?: |\u00a0){4,}/u;

/**
 * Measures what a plain text or Markdown shows of a layout: its parts with their order, numbers and wording. Pages, fonts and spaces
 * are not in it, and no rule about them can be held against it.
 *
 * - Shape: offsets are UTF-16 offsets into the text.
 * - Throws: nothing.
 */
export function measureText(text: string, format: TextFormat = "markdown"): MeasuredLayout {
  const cleaned = clean(text, format);
  const lines: RawLine[] = [];
  let from = 0;
  for (const line of cleaned.text.split("\n")) {
    const start = from;
    from += line.length + 1;
    const opening = format === "markdown" ? (heading.exec(line)?.[0].length ?? 0) : 0;
    const sourceStart = cleaned.at(start);
    const source = text.slice(sourceStart, cleaned.at(start + line.length));
    const lead = text.slice(text.lastIndexOf("\n", sourceStart - 1) + 1, sourceStart) + source;
    const place: RawPlace = noteLine.test(lead)
      ? { kind: "footnote" }
      : row.test(line)
        ? { kind: "cell", table: 0, row: 0, column: 0, figures: true }
        : { kind: "body" };
    const emphasised = format === "markdown" ? opening > 0 || opensBold(lead) : null;
    const made = (at: number, end: number, columns: readonly RawLine[] = []): RawLine => {
      const words = cleaned.text.slice(at, end);
      const left = at + words.length - words.trimStart().length;
      const right = at + words.trimEnd().length;
      return {
        start: cleaned.at(left),
        end: cleaned.at(right - 1) + 1,
        text: words.trim(),
        place,
        looks: [],
        setting: null,
        isBullet: false,
        emphasised,
        columns,
      };
    };
    const end = start + line.length;
    if (line.slice(opening).trim() === "") continue;
    const columns = columnsOf(line, start).map(([at, to]) => made(at, to));
    lines.push(made(start + opening, end, columns.length > 1 ? columns : []));
  }
  return { text, pages: null, sections: [], lines: recognised(lines) };
}

/** Bold comes before the first word, behind its number or not. */
const opensBold = (line: string): boolean => /^[\s\d.)a-zđIVX]*(?:\*\*|__)/u.test(line);

function columnsOf(line: string, start: number): [start: number, end: number][] {
  const columns: [number, number][] = [];
  let at = 0;
  for (const piece of line.split(new RegExp(`(${gap.source})`, "u"))) {
    if (piece.trim() !== "") columns.push([start + at, start + at + piece.length]);
    at += piece.length;
  }
  return columns;
}
