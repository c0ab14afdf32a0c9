import type { Report } from "@khop/core";
import { escapeXml } from "@khop/ooxml";
import type { ShownFigure } from "../report/facts.ts";

const figuresNamespace = "urn:khop:figures:1";

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
    const figures = this.#figures.map(({ fact, text, writing, quantity }, i) => {
      const attributes = [
        ["id", String(i + 1)],
        ["tag", this.#tags.get(fact)],
        ["fact", fact],
        ["version", madeFrom[fact]],
        ["text", text],
        ["value", quantity?.value.toFixed()],
        ["decimals", writing.decimals?.toString()],
        ["form", writing.form],
        ["around", writing.around],
        ["zero", writing.whenZero],
      ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escapeXml(value)}"`]));
      return `<figure ${attributes.join(" ")}/>`;
    });
    const by = madeBy === undefined ? "" : ` regime="${escapeXml(madeBy.regime)}" regimeVersion="${escapeXml(madeBy.version)}"`;
    return `<figures xmlns="${figuresNamespace}"${by}>${figures.join("")}</figures>`;
  }
}
