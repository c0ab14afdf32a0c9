import { type Cell, cellsIn, type Indicator, KhopError, type Network, type Period, periodName } from "@khop/core";
import "../errors.ts";
import { bookOf } from "./book.ts";
import type { Spot } from "./formula-text.ts";
import { formulasOf } from "./formulas.ts";
import { headRows } from "./headings.ts";
import { spreadsheet } from "./parts.ts";
import { type PlannedSheet, planSheet, type SheetGroup } from "./plan.ts";
import { setSheet, spotsOf } from "./set-sheet.ts";
import { sheetNames } from "./sheet-names.ts";
import { sheetXml } from "./sheet-part.ts";
import { Styles } from "./styles-part.ts";

export type { SheetGroup } from "./plan.ts";

export interface WriteXlsxOptions {
  /** The figures and what ties them: what `fill` of a catalogue gives. */
  readonly network: Network;
  readonly indicators: readonly Indicator[];
  /** A sheet each, in this order. */
  readonly groups: readonly SheetGroup[];
  /** Whose figures, by id, and of when; those of the period before stand beside. */
  readonly orgUnit: string;
  readonly period: Period;
  /** What stands above every sheet. */
  readonly title: string;
}

/**
 * An appendix as an Excel workbook: a sheet for each group, every figure that others make a formula with the value that it must give.
 *
 * - Shape: rows are indicators and their members, columns the members of a breakdown, levels above all. Figures that formulas need from
 *   elsewhere stand on a sheet of their own. A figure that does not follow from the others stays a number.
 * - The same network and options give the same bytes.
 * @throws KhopError `writer/unknown-indicator` where a group names an indicator that is not given.
 */
export function writeXlsx({ title, groups, ...planned }: WriteXlsxOptions): Uint8Array {
  for (const { indicators } of groups) for (const id of indicators) mustKnow(id, planned.indicators);
  const sheets = groups.map((group) => planSheet(group, planned)).filter(({ rows }) => rows.length > 0);
  const placed = new Set(sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null))));
  const formulas = formulasOf(planned.network, placed);
  const needed = [...new Set([...formulas.values()].flatMap(cellsIn))].filter((cell) => !placed.has(cell));
  const all = needed.length === 0 ? sheets : [...sheets, otherFigures(needed, periodName(planned.period))];
  return workbook(title, all, (names) => {
    const spots = new Map<Cell, Spot>(all.flatMap((sheet, i) => spotsOf(sheet, names[i] as string)).reverse());
    const styles = new Styles();
    const parts = all.map((sheet, i) =>
      sheetXml(
        setSheet(title, sheet, names[i] as string, formulas, (cell) => spots.get(cell) as Spot),
        styles,
      ),
    );
    return { parts, styles: styles.xml() };
  });
}

function mustKnow(id: string, indicators: readonly Indicator[]): void {
  if (indicators.some((one) => one.id === id)) return;
  const known = indicators.map((one) => one.id);
  throw new KhopError(
    "writer/unknown-indicator",
    `A group of the appendix names the indicator "${id}", which is not given. There is ${
      known
        .slice(0, 20)
        .map((one) => `"${one}"`)
        .join(", ") || "none"
    }${known.length > 20 ? ", …" : ""}.`,
    { indicator: id, known },
  );
}

/** Figures of other places and periods that formulas ask for. */
const otherFigures = (cells: readonly Cell[], period: string): PlannedSheet => ({
  title: "Số liệu khác dùng trong công thức",
  columns: [{ period: `số liệu (báo cáo ${period})`, member: null }],
  rows: cells.map((cell, i) => ({ number: i + 1, name: cell.label, unit: cell.quantity?.unitText ?? "", cells: [cell] })),
});

function workbook(
  title: string,
  sheets: readonly PlannedSheet[],
  write: (names: readonly string[]) => { parts: string[]; styles: string },
): Uint8Array {
  const shown = sheets.length === 0 ? [{ title: "Phụ lục", columns: [], rows: [] }] : sheets;
  const names = sheetNames(shown.map((sheet) => sheet.title));
  const { parts, styles } = write(names);
  return bookOf({
    title,
    styles,
    sheets: names.map((name, i) => ({
      name,
      xml: parts[i] ?? `<worksheet ${spreadsheet}><sheetData/></worksheet>`,
      ...(sheets[i] === undefined ? {} : { headings: { from: 4, to: headRows(sheets[i]) } }),
    })),
  });
}
