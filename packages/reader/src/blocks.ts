import type { CleanText } from "./text.ts";

/** A stretch of text that belongs together: one or more ranges of the clean text, when page breaks or footnotes cut it. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "item" | "row" | "footnote";
  readonly ranges: [start: number, end: number][];
  /** How deep a list item stands; 0 outside lists. */
  readonly depth: number;
  /** The number of a footnote. */
  readonly mark?: string;
}

const BULLET = /^(\s*)([-+*•–—○●▪]|\(?[a-zđ]\)|\(?\d{1,2}\))\s+(?=\S)/u;
const NUMBERED = /^(\s*)\d{1,2}(?:\.\d{1,2})*\.\s+/;
const SIGNED = /^\s*[-+*•–—○●▪]\s/u;
const HEADING = /^\s*#{1,6}\s+/;
const ENDS = /[.:!?…]["”’)\]]*\s*$/u;
const LONE_BULLET = /^\s*[-+*•–]\s*$/;
const NOTE = /^\s*\[\^?(\w{1,3})\]:?\s+/;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function* linesOf(text: string): Generator<Line> {
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    yield { start, end, text: text.slice(start, end) };
    if (newline < 0) return;
    start = newline + 1;
  }
}

/**
 * Cuts a text into blocks. A paragraph that a page break, a blank line or a footnote cut in two is one block again: the first half
 * ends without a stop and the second begins with a small letter.
 */
export function blocksOf(clean: CleanText, format: "markdown" | "text"): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  let lastLine = "";
  let loneBullet: Line | null = null;
  // How deep the last item stands that a letter or a number opens; 0 since the last block outside lists.
  let lettered = 0;
  const push = (block: Block): void => {
    blocks.push(block);
    open = block;
  };
  for (const line of linesOf(clean.text)) {
    const trimmed = line.text.trim();
    if (trimmed === "") {
      open = null;
      continue;
    }
    if (LONE_BULLET.test(line.text)) {
      loneBullet = line;
      open = null;
      continue;
    }
    const mark = markAt(clean, line);
    const note = mark ?? NOTE.exec(line.text)?.[1];
    const depth = loneBullet ? 1 : itemDepth(line.text);
    const signed = loneBullet !== null || SIGNED.test(line.text);
    loneBullet = null;
    const range: [number, number] = [line.start, line.end];
    if (HEADING.test(line.text)) {
      push({ kind: "heading", ranges: [range], depth: 0 });
      open = null;
      lettered = 0;
    } else if (isRow(trimmed)) {
      push({ kind: "row", ranges: [range], depth: 0 });
      // A row ends with its line: what stands below a table is no part of its last cell.
      open = null;
    } else if (note !== undefined) push({ kind: "footnote", ranges: [range], depth: 0, mark: note });
    else if (depth > 0) {
      // "d) Phản ánh: …" and "- Giao thông: 41" below it: signs stand under letters and numbers.
      if (!signed) lettered = depth;
      push({ kind: "item", ranges: [range], depth: signed && lettered > 0 && depth >= lettered ? depth + 1 : depth });
    } else if (open !== null && (format === "markdown" || !ENDS.test(lastLine))) (open as Block).ranges.push(range);
    else {
      push({ kind: "paragraph", ranges: [range], depth: 0 });
      lettered = 0;
    }
    lastLine = trimmed;
  }
  return joinCut(blocks, clean.text);
}

/** How deep a line stands as a list item, by the bullet or number that it opens with; 0 when it has none. */
export function itemDepth(line: string): number {
  const bullet = BULLET.exec(line) ?? NUMBERED.exec(line);
  return bullet === null ? 0 : 1 + indent(bullet[1] ?? "") + (/^\s*\+/.test(line) ? 1 : 0);
}

function markAt(clean: CleanText, line: Line): string | undefined {
  const lead = line.text.length - line.text.trimStart().length;
  for (let i = line.start; i <= line.start + lead; i++) {
    const mark = clean.marks.get(i);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

const indent = (space: string): number => Math.min(4, Math.floor(space.replace(/\t/g, "    ").length / 2));
const isRow = (text: string): boolean =>
  text.startsWith("|") ? text.indexOf("|", 1) > 0 : text.split(" | ").length > 2 || text.split("\t").length > 2;

function joinCut(blocks: Block[], text: string): Block[] {
  const joined: Block[] = [];
  let cut: Block | null = null;
  for (const block of blocks) {
    const first = text.slice(...(block.ranges[0] as [number, number])).trimStart();
    const begins = first.charAt(0);
    if (cut !== null && block.kind === "paragraph" && begins !== begins.toUpperCase() && begins === begins.toLowerCase()) {
      cut.ranges.push(...block.ranges);
      const last = text.slice(...(block.ranges.at(-1) as [number, number]));
      if (ENDS.test(last)) cut = null;
      continue;
    }
    joined.push(block);
    if (block.kind === "footnote") continue;
    const last = text.slice(...(block.ranges.at(-1) as [number, number]));
    cut = block.kind !== "heading" && block.kind !== "row" && !ENDS.test(last) && last.trim().length > 60 ? block : null;
  }
  return joined;
}

/**
 * The blocks in the order in which they are read: each footnote right behind the block that bears its mark, wherever the file keeps
 * it. Gives for each block its place.
 */
export function readingOrder(blocks: readonly Block[], { marks }: CleanText): number[] {
  if (!blocks.some(({ kind }) => kind === "footnote")) return blocks.map((_, i) => i);
  const offsets = [...marks.keys()].sort((a, b) => a - b);
  const bearers = new Map<string, number[]>();
  let next = 0;
  blocks.forEach(({ kind, ranges }, i) => {
    if (kind === "footnote") return;
    for (const [from, to] of ranges) {
      while (next < offsets.length && (offsets[next] as number) < from) next += 1;
      for (; next < offsets.length && (offsets[next] as number) <= to; next++) {
        const mark = marks.get(offsets[next] as number) as string;
        bearers.set(mark, [...(bearers.get(mark) ?? []), i]);
      }
    }
  });
  const keyed = blocks.map(({ kind, mark }, i) => {
    const own = kind === "footnote" && mark !== undefined ? bearers.get(mark)?.findLast((bearer) => bearer < i) : undefined;
    return { i, after: own ?? i, note: own === undefined ? -1 : i };
  });
  keyed.sort((a, b) => a.after - b.after || a.note - b.note);
  const places: number[] = [];
  keyed.forEach(({ i }, place) => {
    places[i] = place;
  });
  return places;
}
