import { type Cell, formatVi } from "@khop/core";
import { textWidth } from "../report/text-width.ts";
import type { PlannedSheet } from "./plan.ts";
import { isNumber, textOf } from "./shown.ts";

/** Points. */
export const size = 12;
/** Signs. */
const widestName = 48;
export const noteWidth = 34;

/** A sign is as wide as a digit of the type. */
const signs = (text: string, bold = false): number => textWidth(text, size, bold) / (size / 2);

export function widthsOf({ columns, rows }: PlannedSheet, hasNotes: boolean): number[] {
  const fit = (texts: readonly string[], least: number, most: number): number =>
    Math.min(most, Math.max(least, Math.ceil(Math.max(0, ...texts.map((text) => signs(text, true))) + 3)));
  const words = (text: string): string[] => text.split(" ");
  return [
    6,
    fit(
      rows.map(({ name }) => name),
      24,
      widestName,
    ),
    fit(
      rows.flatMap(({ unit }) => words(unit)),
      12,
      20,
    ),
    ...columns.map(({ period, member }, i) => {
      const figures = rows.map(({ cells, unit }) => longText(cells[i] ?? null, unit));
      return fit([...(member === null ? [period] : words(member)), ...figures], 12, 28);
    }),
    ...(hasNotes ? [noteWidth] : []),
  ];
}

/** As long as the figure can be on the page. */
function longText(cell: Cell | null, unit: string): string {
  if (cell === null || cell.quantity === null) return "";
  if (!isNumber(cell)) return textOf(cell);
  const { value, decimals, unitText } = cell.quantity;
  const extra = unitText === unit ? "" : ` ${unitText}`;
  return `${formatVi(value, Math.max(decimals, 0))}${extra}${cell.status === "provisional" ? " (sơ bộ)" : ""}${cell.status === "estimated" ? "ước " : ""}`;
}

/** Into how many lines a text is broken in a column so wide. */
export const linesIn = (text: string, width: number, points: number, bold = false): number =>
  Math.max(1, Math.ceil((signs(text, bold) * (points / size) * 1.05) / Math.max(1, width - 1)));
