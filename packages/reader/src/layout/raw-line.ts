import type { Look, Setting } from "@khop/core";

/** Where a line stands. */
export type RawPlace =
  | { readonly kind: "body" }
  | { readonly kind: "cell"; readonly table: number; readonly row: number; readonly column: number; readonly figures: boolean }
  | { readonly kind: "footnote" };

/** A line before it is known what it is. */
export interface RawLine {
  /** UTF-16 offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly place: RawPlace;
  readonly looks: readonly Look[];
  readonly setting: Setting | null;
  /** Its list gives it a bullet. */
  readonly isBullet: boolean;
  /** It opens as headings do, in bold or marked as one; null where nothing shows it. */
  readonly emphasised: boolean | null;
  /** The pieces between its tabs or wide gaps, which may be columns of a page's head; empty when there is one. */
  readonly columns: readonly RawLine[];
}
