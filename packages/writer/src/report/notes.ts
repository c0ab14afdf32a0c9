import { KhopError, type Report, type Span } from "@khop/core";
import "../errors.ts";
import { type Facts, type ShownFigure, shownFigure } from "./facts.ts";

/** The mark of a footnote; `first` where the note itself hangs on it. */
export interface ShownNote {
  readonly is: "note";
  readonly number: number;
  readonly first: boolean;
}

/** A piece of a line as it is written. */
export type Shown = Extract<Span, { is: "text" }> | ShownFigure | ShownNote;

/** Words of a line, its figures included, marks of notes left out. */
export const wordsOf = (spans: readonly Shown[]): string => spans.map((span) => (span.is === "note" ? "" : span.text)).join("");

/** Writes figures out and counts footnotes by the place where they are first marked. */
export class Spelling {
  readonly #facts: Facts;
  readonly #notes: Report["footnotes"];
  readonly #numbers = new Map<string, number>();

  constructor(facts: Facts, notes: Report["footnotes"]) {
    this.#facts = facts;
    this.#notes = notes;
  }

  figure(span: Extract<Span, { is: "figure" }>): ShownFigure {
    return shownFigure(span, this.#facts);
  }

  spell(spans: readonly Span[]): Shown[] {
    return spans.map((span) => {
      if (span.is === "text") return span;
      return span.is === "figure" ? this.figure(span) : this.#mark(span.note);
    });
  }

  /** Texts of the notes by their number, from 1. */
  notes(): Shown[][] {
    const unmarked = this.#notes.find(({ id }) => !this.#numbers.has(id));
    if (unmarked !== undefined) throw bad(unmarked.id, "is marked nowhere, so it would be lost");
    return [...this.#numbers.keys()].map((id) => {
      const spans = this.#notes.find((note) => note.id === id)?.spans ?? [];
      if (spans.some(({ is }) => is === "note")) throw bad(id, "bears the mark of another note, which Word does not keep");
      return this.spell(spans);
    });
  }

  #mark(id: string): ShownNote {
    const known = this.#numbers.get(id);
    if (known !== undefined) return { is: "note", number: known, first: false };
    if (!this.#notes.some((note) => note.id === id)) throw bad(id, "is marked in the text but not among the footnotes");
    const number = this.#numbers.size + 1;
    this.#numbers.set(id, number);
    return { is: "note", number, first: true };
  }
}

const bad = (note: string, why: string): KhopError<"writer/bad-note"> =>
  new KhopError("writer/bad-note", `The footnote "${note}" ${why}. Mend the report's footnotes or the spans that mark it.`, { note });
