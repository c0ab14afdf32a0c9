import type { DocumentBlock, DocumentInline, DocumentRow } from "@khop/core";
import { type Block, itemDepth } from "./blocks.ts";
import type { CleanText } from "./text.ts";

/** Whether a line that ends inside a block was broken by its author (Word) or only by the file (Markdown, text). */
export type LineEnds = "hard" | "soft";

const RULE = /^[\s|:–—-]*$/;
const HASHES = /^\s*(#{1,6})\s+/;
const BULLET = /^\s*[-+*•]\s+/;
const NOTE = /^\s*(?:\[\^?\w{1,3}\]:?\s+)?/;

/** The blocks of a document as they stand on paper: without markup, rows gathered into tables. */
export function shownBlocks(clean: CleanText, blocks: readonly Block[], lineEnds: LineEnds): DocumentBlock[] {
  const shown: DocumentBlock[] = [];
  const inlines = inlinesOf(clean);
  let rows: Block[] = [];
  const close = (): void => {
    if (rows.length > 0) shown.push(tableOf(clean, rows, inlines));
    rows = [];
  };
  for (const block of blocks) {
    if (block.kind === "row") {
      rows.push(block);
      if (block.ranges.length === 1) continue;
    }
    close();
    // Lines below a row that are no rows go on in its block: on paper they are a paragraph.
    const rest = block.kind === "row" ? ({ ...block, kind: "paragraph", ranges: block.ranges.slice(1) } as const) : block;
    const made = blockOf(clean, rest, inlines, lineEnds);
    if (made !== null) shown.push(made);
  }
  close();
  return shown;
}

type Inlines = (start: number, end: number) => DocumentInline[];

function blockOf(clean: CleanText, { kind, ranges, depth, mark }: Block, inlines: Inlines, lineEnds: LineEnds): DocumentBlock | null {
  const [[first, firstEnd] = [0, 0]] = ranges;
  const line = clean.text.slice(first, firstEnd);
  const hashes = kind === "heading" ? HASHES.exec(line) : null;
  const bullet = kind === "item" ? BULLET.exec(line) : null;
  const lead = hashes ?? bullet ?? (kind === "footnote" ? NOTE.exec(line) : null) ?? /^\s*/.exec(line);
  const between = (start: number): DocumentInline => {
    const end = clean.at(start - 1);
    return lineEnds === "hard" ? { kind: "break" } : { kind: "text", start: end, end: end + 1 };
  };
  const content = ranges.flatMap(([start, end], i) =>
    i === 0 ? inlines(start + (lead?.[0].length ?? 0), end) : [between(start), ...inlines(start, end)],
  );
  if (kind === "footnote" && content[0]?.kind === "mark") content.shift();
  if (content.length === 0) return null;
  switch (kind) {
    case "heading":
      return { kind, level: hashes?.[1]?.length ?? 2, content };
    case "item":
      return { kind, depth, typed: bullet === null && itemDepth(line) > 0, content };
    case "footnote":
      return { kind, mark: mark ?? "", content };
    default:
      return { kind: "paragraph", content };
  }
}

/** Stretches of the source that a range of the clean text stands for: cut wherever markup lies between, and at footnote marks. */
function inlinesOf({ source, text, at, marks }: CleanText): Inlines {
  return (from, to) => {
    const made: DocumentInline[] = [];
    let open: { start: number; end: number } | undefined;
    const close = (): void => {
      if (open !== undefined) made.push({ kind: "text", ...open });
      open = undefined;
    };
    for (let i = from; i <= to; ) {
      const mark = marks.get(i);
      if (mark !== undefined) {
        close();
        made.push({ kind: "mark", mark });
      }
      if (i === to) break;
      const start = at(i);
      const next = straightFrom(i, to, at);
      const end = at(next - 1) + lengthAt(source, at(next - 1), text[next - 1] as string);
      if (open?.end !== start) close();
      open = { start: open?.start ?? start, end };
      i = next;
    }
    close();
    return made;
  };
}

/** Up to where the source goes on unit by unit. What was left out or composed makes it longer, and where marks stood something was left out. */
function straightFrom(from: number, to: number, at: CleanText["at"]): number {
  const start = at(from);
  const isStraight = (index: number): boolean => at(index) - start === index - from;
  let low = from;
  let step = 1;
  while (low + step < to && isStraight(low + step)) {
    low += step;
    step *= 2;
  }
  for (; step >= 1; step = Math.floor(step / 2)) if (low + step < to && isStraight(low + step)) low += step;
  return low + 1;
}

/** How many units of the source make one unit of the clean text: more than one where a letter was composed with its accents. */
function lengthAt(source: string, offset: number, unit: string): number {
  if (source[offset] === unit) return 1;
  for (let length = 1; length <= 4; length += 1) if (source.slice(offset, offset + length).normalize("NFC") === unit) return length;
  return 1;
}

function tableOf(clean: CleanText, rows: readonly Block[], inlines: Inlines): DocumentBlock {
  const lines = rows.map(({ ranges: [[start, end] = [0, 0]] }) => ({ start, end, text: clean.text.slice(start, end) }));
  const rule = lines.findIndex(({ text }) => RULE.test(text) && text.includes("-"));
  const bare = lines.findIndex(({ text }) => RULE.test(text) && !text.includes("-"));
  const heads = rule >= 0 ? rule : bare === 0 || lines.length < 3 ? 0 : 1;
  const row = ({ start, text }: { start: number; text: string }): DocumentRow =>
    cellsOf(text).map(([from, to]) => inlines(start + from, start + to));
  const body = lines.slice(heads).filter(({ text }) => !RULE.test(text));
  return { kind: "table", head: lines.slice(0, heads).map(row), body: body.map(row) };
}

/** Where the cells of a row stand in its line, blanks about them left out. */
function cellsOf(line: string): [start: number, end: number][] {
  const sign = line.includes("|") ? "|" : "\t";
  const cells: [number, number][] = [];
  let from = 0;
  for (let at = 0; at <= line.length; at += 1) {
    if (at < line.length && line[at] !== sign) continue;
    const cell = line.slice(from, at);
    const lead = cell.length - cell.trimStart().length;
    cells.push([Math.min(from + lead, at), Math.max(from + lead, from + cell.trimEnd().length)]);
    from = at + 1;
  }
  const isEdge = (index: number): boolean => sign === "|" && cells[index]?.[0] === cells[index]?.[1];
  if (isEdge(0) && line.trimStart().startsWith("|")) cells.shift();
  if (isEdge(cells.length - 1) && line.trimEnd().endsWith("|")) cells.pop();
  return cells;
}
