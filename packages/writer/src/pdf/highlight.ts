import type { Severity } from "@khop/core";
import type { Box } from "./engine.ts";

/** A highlight to be put over boxes of one page, with its note. */
export interface Highlight {
  readonly page: number;
  readonly boxes: readonly Box[];
  readonly colour: Colour;
  readonly note: string;
}

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** The figure that is most likely wrong, by how grave that is; and the figures that it is held against. */
export const colours: Readonly<Record<Severity | "related", Colour>> = {
  error: [255, 140, 130],
  warning: [255, 190, 100],
  review: [255, 232, 90],
  info: [170, 210, 255],
  related: [226, 236, 190],
};

/** Number of pdf.js for a highlight. */
const highlightType = 9;

/** A highlight as pdf.js writes it. */
export function asAnnotation({ page, boxes, colour, note }: Highlight, { author, date }: { author: string; date: Date }): object {
  const rect = around(boxes);
  return {
    annotationType: highlightType,
    pageIndex: page - 1,
    color: colour,
    opacity: 1,
    rect,
    rotation: 0,
    // Corners as every reader takes them, whatever the standard says: upper left, upper right, lower left, lower right.
    quadPoints: boxes.flatMap(({ x, y, width, height }) => [x, y + height, x + width, y + height, x, y, x + width, y]),
    outlines: boxes.map(({ x, y, width, height }) => [x, y, x + width, y, x + width, y + height, x, y + height]),
    user: author,
    date,
    popup: { contents: note, rect: [rect[2], rect[3] - 100, rect[2] + 200, rect[3]] },
  };
}

function around(boxes: readonly Box[]): [number, number, number, number] {
  const extent = (pick: (box: Box) => number, far: (...values: number[]) => number): number => boxes.map(pick).reduce((a, b) => far(a, b));
  return [
    extent(({ x }) => x, Math.min),
    extent(({ y }) => y, Math.min),
    extent(({ x, width }) => x + width, Math.max),
    extent(({ y, height }) => y + height, Math.max),
  ];
}
