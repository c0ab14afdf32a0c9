import type { Table } from "../../tables.ts";
import type { Sight } from "../sight.ts";
import { accountsOfRows } from "./accounts.ts";
import { changesToldOf } from "./changes-told.ts";
import { sumsOfColumns } from "./columns.ts";
import { formulasOfColumns, formulasOfRows } from "./formulas.ts";
import { ratesOfColumns } from "./rates.ts";
import { sumsOfRows } from "./rows.ts";
import { saidBesideOfRow, saidInProse, saidOfOneCell } from "./said-in-prose.ts";
import { sectionsOf } from "./sections.ts";
import { sharesToldOf } from "./shares-told.ts";
import { toldOfRows } from "./told-of-rows.ts";
import { weightedColumns } from "./weighted.ts";

/** Margins, subtotals, shares and changes of tables: what most rows of a column keep, all of them promise. */
export function discoverTables(sight: Sight, tables: readonly Table[]): void {
  for (const table of tables) {
    accountsOfRows(sight, table);
    formulasOfColumns(sight, table);
    formulasOfRows(sight, table);
    sumsOfRows(sight, table);
    sumsOfColumns(sight, table);
    ratesOfColumns(sight, table);
    sectionsOf(sight, table);
    weightedColumns(sight, table);
  }
  saidInProse(sight, tables);
  saidOfOneCell(sight, tables);
  saidBesideOfRow(sight, tables);
  for (const table of tables) {
    toldOfRows(sight, table);
    changesToldOf(sight, table);
    sharesToldOf(sight, table);
  }
}
