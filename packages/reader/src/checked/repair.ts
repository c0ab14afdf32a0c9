import { type Decimal, formatVi, readNumeral } from "@khop/core";
import type { Figure } from "../document.ts";

/** A stretch of the document's text and what is to stand there instead. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What to write over a figure's number for another value; its "%" and its unit stay. Undefined where it is printed in words. */
export function replacementFor(figure: Figure, value: Decimal): Replacement | undefined {
  const number = numberIn(figure.text);
  if (number === undefined) return undefined;
  const start = figure.start + number.index;
  return { start, end: start + number[0].length, text: written(figure, value, number[0]) };
}

/**
 * A figure printed again with another value, as its author would write it: same decimals, same "%", thousands grouped unless they
 * were not, a dot before decimals if it was so.
 *
 * @example reprinted(figure "2,95%", 2.85) // "2,85%"
 */
export function reprinted(figure: Figure, value: Decimal): string {
  const number = numberIn(figure.text);
  if (number === undefined) return written(figure, value, "");
  return figure.text.slice(0, number.index) + written(figure, value, number[0]) + figure.text.slice(number.index + number[0].length);
}

/** The value with the figure's unit, for a sentence: "2,85 %". */
export function valueText(figure: Figure, value: Decimal): string {
  const { quantity, text } = figure;
  const unit = quantity?.unitText ?? "";
  const number = written(figure, value, numberIn(text)?.[0] ?? "");
  return unit === "" ? number : `${number} ${unit}`;
}

const numberIn = (text: string): RegExpExecArray | undefined => /[+\-−]?\d+(?:[.,]\d+)*/.exec(text) ?? undefined;

function written({ quantity, text }: Figure, value: Decimal, printed: string): string {
  const decimals = quantity?.corrected(value).decimals ?? value.decimalPlaces();
  const number = formatVi(value, decimals);
  const isGrouped = !/\d{4}/.test(printed);
  const plain = isGrouped ? number : number.replaceAll(".", "");
  const said = /^0\d/.test(text) && /^\d(?!\d)/.test(plain) ? `0${plain}` : plain;
  return readNumeral(printed)?.style === "en" ? said.replace(/[.,]/g, (sign) => (sign === "." ? "," : ".")) : said;
}
