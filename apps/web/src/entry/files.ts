import { csvOf, type RawCell, readRows, rowsOf } from "@khop/catalog/report";
import { period, previous } from "@khop/core";
import { csvRows } from "@khop/reader/csv";
import { decodeText, isZip } from "@khop/reader/file";
import { cellsOf, factsIn, regimeOf, unitId, unitOf } from "./facts.ts";
import type { Answered, Asked, Book } from "./view.ts";

/** Figures from a CSV or Excel file; a cell that cannot be taken is told of by its place, and left out. */
export async function take({ book, bytes }: Asked["take"]): Promise<Answered["take"]> {
  const regime = regimeOf(book);
  const options = { orgUnit: unitId, period: period(book.period) };
  const read = (await tablesIn(new Uint8Array(bytes))).map((rows) => readRows(regime, rows, options));
  const told = read.filter(({ facts }) => facts.length > 0);
  const shown = told.length > 0 ? told : read.slice(0, 1);
  const facts = shown.flatMap((one) => one.facts);
  return { cells: cellsOf(regime, facts), taken: facts.length, issues: shown.flatMap(({ issues }) => issues) };
}

async function tablesIn(bytes: Uint8Array): Promise<RawCell[][][]> {
  if (!isZip(bytes)) {
    const rows = csvRows(decodeText(bytes).text);
    return [rows.map((fields) => fields.map(({ text, row, column }) => ({ text, place: `dòng ${row}, cột ${column}` })))];
  }
  const { xlsxRows } = await import("@khop/reader/xlsx");
  return xlsxRows(bytes).map(({ name, rows }) =>
    rows.map((row) => row.map(({ cell, text, value }) => ({ text, place: `${name}!${cell}`, ...(value === undefined ? {} : { value }) }))),
  );
}

/** The figures of a book as a file: all that was entered as CSV, which can be taken again; the period with its formulas as Excel. */
export async function give({ book, kind }: Asked["give"]): Promise<Answered["give"]> {
  const name = `${book.regime} ${book.period}`;
  if (kind === "csv") {
    const bytes = new TextEncoder().encode(csvOf(rowsOf(regimeOf(book), factsIn(book).facts))) as Uint8Array<ArrayBuffer>;
    return { name: `${name}.csv`, type: "text/csv", bytes };
  }
  return { name: `${name}.xlsx`, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: await workbook(book) };
}

async function workbook(book: Book): Promise<Uint8Array<ArrayBuffer>> {
  const [{ fill }, { writeXlsx }] = await Promise.all([import("@khop/catalog/report"), import("@khop/writer/sheet")]);
  const regime = regimeOf(book);
  const now = period(book.period);
  const unit = unitOf(book, regime);
  const { network } = fill(regime, { orgUnits: [unit], periods: [previous(now), now], facts: factsIn(book).facts });
  const groups = (sections: typeof regime.sections): { title: string; indicators: readonly string[] }[] =>
    sections.flatMap(({ title, indicators = [], sections: below = [] }) => [
      ...(indicators.length > 0 ? [{ title, indicators }] : []),
      ...groups(below),
    ]);
  return writeXlsx({
    network,
    indicators: regime.indicators,
    groups: groups(regime.sections),
    orgUnit: unit.id,
    period: now,
    title: regime.name.vi,
  }) as Uint8Array<ArrayBuffer>;
}
