import type { StyledPart } from "@khop/core";
import type { ShownChart } from "./chart.ts";
import type { Shown } from "./notes.ts";

/** A paragraph, and which part of the report it is. */
export interface Line {
  readonly is: "line";
  readonly part: StyledPart;
  readonly spans: readonly Shown[];
  /** The next line is of the same part: no line is drawn between the two. */
  readonly goesOn?: boolean;
}

interface GridRow {
  readonly cells: readonly (readonly Shown[])[];
  readonly isTotal: boolean;
}

/** A table: every row has as many cells as there are columns, the label first. */
export interface Grid {
  readonly is: "grid";
  readonly header: readonly string[];
  readonly rows: readonly GridRow[];
}

export type Piece = Line | Grid | ShownChart;

/** A text over several lines where its author broke it. */
export const linesOf = (part: StyledPart, text: string): Line[] =>
  text.split(/\s*\n\s*/).map((one, i, { length }) => (i < length - 1 ? { ...line(part, one), goesOn: true } : line(part, one)));

export const line = (part: StyledPart, text: string): Line => ({ is: "line", part, spans: [{ is: "text", text }] });
