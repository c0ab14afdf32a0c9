import type { StyleSheet } from "@khop/core";

/**
 * Widths of letters in thousandths of the type size, upright and bold.
 *
 * - Source: Adobe Font Metrics of Times-Roman and Times-Bold, which Times New Roman keeps to.
 */
const widths: readonly (readonly [letters: string, upright: number, bold: number])[] = [
  [" \u00a0", 250, 250],
  ["0123456789", 500, 500],
  [".,", 250, 250],
  ["-()", 333, 333],
  [":;", 278, 333],
  ["/", 278, 278],
  ["–", 500, 500],
  ["%", 833, 1000],
  ["ADNUVXYĐ", 722, 722],
  ["HK", 722, 778],
  ["GOQ", 722, 778],
  ["CR", 667, 722],
  ["B", 667, 667],
  ["E", 611, 667],
  ["FP", 556, 611],
  ["I", 333, 389],
  ["J", 389, 500],
  ["LTZ", 611, 667],
  ["M", 889, 944],
  ["S", 556, 556],
  ["W", 944, 1000],
  ["cez", 444, 444],
  ["a", 444, 500],
  ["bdnhpquđk", 500, 556],
  ["f", 333, 333],
  ["r", 333, 444],
  ["govxy", 500, 500],
  ["il", 278, 278],
  ["j", 278, 333],
  ["t", 278, 333],
  ["m", 778, 833],
  ["s", 389, 389],
  ["w", 722, 722],
];

const known = new Map(widths.flatMap(([letters, upright, bold]) => [...letters].map((letter) => [letter, [upright, bold]] as const)));

/** The width between the margins, in points. */
export const textWidthOf = ({ paper, margins }: Pick<StyleSheet, "paper" | "margins">): number =>
  ((paper.width - margins.left - margins.right) / 25.4) * 72;

/** How wide a text stands on one line, in the unit of its size; marks above and below letters take no room of their own. */
export function textWidth(text: string, size: number, bold = false): number {
  const letters = [...text.normalize("NFD").replace(/\p{M}/gu, "")];
  const thousandths = letters.reduce((sum, letter) => sum + (known.get(letter)?.[bold ? 1 : 0] ?? 556), 0);
  return (thousandths * size) / 1000;
}
