import type { Limits } from "@khop/ooxml";
import { contentOf } from "./cells.ts";
import { openWorkbook } from "./open.ts";
import { referenceName } from "./reference.ts";

/** A cell as it is shown, and where it stands. */
export interface XlsxCell {
  /** "D5". */
  readonly cell: string;
  readonly text: string;
  /** The number that the file keeps, with a dot before decimals. */
  readonly value?: string;
}

export interface XlsxRows {
  readonly name: string;
  /** Rows that are not empty, each with its cells by column, counted from 0. */
  readonly rows: readonly (readonly XlsxCell[])[];
}

/** No table that is filled in by hand is wider. */
const widest = 500;

/**
 * The cells of a workbook's sheets that are shown, untouched, for a program that knows what their columns are.
 *
 * - Throws: as `readXlsx` does.
 */
export function xlsxRows(bytes: Uint8Array, limits: Partial<Limits> = {}): readonly XlsxRows[] {
  const { opened, sheets, shared } = openWorkbook(bytes, limits);
  return sheets
    .filter(({ hidden }) => !hidden)
    .map(({ name, part }) => {
      const { rows } = contentOf(opened.xml(part), shared);
      const ordered = [...rows].sort(([a], [b]) => a - b);
      return {
        name,
        rows: ordered.map(([row, cells]) => {
          const last = Math.min(widest, Math.max(...cells.keys()));
          return Array.from({ length: last + 1 }, (_, column): XlsxCell => {
            const cell = cells.get(column);
            const text = cell?.missing === false ? cell.runs.map((run) => run.text).join("") : "";
            return { cell: referenceName({ row, column }), text, ...(cell?.value === undefined ? {} : { value: cell.value }) };
          });
        }),
      };
    });
}
