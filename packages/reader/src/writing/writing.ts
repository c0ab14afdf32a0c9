import type { Block } from "../blocks.ts";
import type { CleanText } from "../text.ts";
import { type Cut, compose } from "./compose.ts";
import { withinCharacters } from "./limits.ts";
import { type DocumentSource, lastAtMost, type Origin, sourceOf, type WrittenSpan } from "./source.ts";

/** A stretch of a line to be written: what it says, where it comes from, whether it is a mark that is no content. */
export interface Stretch<O extends Origin> {
  readonly text: string;
  /** Null for what the reader puts in itself, such as the bars of a table. */
  readonly origin: O | null;
  /** Shown in the text and left out of what is read; `mark` when it refers to a footnote. */
  readonly cut?: { readonly mark?: string };
}

interface Written {
  /** In the clean text. */
  readonly start: number;
  readonly end: number;
}

/** The text of a document while it is written, line by line, with the way back to where each character came from. */
export class Writing<O extends Origin, P> {
  readonly #lines: string[] = [];
  readonly #clean: string[] = [];
  #length = 0;
  #cleanLength = 0;
  readonly #pieces: [clean: number, source: number][] = [];
  readonly #marks = new Map<number, string>();
  readonly #spans: WrittenSpan<O>[] = [];
  readonly #places: [start: number, place: P][] = [];
  readonly #first: P;
  readonly blocks: Block[] = [];

  /** `first` is where a document that has no place begins. */
  constructor(first: P) {
    this.#first = first;
  }

  /** How many characters are written. */
  get length(): number {
    return this.#length;
  }

  /** What is written from here on stands at this place. */
  place(place: P): void {
    this.#places.push([this.#length, place]);
  }

  /** Writes one line and says where it stands in the clean text. `places` begin at some of its stretches. */
  line(stretches: readonly Stretch<O>[], places?: ReadonlyMap<Stretch<O>, P>): Written {
    withinCharacters(stretches.reduce((sum, { text }) => sum + text.length, this.#length));
    const cuts: Cut[] = [];
    let line = "";
    for (const stretch of stretches) {
      const start = line.length;
      const place = places?.get(stretch);
      if (place !== undefined) this.#places.push([this.#length + start, place]);
      line += stretch.text;
      const { origin, cut } = stretch;
      if (cut !== undefined) cuts.push({ start, end: line.length, ...cut });
      else if (origin !== null) this.#spans.push({ start: this.#length + start, end: this.#length + line.length, origin });
    }
    const { text, pieces, marks } = compose(line, cuts);
    for (const [clean, source] of pieces) this.#pieces.push([this.#cleanLength + clean, this.#length + source]);
    for (const [clean, mark] of marks) this.#marks.set(this.#cleanLength + clean, mark);
    const start = this.#cleanLength;
    this.#pieces.push([start + text.length, this.#length + line.length]);
    this.#lines.push(line, "\n");
    this.#clean.push(text, "\n");
    this.#length += line.length + 1;
    this.#cleanLength += text.length + 1;
    return { start, end: start + text.length };
  }

  /** Writes one line that is a block of its own. */
  block(kind: "row" | "paragraph" | "heading", stretches: readonly Stretch<O>[], places?: ReadonlyMap<Stretch<O>, P>): void {
    const { start, end } = this.line(stretches, places);
    this.blocks.push({ kind, ranges: [[start, end]], depth: 0 });
  }

  /** An empty block, so that tables on its two sides are not one. */
  gap(): void {
    this.block("paragraph", []);
  }

  done(): { clean: CleanText; source: DocumentSource<O, P> } {
    const pieces = this.#pieces;
    const text = this.#clean.join("");
    const source = this.#lines.join("");
    const at = (index: number): number => {
      if (index >= text.length) return index === 0 ? 0 : source.length;
      const piece = lastAtMost(pieces.length, (i) => (pieces[i] as [number, number])[0], index);
      const [clean, from] = pieces[Math.max(0, piece)] ?? [0, 0];
      return from + index - clean;
    };
    return { clean: { text, source, at, marks: this.#marks }, source: sourceOf(this.#spans, this.#places, this.#first) };
  }
}
