import type { ReportRegime } from "@khop/catalog/report";
import type { Period } from "@khop/core";
import type { Arguments } from "../arguments.ts";
import { Trouble } from "../trouble.ts";
import { workingFolder } from "../work/folder.ts";
import { periodNamed } from "../work/period.ts";
import { regimeNamed } from "../work/regime.ts";

/** Whose figures, for which period of which regime. */
export interface Asked {
  readonly regime: ReportRegime;
  readonly period: Period;
  readonly orgUnit: string;
}

/**
 * What a command asks for; regime and unit are those of the working folder unless they are named.
 *
 * @throws Trouble where one of the three is not said.
 */
export function askedFor({ command, operands, regime, period, orgUnit }: Arguments): Asked {
  const settings = workingFolder()?.settings;
  const [id, unit] = [regime ?? settings?.regime, orgUnit ?? settings?.orgUnit.id];
  if (id === undefined || unit === undefined || period === undefined) {
    const example = [`khop ${command}`, ...operands, "--server … --regime commune-monthly --period 2024-10 --org-unit xa-1"].join(" ");
    throw new Trouble(`Hãy nêu chế độ, kỳ và đơn vị: ${example}.`, `Name the regime, the period and the unit: ${example}.`);
  }
  const found = regimeNamed(id);
  return { regime: found, period: periodNamed(period, found.frequency), orgUnit: unit };
}
