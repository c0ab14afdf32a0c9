import type { TextFormat } from "./document.ts";

/**
 * A text made ready for reading, and the way back: `at[i]` is the offset in the source of character `i`.
 *
 * Markup is taken out and letters are composed (NFC), so that words and numbers stand whole, whatever the author's editor did to
 * them: `1.**126**` reads 1.126. Offsets in the source are kept for every character.
 */
export interface CleanText {
  readonly text: string;
  readonly source: string;
  /** Offset in the source of each character of `text`, and of its end. */
  readonly at: (index: number) => number;
  /** Where footnote marks stood, by offset in `text`: `<sup>[1]</sup>` → 1, `[*]` → *. */
  readonly marks: ReadonlyMap<number, string>;
}

const MARKUP =
  /<sup>\s*\[?(\d{1,2})\]?\s*<\/sup>|\[\^(\w+)\]|\[(\d{1,2})\](?![[(:])|[[(](\*{1,3})[\])]|<br\s*\/?>|<\/?[a-z][^<>\n]{0,200}>|(?<!^[ \t]*)\*{1,3}|\*{1,3}(?![ \t*])|\\(?=[_*\\#.()[\]-])|(?<![\p{L}\d])__?(?=\S)|(?<=\S)__?(?![\p{L}\d])|&nbsp;|`/gimu;
const PLAIN_MARKUP = /\[\^?(\d{1,2})\]|[[(](\*{1,3})[\])]/g;

/** Takes markup out of a text. Lines and everything else stay. */
export function clean(source: string, format: TextFormat): CleanText {
  const marks = new Map<number, string>();
  const pieces: string[] = [];
  const starts: number[] = [];
  const sources: number[] = [];
  let length = 0;
  const keep = (from: number, to: number): void => {
    if (from >= to) return;
    const raw = source.slice(from, to);
    const piece = raw.normalize("NFC");
    if (piece.length === raw.length) {
      pieces.push(piece);
      starts.push(length);
      sources.push(from);
      length += piece.length;
      return;
    }
    for (const [offset, cluster] of clusters(raw)) {
      const composed = cluster.normalize("NFC");
      pieces.push(composed);
      starts.push(length);
      sources.push(from + offset);
      length += composed.length;
    }
  };
  let last = 0;
  const pattern = format === "markdown" ? MARKUP : PLAIN_MARKUP;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    keep(last, match.index);
    const mark = match[1] ?? match[2] ?? match[3] ?? match[4];
    if (mark !== undefined) marks.set(length, mark);
    last = match.index + match[0].length;
  }
  keep(last, source.length);
  const text = pieces.join("");
  const at = (index: number): number => {
    if (index >= text.length) return index === 0 ? 0 : source.length;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= index) low = middle;
      else high = middle - 1;
    }
    return (sources[low] as number) + index - (starts[low] as number);
  };
  return { text, source, at, marks };
}

/** Base letters with the marks that follow them. */
function* clusters(text: string): Generator<[number, string]> {
  const pattern = /\P{M}\p{M}*|\p{M}+/gsu;
  for (const match of text.matchAll(pattern)) yield [match.index, match[0]];
}
