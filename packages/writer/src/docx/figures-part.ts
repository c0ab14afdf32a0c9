import type { Report } from "@khop/core";
import type { ShownFigure } from "../report/facts.ts";
import { recordsXml } from "./figure-records.ts";

/** Word takes tags of so many signs and calls a file with longer ones broken. */
const longestTag = 64;

/**
 * The figures of a document as they were written, each with the id of its content control: what a later reading holds the document
 * against, to tell a figure that was edited by hand from one whose fact has changed.
 */
export class FigureList {
  readonly #figures: ShownFigure[] = [];
  readonly #tags = new Map<string, string>();

  /** The id and the tag of the next content control; the tag is the fact's key, or stands for it where that is too long for Word. */
  add(figure: ShownFigure): { readonly id: number; readonly tag: string } {
    this.#figures.push(figure);
    const { fact } = figure;
    const tag = this.#tags.get(fact) ?? (fact.length <= longestTag ? fact : `khop:${this.#tags.size + 1}`);
    this.#tags.set(fact, tag);
    return { id: this.#figures.length, tag };
  }

  get isEmpty(): boolean {
    return this.#figures.length === 0;
  }

  xml({ madeFrom = {}, madeBy }: Pick<Report, "madeFrom" | "madeBy">): string {
    const records = this.#figures.map(({ fact, text, writing, quantity }, i) => ({
      id: String(i + 1),
      tag: this.#tags.get(fact) as string,
      fact,
      version: madeFrom[fact],
      text,
      value: quantity?.value.toFixed(),
      writing,
    }));
    return recordsXml(records, madeBy);
  }
}
