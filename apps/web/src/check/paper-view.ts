import type { DocumentBlock, DocumentInline, DocumentRow } from "@khop/core";
import type { PaperBlock, Piece } from "./view.ts";

interface Marked {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A document's blocks with their words, cut where its figures stand. A figure that markup cuts is one piece all the same. */
export function paperOf(text: string, blocks: readonly DocumentBlock[], figures: readonly Marked[]): PaperBlock[] {
  const line = (content: readonly DocumentInline[]): Piece[] => lineOf(text, content, figures);
  const rows = (all: readonly DocumentRow[]): Piece[][][] => all.map((row) => row.map(line));
  const shown = (block: DocumentBlock): PaperBlock => {
    switch (block.kind) {
      case "heading":
        return { is: "heading", level: block.level, line: line(block.content) };
      case "paragraph":
        return { is: "paragraph", line: line(block.content) };
      case "item":
        return { is: "item", depth: block.depth, typed: block.typed, line: line(block.content) };
      case "footnote":
        return { is: "footnote", mark: block.mark, line: line(block.content) };
      case "table":
        return { is: "table", head: rows(block.head), body: rows(block.body) };
    }
  };
  return blocks.map(shown);
}

function lineOf(text: string, content: readonly DocumentInline[], figures: readonly Marked[]): Piece[] {
  const pieces: Piece[] = [];
  const put = (piece: Piece): void => {
    const last = pieces.at(-1);
    if (last?.is === "text" && piece.is === "text") pieces.splice(-1, 1, { is: "text", text: last.text + piece.text });
    else if (last?.is === "figure" && piece.is === "figure" && last.figure === piece.figure)
      pieces.splice(-1, 1, { ...piece, text: last.text + piece.text });
    else pieces.push(piece);
  };
  for (const one of content) {
    if (one.kind === "break") put({ is: "break" });
    else if (one.kind === "mark") put({ is: "mark", mark: one.mark });
    else {
      let at = one.start;
      for (let i = firstEndingAfter(figures, at); at < one.end; i += 1) {
        const figure = figures[i];
        const from = figure === undefined ? one.end : Math.min(Math.max(figure.start, at), one.end);
        if (from > at) put({ is: "text", text: text.slice(at, from) });
        if (figure === undefined || from >= one.end) break;
        at = Math.min(figure.end, one.end);
        if (at > from) put({ is: "figure", figure: figure.id, text: text.slice(from, at) });
      }
    }
  }
  return pieces;
}

function firstEndingAfter(figures: readonly Marked[], offset: number): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
