import { anPhuReport, october2024, type ReportRegime, references2024, reportRegimes, september2024 } from "@khop/catalog/report";
import type { OrgUnit } from "@khop/core";
import type { Material } from "@khop/reporting";

/** The report of a province that is nowhere, for October 2024, with all that it is made from. */
export function example(): Material {
  const regime = reportRegimes.find(({ id }) => id === october2024.regime) as ReportRegime;
  return {
    regime,
    orgUnit: october2024.orgUnits[0] as OrgUnit,
    period: october2024.period,
    facts: [...references2024, ...september2024.facts, ...october2024.facts],
    ...anPhuReport,
  };
}
