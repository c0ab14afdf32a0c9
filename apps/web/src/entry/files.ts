import { rowsOf } from "@khop/catalog/report";
import { period, previous } from "@khop/core";
import { decodeText, isZip } from "@khop/reader/file";
import { csvOf, factsInCsv, factsInXlsx } from "@khop/reporting";
import { cellsOf, factsIn, regimeOf, unitId, unitOf } from "./facts.ts";
import type { Answered, Asked, Book } from "./view.ts";

/** Figures from a CSV or Excel file; a cell that cannot be taken is told of by its place, and left out. */
export async function take({ book, bytes }: Asked["take"]): Promise<Answered["take"]> {
  const regime = regimeOf(book);
  const options = { orgUnit: unitId, period: period(book.period) };
  const file = new Uint8Array(bytes);
  const { facts, issues } = isZip(file) ? factsInXlsx(regime, file, options) : factsInCsv(regime, decodeText(file).text, options);
  return { cells: cellsOf(regime, facts), taken: facts.length, issues };
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
