import { october2024, references2024, reportRegimes, september2024 } from "@khop/catalog/report";
import { cellsOf } from "./facts.ts";
import type { Book, Cells } from "./view.ts";

/** The department of a province that is nowhere, its October half entered. */
export function exampleBook(): Book {
  const regime = reportRegimes.find(({ id }) => id === october2024.regime);
  if (regime === undefined) throw new Error(`there is no regime ${october2024.regime}`);
  const now = Object.entries(cellsOf(regime, october2024.facts));
  const half: Cells = Object.fromEntries(now.slice(0, Math.ceil(now.length / 2)));
  return {
    regime: regime.id,
    orgUnit: october2024.orgUnits[0]?.name ?? "",
    period: october2024.period.id,
    cells: { ...cellsOf(regime, [...references2024, ...september2024.facts]), ...half },
  };
}
