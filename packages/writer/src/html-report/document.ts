import type { Cell, Checked, DocumentBlock, Finding, Language, Quantity, Severity } from "@khop/core";

/** A number of the document. What `@khop/reader` gives is one. */
export interface PageFigure {
  readonly id: string;
  /** UTF-16 offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Only a "quantity" is marked. */
  readonly role: string;
  readonly label: string;
  readonly quantity: Quantity | null;
  readonly cell: Cell | null;
}

/** Why a finding was accepted. */
export interface Acceptance {
  readonly reason: string;
  readonly by?: string;
  /** ISO 8601: `2025-03-31`. */
  readonly date?: string;
}

/** A finding with the id that people call it by. */
export interface PageFinding {
  readonly id: string;
  readonly finding: Finding;
  /** Ids of its figures, in the order of the text. */
  readonly figures: readonly string[];
  readonly waived?: Acceptance;
}

/** A layout finding as a page shows it: the findings of figures come first, these below them. */
export interface PageLayoutFinding {
  readonly severity: Severity;
  readonly message: Readonly<Record<Language, string>>;
  /** What it is about, in the words of the document; empty where it is about the whole. */
  readonly text: string;
  /** Where it begins; undefined where it is about the whole. */
  readonly start?: number;
}

/** A document that was read and checked, as a page shows it. */
export interface CheckedDocument {
  /** What the page calls it: the file's name. */
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly DocumentBlock[];
  readonly figures: readonly PageFigure[];
  readonly checked: readonly Checked[];
  readonly findings: readonly PageFinding[];
  /** What was found of its layout, worst first; absent where that was not asked for. */
  readonly layout?: readonly PageLayoutFinding[];
  /** Where people find an offset: "đoạn 3", "dòng 15". */
  readonly place?: (offset: number) => string;
}
