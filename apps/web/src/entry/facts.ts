import { codeOf, type RawCell, type ReadRows, type ReportRegime, readRows, reportRegimes, rowsOf } from "@khop/catalog/report";
import { type Fact, type OrgUnit, period } from "@khop/core";
import { type Book, type Cells, keyOf } from "./view.ts";

/** The id of the unit that a book is of; its name is what people read. */
export const unitId = "don-vi";

export const unitOf = ({ orgUnit }: Book, regime: ReportRegime): OrgUnit => ({
  id: unitId,
  name: orgUnit,
  level: regime.level,
  parent: null,
  validFrom: null,
  validTo: null,
});

export function regimeOf({ regime }: Pick<Book, "regime">): ReportRegime {
  const found = reportRegimes.find(({ id }) => id === regime);
  if (found === undefined) throw new Error(`there is no regime ${regime}`);
  return found;
}

const statuses = ["ước tính", "sơ bộ", "chưa có", "không phát sinh", "không áp dụng"];

/** What was typed, read as rows of a table whose places are the keys of its cells. */
export function factsIn(book: Book, regime: ReportRegime = regimeOf(book)): ReadRows {
  const head = ["Mã", "Kỳ", "Giá trị", "Tình trạng", "Tính đến ngày", "Nguồn"].map((text): RawCell => ({ text, place: "" }));
  const rows = Object.entries(book.cells).map(([place, { text, asOf = "", source = "" }]) => {
    const [when = "", ...code] = place.split(" ");
    const isStatus = statuses.includes(text.trim().toLowerCase());
    return [code.join(" "), when, isStatus ? "" : text, isStatus ? text : "", asOf, source].map((one): RawCell => ({ text: one, place }));
  });
  return readRows(regime, [head, ...rows], { orgUnit: unitId, period: period(book.period) });
}

/** Facts as they stand in the cells of a book. */
export function cellsOf(regime: ReportRegime, facts: readonly Fact[]): Cells {
  const [, ...rows] = rowsOf(regime, facts);
  return Object.fromEntries(
    rows.map(([code = "", , , when = "", value = "", , status = "", asOf = "", source = ""]) => [
      keyOf(when, code),
      { text: value === "" ? status : value, ...(asOf === "" ? {} : { asOf }), ...(source === "" ? {} : { source }) },
    ]),
  );
}

/** The key of a fact in a book. */
export function keyOfFact(
  regime: ReportRegime,
  { indicator, members, period: of }: Pick<Fact, "indicator" | "members" | "period">,
): string | undefined {
  const found = regime.indicators.find(({ id }) => id === indicator);
  return found === undefined ? undefined : keyOf(of.id, codeOf(found, members));
}
