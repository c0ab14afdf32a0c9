import type { DocumentBlock, DocumentInline } from "@khop/core";
import type { Figure, ReadDocument } from "../document.ts";
import { shinglesOf, unnumbered, wordsOf } from "./words.ts";

/** What is paired between two documents: a paragraph, an item, a heading, a footnote, or one row of a table. */
export interface Passage {
  readonly kind: "heading" | "paragraph" | "item" | "footnote" | "row";
  readonly index: number;
  /** As on paper, without markup. */
  readonly text: string;
  /** Where it begins in the document's text. */
  readonly start: number;
  /** Its words without numbers. */
  readonly words: readonly string[];
  readonly shingles: ReadonlySet<string>;
  /** The heading above it, and for a row what its table is called and has for columns. */
  readonly section: string;
  readonly figures: readonly Placed[];
}

/** A figure with its place in a passage. */
export interface Placed {
  readonly figure: Figure;
  /** Offsets in the passage's text. */
  readonly from: number;
  readonly to: number;
  /** Its column in a row, and the words that head it; -1 and "" in prose. */
  readonly column: number;
  readonly heading: string;
  /** Where the quantity before it ends. */
  readonly behind: number;
  /** The month that stands right before it: 2 in "tháng 02: 88,5". */
  readonly month: number | undefined;
  readonly passage: Passage;
}

/** A passage while its figures are put in. */
interface Draft {
  readonly kind: Passage["kind"];
  readonly cells: readonly { readonly content: readonly DocumentInline[]; readonly heading: string }[];
  readonly section: string;
}

/** The passages of a document in the order of its blocks. Rows of tables that hold no figure are left out. */
export function passagesOf({ text, figures, blocks }: Pick<ReadDocument, "text" | "figures" | "blocks">): Passage[] {
  const sorted = [...figures].sort((a, b) => a.start - b.start);
  return draftsOf(text, blocks).map((draft, index) => passageOf(draft, index, text, sorted));
}

function draftsOf(text: string, blocks: readonly DocumentBlock[]): Draft[] {
  const drafts: Draft[] = [];
  let section = "";
  let lead = "";
  const said = (content: readonly DocumentInline[]): string =>
    content.flatMap((one) => (one.kind === "text" ? [text.slice(one.start, one.end)] : [])).join(" ");
  for (const block of blocks) {
    if (block.kind === "table") {
      const width = Math.max(0, ...block.head.map((row) => row.length));
      const headings = Array.from({ length: width }, (_, column) =>
        [...new Set(block.head.map((row) => said(row[column] ?? []).trim()))].filter((part) => part !== "").join(" "),
      );
      const table = `${section} | ${wordsOf(lead).join(" ")} | ${wordsOf(headings.join(" ")).join(" ")}`;
      for (const row of block.body) {
        drafts.push({ kind: "row", section: table, cells: row.map((content, column) => ({ content, heading: headings[column] ?? "" })) });
      }
      continue;
    }
    drafts.push({ kind: block.kind, section, cells: [{ content: block.content, heading: "" }] });
    lead = said(block.content).slice(0, 400);
    if (block.kind === "heading") section = wordsOf(unnumbered(lead)).join(" ");
  }
  return drafts;
}

function passageOf({ kind, cells, section }: Draft, index: number, text: string, figures: readonly Figure[]): Passage {
  const placed: Omit<Placed, "behind" | "month">[] = [];
  let said = "";
  let start = -1;
  const passage = { kind, index, section } as Passage;
  cells.forEach(({ content, heading }, column) => {
    for (const one of content) {
      if (one.kind !== "text") {
        if (one.kind === "break") said += " ";
        continue;
      }
      if (start < 0) start = one.start;
      const shift = said.length - one.start;
      for (let i = firstFrom(figures, one.start); i < figures.length && (figures[i] as Figure).start < one.end; i++) {
        const figure = figures[i] as Figure;
        const place = kind === "row" ? { column, heading } : { column: -1, heading: "" };
        placed.push({ figure, from: figure.start + shift, to: figure.end + shift, ...place, passage });
      }
      said += text.slice(one.start, one.end);
    }
    if (kind === "row") said += " | ";
  });
  const words = wordsOf(unnumbered(said));
  return Object.assign(passage, {
    text: said,
    start: Math.max(0, start),
    words,
    shingles: shinglesOf(words),
    figures: surrounded(placed, said),
  });
}

const MONTH = /tháng\s+(\d{1,2})(?:\s*[/.-]\s*20\d\d|\s+năm\s+20\d\d)?\s*(?:\(|:|là|đạt|ước|ước đạt|có)?\s*$/iu;

/** The figures with what stands right before each. */
function surrounded(placed: readonly Omit<Placed, "behind" | "month">[], said: string): Placed[] {
  let behind = 0;
  return placed.map((one) => {
    const month = MONTH.exec(said.slice(Math.max(behind, one.from - 40), one.from))?.[1];
    const made: Placed = { ...one, behind, month: month === undefined ? undefined : Number(month) };
    if (one.figure.role === "quantity") behind = one.to;
    return made;
  });
}

function firstFrom(figures: readonly Figure[], offset: number): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle] as Figure).start >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
