import { type Block, type Span, stretchesIn } from "@khop/core";
import { piecesOf, stretchesOf } from "./marks.ts";
import type { Gathered } from "./state.ts";

/** A line of rendered text as spans. */
export function spansOf(line: string, { spans }: Pick<Gathered, "spans">): Span[] {
  return piecesOf(line).flatMap((piece): Span[] => {
    if (piece.is === "text") return [piece];
    const span = piece.is === "span" ? spans[piece.index] : undefined;
    return span === undefined ? [] : [span];
  });
}

/** What a person wrote, with the words that are to stand out. */
const asWritten = (span: Span): Span[] => (span.is === "text" ? stretchesIn(span.text).map((one) => ({ ...one, is: "text" })) : [span]);

/** Rendered text as blocks: a passage for each line that is not empty. */
export function blocksOf(text: string, gathered: Gathered): Block[] {
  return stretchesOf(text).flatMap((stretch) =>
    stretch.text.split("\n").flatMap((raw): Block[] => {
      const line = tidy(raw);
      if (line === "") return [];
      const [piece, ...more] = piecesOf(line);
      if (piece?.is === "block" && more.length === 0) {
        const block = gathered.blocks[piece.index];
        return block === undefined ? [] : [block];
      }
      const spans = stretch.is === "written" ? spansOf(line, gathered).flatMap(asWritten) : spansOf(line, gathered);
      return [
        stretch.is === "written"
          ? { is: "passage", origin: "written", spans, id: stretch.id }
          : { is: "passage", origin: "computed", spans },
      ];
    }),
  );
}

/** One space between words, none before a comma or a full stop. */
const tidy = (line: string): string =>
  line
    .replace(/\s+/g, " ")
    .replace(/ ([,;.:)])/g, "$1")
    .trim();
