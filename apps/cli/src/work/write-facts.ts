import { extname } from "node:path";
import { type ReportRegime, rowsOf } from "@khop/catalog/report";
import type { Fact } from "@khop/core";
import { csvOf, xlsxOf } from "@khop/reporting";
import { Trouble } from "../trouble.ts";
import { jsonOfFacts } from "./facts-json.ts";

/**
 * Facts as a file of the format that its ending names.
 *
 * @throws Trouble for an ending that names none.
 */
export function factsFile(
  file: string,
  regime: ReportRegime,
  facts: readonly Fact[],
  sure?: ReadonlyMap<string, number>,
): string | Uint8Array {
  switch (extname(file).toLowerCase()) {
    case ".csv":
      return csvOf(rowsOf(regime, facts));
    case ".json":
      return jsonOfFacts(regime.id, facts, sure);
    case ".xlsx":
      return xlsxOf(rowsOf(regime, facts));
    default:
      throw new Trouble(
        `Không ghi được số liệu vào ${file}: tên tệp phải kết thúc bằng .csv, .xlsx hoặc .json.`,
        `Figures cannot be written to ${file}: its name must end in .csv, .xlsx or .json.`,
      );
  }
}
