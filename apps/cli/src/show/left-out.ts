import type { Opened } from "../input/document.ts";
import { number, type Screen } from "./screen.ts";
import { shown, wrapItems } from "./width.ts";

const mostNamed = 3;

/** What of a workbook was not read, and which figures are missing: a row as in the summary, or nothing. */
export function leftOutLines(leftOut: Opened["leftOut"], { words: { leftOut: words }, language, width, colour }: Screen): string[] {
  if (leftOut === undefined) return [];
  const { sheets, rows, columns, uncalculated } = leftOut;
  const named = (names: readonly string[]): string => shown(names.slice(0, mostNamed).join(", ")) + (names.length > mostNamed ? " …" : "");
  const items = [
    ...(sheets.length > 0 ? [words.sheets(named(sheets))] : []),
    ...(rows > 0 ? [words.rows(number(rows, language))] : []),
    ...(columns > 0 ? [words.columns(number(columns, language))] : []),
    ...(uncalculated.length > 0 ? [words.uncalculated(number(uncalculated.length, language), named(uncalculated))] : []),
  ];
  if (items.length === 0) return [];
  const indent = words.title.length + 2;
  return wrapItems(items, "; ", width - indent).map(
    (line, index) => (index === 0 ? colour.bold(words.title.padEnd(indent)) : " ".repeat(indent)) + line,
  );
}
