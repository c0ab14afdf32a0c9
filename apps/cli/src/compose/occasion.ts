import { join } from "node:path";
import type { OrgUnit } from "@khop/core";
import { letterOf, type Material } from "@khop/reporting";
import type { Arguments } from "../arguments.ts";
import { Trouble } from "../trouble.ts";
import { type WorkingFolder, workingFolder } from "../work/folder.ts";
import { passagesFor, readPassages } from "../work/passages.ts";
import { periodNamed } from "../work/period.ts";
import { regimeNamed } from "../work/regime.ts";

/** All that a report is composed from but its figures, and where those lie. */
export interface Occasion {
  readonly material: Omit<Material, "facts">;
  readonly facts: string;
  /** Whose reports are made when one of each is asked for. */
  readonly orgUnits: WorkingFolder["settings"]["orgUnits"];
}

/** @throws Trouble where no working folder, regime or period is named. */
export function occasionOf(given: Arguments): Occasion {
  const working = workingFolder();
  const regimeId = given.regime ?? working?.settings.regime;
  if (regimeId === undefined || working === undefined) throw noFolder();
  const { folder, settings } = working;
  const regime = regimeNamed(regimeId);
  if (given.period === undefined) {
    throw new Trouble(
      "Chưa nêu kỳ báo cáo: viết khop compose --period 2024-10 --to bao-cao.docx, hoặc khop compose --example --to bao-cao.docx.",
      "No period was named: write khop compose --period 2024-10 --to report.docx, or khop compose --example --to report.docx.",
    );
  }
  const period = periodNamed(given.period, regime.frequency);
  const orgUnit: OrgUnit = { ...settings.orgUnit, level: regime.level, parent: null, validFrom: null, validTo: null };
  const words = passagesOf(given, working, period);
  const letter = letterOf(regime, settings, { number: given.number, date: given.date, tasks: words.tasks });
  return {
    material: { regime, orgUnit, period, letter, written: words.written },
    facts: given.facts ?? join(folder, settings.facts ?? "so-lieu"),
    orgUnits: settings.orgUnits,
  };
}

const passagesOf = ({ passages }: Arguments, { folder, settings }: WorkingFolder, period: Material["period"]) =>
  passages === undefined ? passagesFor(join(folder, settings.passages ?? "loi-van"), period) : readPassages(passages);

const noFolder = (): Trouble =>
  new Trouble(
    "Chưa có thư mục làm việc (không thấy khop.json): chạy khop init trước, hoặc khop compose --example --to bao-cao.docx để xem thử.",
    "There is no working folder (no khop.json): run khop init first, or khop compose --example --to report.docx to try it.",
  );
