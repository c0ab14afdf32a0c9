import type { Block } from "../blocks.ts";
import type { CleanText } from "../text.ts";
import { type Cut, compose } from "./compose.ts";
import type { Atom } from "./paragraph.ts";
import { type DocxPlace, type DocxSource, lastAtMost, type TextSpan } from "./source.ts";

/** A stretch of a line to be written: what it says, where it comes from, whether it is a mark that is no content. */
export interface Stretch {
  readonly text: string;
  readonly origin: Atom["origin"];
  readonly cut?: { readonly mark?: string };
}

interface Written {
  /** In the clean text. */
  readonly start: number;
  readonly end: number;
}

/** The text of a document while it is written, line by line, with the way back to where each character came from. */
export class Writing {
  readonly #lines: string[] = [];
  readonly #clean: string[] = [];
  #length = 0;
  #cleanLength = 0;
  readonly #pieces: [clean: number, source: number][] = [];
  readonly #marks = new Map<number, string>();
  readonly #spans: TextSpan[] = [];
  readonly #places: [start: number, place: DocxPlace][] = [];
  readonly blocks: Block[] = [];
  /** The part that is being read, and the run that refers to it. */
  part = "";
  reference: TextSpan["reference"];

  /** What is written from here on stands at this place. */
  place(place: DocxPlace): void {
    this.#places.push([this.#length, place]);
  }

  /** Writes one line and says where it stands in the clean text. `places` begin at some of its stretches. */
  line(stretches: readonly Stretch[], places: ReadonlyMap<Stretch, DocxPlace> = new Map()): Written {
    const cuts: Cut[] = [];
    let line = "";
    for (const stretch of stretches) {
      const start = line.length;
      const place = places.get(stretch);
      if (place !== undefined) this.#places.push([this.#length + start, place]);
      line += stretch.text;
      if (stretch.cut !== undefined) cuts.push({ start, end: line.length, ...stretch.cut });
      else if (stretch.origin !== null) this.#span(stretch, this.#length + start);
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

  #span({ text, origin }: Stretch, start: number): void {
    if (origin === null) return;
    const { run, node, from } = origin;
    const reference = this.reference;
    const to = from + (node.name === "w:t" || node.name === "m:t" ? text.length : 1);
    this.#spans.push({
      start,
      end: start + text.length,
      part: this.part,
      run: run.start,
      node: node.start,
      from,
      to,
      ...(reference ? { reference } : {}),
    });
  }

  done(): { clean: CleanText; source: DocxSource } {
    const pieces = this.#pieces;
    const text = this.#clean.join("");
    const source = this.#lines.join("");
    const at = (index: number): number => {
      if (index >= text.length) return index === 0 ? 0 : source.length;
      const [clean, from] = pieces[
        Math.max(
          0,
          lastAtMost(pieces.length, (i) => (pieces[i] as [number, number])[0], index),
        )
      ] ?? [0, 0];
      return from + index - clean;
    };
    return { clean: { text, source, at, marks: this.#marks }, source: sourceOf(this.#spans, this.#places) };
  }
}

function sourceOf(spans: readonly TextSpan[], places: readonly [start: number, place: DocxPlace][]): DocxSource {
  return {
    spans: (start, end) => {
      const found: TextSpan[] = [];
      const first = lastAtMost(spans.length, (i) => (spans[i] as TextSpan).start, start);
      for (let i = Math.max(0, first); i < spans.length && (spans[i] as TextSpan).start < end; i += 1) {
        const span = spans[i] as TextSpan;
        if (span.end <= start) continue;
        const before = Math.max(0, start - span.start);
        const behind = Math.max(0, span.end - end);
        // A sign such as w:sym is one in the file, however many it is here.
        const whole = span.to - span.from !== span.end - span.start;
        found.push(
          whole ? span : { ...span, start: span.start + before, end: span.end - behind, from: span.from + before, to: span.to - behind },
        );
      }
      return found;
    },
    placeAt: (offset) =>
      places[
        Math.max(
          0,
          lastAtMost(places.length, (i) => (places[i] as [number, DocxPlace])[0], offset),
        )
      ]?.[1] ?? { kind: "paragraph", number: 1 },
  };
}
