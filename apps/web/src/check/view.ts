import type { Explanation, Mark } from "@khop/writer/shown";
import type { Language } from "../language.tsx";

/** A piece of a line on paper: words, a figure by its id, the mark of a footnote, a break that the author made. */
export type Piece =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "figure"; readonly figure: string; readonly text: string }
  | { readonly is: "mark"; readonly mark: string }
  | { readonly is: "break" };

type Line = readonly Piece[];

/** A block of the document as it stands on paper. */
export type PaperBlock =
  | { readonly is: "heading"; readonly level: number; readonly line: Line }
  | { readonly is: "paragraph"; readonly line: Line }
  | { readonly is: "item"; readonly depth: number; readonly typed: boolean; readonly line: Line }
  | { readonly is: "footnote"; readonly mark: string; readonly line: Line }
  | { readonly is: "table"; readonly head: readonly (readonly Line[])[]; readonly body: readonly (readonly Line[])[] };

/** A document that was read: what does not change while a person works on its findings. */
export interface PaperView {
  readonly name: string;
  readonly format: string;
  readonly blocks: readonly PaperBlock[];
  /** Ids of the figures that are marked, in the order of the text. */
  readonly figures: readonly string[];
  /** What is to be said of how it was read: pages left out, an encoding of old. */
  readonly remarks: readonly Readonly<Record<Language, string>>[];
}

export type Severity = "error" | "warning" | "review" | "info";

export interface FindingView {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly place: string;
  /** Its figures, the one that it leads to first. */
  readonly figures: readonly string[];
  readonly waived?: string;
  /** The one figure that is accused, and what it most likely is. */
  readonly likely?: { readonly figure: string; readonly value: string; readonly text: string };
}

/** What was found, as the person's own decisions leave it. */
export interface FindingsView {
  readonly marks: Readonly<Record<string, Mark>>;
  readonly findings: readonly FindingView[];
  /** Figures that were repaired, as they are printed now. */
  readonly repaired: Readonly<Record<string, string>>;
  /** The report of the month before that it is held against. */
  readonly previous?: { readonly name: string; readonly paired: number; readonly doubtful: boolean };
  /** How many relations wait for a figure of an earlier report. */
  readonly waiting: number;
}

/** What a person decided: repairs that were accepted, findings that were waived with a reason. */
export interface Decisions {
  /** Values by the id of their figure, as decimal strings. */
  readonly accepted: Readonly<Record<string, string>>;
  readonly waived: Readonly<Record<string, string>>;
}

export type Product = "annotated" | "html" | "json";

/** What the page asks of the worker that reads and checks. */
export interface Asked {
  open: { readonly name: string; readonly bytes: ArrayBuffer; readonly language: Language };
  previous: { readonly name: string; readonly bytes: ArrayBuffer } | null;
  findings: { readonly decisions: Decisions; readonly language: Language };
  /** A figure's note, as the decisions that were last asked about leave it. */
  explain: { readonly figure: string; readonly language: Language };
  produce: { readonly product: Product; readonly language: Language };
}

/** And what it answers. */
export interface Answered {
  open: { readonly paper: PaperView; readonly found: FindingsView };
  previous: null;
  findings: FindingsView;
  explain: Explanation;
  produce: { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };
}

export type Question = keyof Asked;

/** Why something could not be done: what, and how to mend it. */
export interface Trouble {
  readonly what: Readonly<Record<Language, string>>;
  readonly how: Readonly<Record<Language, string>>;
}
