import { Decimal, formatVi } from "@khop/core";
import { textWidth } from "../report/text-width.ts";

/** Points. */
export const size = 11;
export const lineHeight = 13;

/** A place on an axis in Vietnamese writing; Plot hands binary numbers, whose last digits are dust. */
export const axisText = (value: number): string => formatVi(new Decimal(value).toSignificantDigits(10));

/** A text over as many lines as a width asks for, broken between words. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => textWidth(text, size)));
