import { type Block, itemDepth } from "../blocks.ts";
import type { Origin } from "./source.ts";
import type { Stretch, Writing } from "./writing.ts";

/** What a paragraph is by where it stands and how it looks. */
export interface Standing {
  readonly heading?: boolean;
  /** How deep it stands as a list item; 0 outside lists. */
  readonly depth?: number;
  /** The mark of the note whose text it is. */
  readonly note?: string;
}

/** Lines of a paragraph that the author broke by hand, those without text left out. */
export function linesOf<O extends Origin>(stretches: readonly Stretch<O>[]): Stretch<O>[][] {
  const lines: Stretch<O>[][] = [[]];
  for (const stretch of stretches) {
    if (stretch.text === "\n") lines.push([]);
    else
      (lines.at(-1) as Stretch<O>[]).push(stretch.text.includes("\n") ? { ...stretch, text: stretch.text.replaceAll("\n", " ") } : stretch);
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ""));
}

/** Writes the lines of a paragraph: one block, and one more for each line in it that opens like a list item. */
export function writeParagraph<O extends Origin, P>(
  writing: Writing<O, P>,
  lines: readonly (readonly Stretch<O>[])[],
  { heading = false, depth = 0, note }: Standing = {},
): void {
  let block: Block | undefined;
  for (const line of lines) {
    const first = line.find(({ text }) => text.trim() !== "");
    const typed = note === undefined && block === undefined ? first?.cut?.mark : undefined;
    const lead: Stretch<O>[] = note !== undefined && block === undefined ? [{ text: `[${note}] `, origin: null, cut: {} }] : [];
    const written = writing.line([...lead, ...line]);
    const own = itemDepth(line.map(({ text }) => text).join(""));
    if (block !== undefined && (own === 0 || note !== undefined)) {
      block.ranges.push([written.start, written.end]);
      continue;
    }
    const mark = note ?? typed;
    const listed = block === undefined ? depth || own : own;
    const kind = mark !== undefined ? "footnote" : heading && block === undefined ? "heading" : listed > 0 ? "item" : "paragraph";
    block = { kind, ranges: [[written.start, written.end]], depth: kind === "item" ? listed : 0, ...(mark === undefined ? {} : { mark }) };
    writing.blocks.push(block);
  }
}
