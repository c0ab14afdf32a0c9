import type { Turn } from "./geometry.ts";

/** One sign as it is drawn: what it says, and from where to where it reaches. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
}

/** Glyphs that are drawn one behind the other on one baseline, in one font. */
export interface Run {
  readonly glyphs: readonly Glyph[];
  readonly x0: number;
  readonly x1: number;
  /** The baseline; for a raised run that of its line. */
  readonly y: number;
  /** The baseline that it is drawn on. */
  readonly drawn: number;
  /** Height of the font, in points. */
  readonly size: number;
  readonly bold: boolean;
  /** Above its line, and smaller. */
  readonly raised: boolean;
  /** The file says that it is no content: a running head, a page number. */
  readonly artifact: boolean;
}

/** A straight line that is drawn, level or upright. */
export interface Stroke {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What stands on a page, in points, in the space where text runs to the right and y grows upwards. */
export interface Page {
  /** Counts from 1. */
  readonly number: number;
  readonly turn: Turn;
  readonly runs: readonly Run[];
  readonly strokes: readonly Stroke[];
  /** Lowest and highest y that the page shows. */
  readonly bottom: number;
  readonly top: number;
}
