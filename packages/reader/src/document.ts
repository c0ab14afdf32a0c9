import type { Cell, DocumentBlock, Hedge, LevelId, Network, Quantity } from "@khop/core";
import type { LegacyEncoding } from "./legacy/encoding.ts";

/** What a number in a text is. Only quantities enter relations. */
export type Role = "quantity" | "date" | "docNumber" | "ordinal" | "reference" | "other";

/** A number as it stands in a document. */
export interface Figure {
  /** `f1`, `f2` … in the order of the text. */
  readonly id: string;
  /** As printed, with "%" but without the unit: `4.603`, `24,34%`, `90 - 95%`. */
  readonly text: string;
  /** UTF-16 offsets into the document's text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  /** What the figure is of, in the author's words. */
  readonly label: string;
  readonly quantity: Quantity | null;
  readonly hedge?: Hedge;
  readonly level?: LevelId;
  /** The period the text names for it, as written: "tháng 10/2024". */
  readonly period?: string;
  /** It says by how much something rose or fell. */
  readonly change?: "rise" | "fall";
  /** The id of the figure that a change or a share is of, where the reader can tell. */
  readonly of?: string;
  /** The figure's cell in the network; null when it is no quantity. */
  readonly cell: Cell | null;
}

/** A document, read: its text, every number in it, and the relations between them. */
export interface ReadDocument {
  /** The text that offsets point into: the source itself, for Markdown and plain text. */
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly network: Network;
  /** Encodings older than Unicode that its text was converted from, by its fonts; none for most. */
  readonly encodings?: readonly LegacyEncoding[];
  /** The document as it stands on paper, in the order of the text; made when it is first asked for. */
  readonly blocks: readonly DocumentBlock[];
}

export type TextFormat = "markdown" | "text";
