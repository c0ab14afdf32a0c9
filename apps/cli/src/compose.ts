import { join } from "node:path";
import type { OrgUnit } from "@khop/core";
import { letterOf, type Material, prepare } from "@khop/reporting";
import { writeMarkdown } from "@khop/writer/report";
import type { Arguments } from "./arguments.ts";
import { enginesFor } from "./compose/engines.ts";
import { example } from "./compose/example.ts";
import { formatOf, written } from "./compose/write.ts";
import { print, printError, writeOutput } from "./output.ts";
import { composedLines, issueLines } from "./show/composed.ts";
import { Trouble } from "./trouble.ts";
import { type WorkingFolder, workingFolder } from "./work/folder.ts";
import { passagesFor, readPassages } from "./work/passages.ts";
import { periodNamed } from "./work/period.ts";
import { readFacts } from "./work/read-facts.ts";
import { regimeNamed } from "./work/regime.ts";

/** `khop compose`: 0 when the report is written, 1 when figures that it was made from do not fit or cells could not be read. */
export async function compose(given: Arguments): Promise<number> {
  const { language, to, quiet } = given;
  const files =
    to
      ?.split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "") ?? [];
  for (const file of files) formatOf(file);
  const { material, issues } = given.example ? { material: example(), issues: [] } : materialFor(given);
  const prepared = prepare(material);
  const engines = enginesFor((said) => printError(`${said[language]}\n`));
  for (const file of files) writeOutput(file, await written(prepared, file, material, engines));
  if (files.length === 0) print(writeMarkdown(prepared.report, { facts: prepared.facts }));
  printError(issueLines(issues, language));
  if (!quiet) printError(composedLines(prepared, material, files, language));
  const isUnfit = prepared.findings.some(({ severity }) => severity === "error" || severity === "warning");
  return isUnfit || issues.length > 0 ? 1 : 0;
}

function materialFor(given: Arguments): { readonly material: Material; readonly issues: ReturnType<typeof readFacts>["issues"] } {
  const folder = workingFolder();
  const settings = folder?.settings;
  const regimeId = given.regime ?? settings?.regime;
  if (regimeId === undefined || settings === undefined || folder === undefined) throw noFolder();
  const regime = regimeNamed(regimeId);
  if (given.period === undefined) {
    throw new Trouble(
      "Chưa nêu kỳ báo cáo: viết khop compose --period 2024-10 --to bao-cao.docx, hoặc khop compose --example --to bao-cao.docx.",
      "No period was named: write khop compose --period 2024-10 --to report.docx, or khop compose --example --to report.docx.",
    );
  }
  const period = periodNamed(given.period, regime.frequency);
  const orgUnit: OrgUnit = { ...settings.orgUnit, level: regime.level, parent: null, validFrom: null, validTo: null };
  const { facts, issues } = readFacts(given.facts ?? join(folder.folder, settings.facts ?? "so-lieu"), {
    regime,
    orgUnit: orgUnit.id,
    period,
  });
  const words = passagesOf(given, folder, period);
  const letter = letterOf(regime, settings, { number: given.number, date: given.date, tasks: words.tasks });
  return { material: { regime, orgUnit, period, facts, letter, written: words.written }, issues };
}

const passagesOf = ({ passages }: Arguments, { folder, settings }: WorkingFolder, period: Material["period"]) =>
  passages === undefined ? passagesFor(join(folder, settings.passages ?? "loi-van"), period) : readPassages(passages);

const noFolder = (): Trouble =>
  new Trouble(
    "Chưa có thư mục làm việc (không thấy khop.json): chạy khop init trước, hoặc khop compose --example --to bao-cao.docx để xem thử.",
    "There is no working folder (no khop.json): run khop init first, or khop compose --example --to report.docx to try it.",
  );
