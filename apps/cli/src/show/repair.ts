import { type Decimal, formatVi } from "@khop/core";
import type { Figure } from "@khop/reader";

/**
 * A figure printed again with another value, as its author would write it: same decimals, same "%", thousands grouped unless they
 * were not.
 *
 * @example reprinted(figure "2,95%", 2.85) // "2,85%"
 */
export function reprinted(figure: Figure, value: Decimal): string {
  const number = numberIn(figure.text);
  if (number === undefined) return written(figure, value, true);
  return (
    figure.text.slice(0, number.index) + written(figure, value, grouped(number[0])) + figure.text.slice(number.index + number[0].length)
  );
}

/** The value with the figure's unit, for a sentence: "2,85 %". */
export function valueText(figure: Figure, value: Decimal): string {
  const { quantity, text } = figure;
  const unit = quantity?.unitText ?? "";
  const number = written(figure, value, grouped(numberIn(text)?.[0] ?? ""));
  return unit === "" ? number : `${number} ${unit}`;
}

const numberIn = (text: string): RegExpExecArray | undefined => /[+\-−]?\d+(?:[.,]\d+)*/.exec(text) ?? undefined;

const grouped = (number: string): boolean => !/\d{4}/.test(number);

function written({ quantity, text }: Figure, value: Decimal, groups: boolean): string {
  const number = formatVi(value, quantity?.corrected(value).decimals ?? value.decimalPlaces());
  const plain = groups ? number : number.replaceAll(".", "");
  return /^0\d/.test(text) && /^\d(?!\d)/.test(plain) ? `0${plain}` : plain;
}
