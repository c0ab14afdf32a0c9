import type { Opened } from "../input/document.ts";
import { number, type Screen } from "./screen.ts";
import { shown } from "./width.ts";

const mostNamed = 3;

/** What of a workbook was not read, and which of its figures are missing, item by item. */
export function leftOutItems(leftOut: Opened["leftOut"], { words: { leftOut: words }, language }: Screen): string[] {
  if (leftOut === undefined) return [];
  const { sheets, rows, columns, uncalculated } = leftOut;
  const named = (names: readonly string[]): string => shown(names.slice(0, mostNamed).join(", ")) + (names.length > mostNamed ? " …" : "");
  return [
    ...(sheets.length > 0 ? [words.sheets(named(sheets))] : []),
    ...(rows > 0 ? [words.rows(number(rows, language))] : []),
    ...(columns > 0 ? [words.columns(number(columns, language))] : []),
    ...(uncalculated.length > 0 ? [words.uncalculated(number(uncalculated.length, language), named(uncalculated)), words.recalculate] : []),
  ];
}
