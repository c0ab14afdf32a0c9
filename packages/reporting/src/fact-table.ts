import { type RawCell, type ReadRows, type ReportRegime, type RowOptions, readRows } from "@khop/catalog/report";
import { csvRows } from "@khop/reader/csv";
import { xlsxRows } from "@khop/reader/xlsx";

/** Facts in the text of a CSV file; what cannot be taken is an issue with its place. */
export function factsInCsv(regime: ReportRegime, text: string, options: RowOptions): ReadRows {
  const rows = csvRows(text).map((fields) =>
    fields.map(({ text: said, row, column }): RawCell => ({ text: said, place: `dòng ${row}, cột ${column}` })),
  );
  return readRows(regime, rows, options);
}

/**
 * Facts on the sheets of an Excel file. Where some sheets tell facts, those that tell none and are no table of facts say nothing.
 *
 * - Throws: what `@khop/reader/xlsx` throws on a file that is damaged.
 */
export function factsInXlsx(regime: ReportRegime, bytes: Uint8Array, options: RowOptions): ReadRows {
  const sheets = xlsxRows(bytes).map(({ name, rows }) =>
    rows.map((row) =>
      row.map(({ cell, text, value }): RawCell => ({ text, place: `${name}!${cell}`, ...(value === undefined ? {} : { value }) })),
    ),
  );
  const read = sheets.map((rows) => readRows(regime, rows, options));
  const told = read.filter(({ facts }) => facts.length > 0);
  const shown = told.length > 0 ? read.filter(({ facts, issues }) => facts.length > 0 || issues.length > 1) : read.slice(0, 1);
  return { facts: shown.flatMap(({ facts }) => facts), issues: shown.flatMap(({ issues }) => issues) };
}
