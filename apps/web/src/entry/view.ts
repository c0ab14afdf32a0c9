import type { RegimeData } from "@khop/catalog/report";
import type { components } from "@khop/client";
import type { Language } from "../language.tsx";

/** What stands in a place: the text as it was typed, and what else is known of the figure. */
export interface Typed {
  readonly text: string;
  readonly asOf?: string;
  readonly source?: string;
}

/** Everything that was entered, by period and code: "2024-M10 documents sent commune". */
export type Cells = Readonly<Record<string, Typed>>;

/** Whose figures these are, of when, under which regime; and the figures. */
export interface Book {
  readonly regime: string;
  readonly orgUnit: string;
  readonly period: string;
  readonly cells: Cells;
}

export const keyOf = (period: string, code: string): string => `${period} ${code}`;

export type Said = Readonly<Record<Language, string>>;

/** Something that does not fit, where, and what would mend it. */
export interface RuleSaid {
  readonly keys: readonly string[];
  readonly grave: boolean;
  readonly message: Said;
  readonly likely?: { readonly key: string; readonly text: string };
}

/** What follows from what was entered and is told about it. */
export interface Worked {
  /** What is wrong with a text that was typed, by its key. */
  readonly faults: Readonly<Record<string, Said>>;
  readonly rules: readonly RuleSaid[];
}

/** What a change made otherwise: figures and faults by their keys, null for what is gone; all rules that speak now. */
export interface Reworked {
  /** Figures as they are printed: those that were taken, and those that follow. */
  readonly figures: Readonly<Record<string, string | null>>;
  readonly faults: Readonly<Record<string, Said | null>>;
  readonly rules: readonly RuleSaid[];
}

export type FileKind = "csv" | "xlsx";

/** A figure as a server takes it. */
export type CellInput = Omit<components["schemas"]["CellInput"], "seen">;

export interface Asked {
  /** A regime that is not the catalogue's comes with the book. */
  open: { readonly book: Book; readonly regime?: RegimeData };
  change: { readonly changes: Readonly<Record<string, Typed | null>> };
  inputs: { readonly book: Book; readonly keys: readonly string[] };
  take: { readonly book: Book; readonly name: string; readonly bytes: ArrayBuffer };
  give: { readonly book: Book; readonly kind: FileKind };
}

export interface Answered {
  open: Reworked;
  change: Reworked;
  inputs: Readonly<Record<string, CellInput>>;
  take: { readonly cells: Cells; readonly taken: number; readonly issues: readonly (Said & { readonly place: string })[] };
  give: { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };
}
