import { type Material, prepare } from "@khop/reporting";
import { writeMarkdown } from "@khop/writer/report";
import type { Arguments } from "./arguments.ts";
import { composeEach, isForEach } from "./compose/each-unit.ts";
import { enginesFor } from "./compose/engines.ts";
import { example } from "./compose/example.ts";
import { occasionOf } from "./compose/occasion.ts";
import { formatOf, written } from "./compose/write.ts";
import { print, printError, writeOutput } from "./output.ts";
import { composedLines, issueLines } from "./show/composed.ts";
import { type FileIssue, readFacts } from "./work/read-facts.ts";

/** `khop compose`: 0 when the report is written, 1 when figures that it was made from do not fit or cells could not be read. */
export async function compose(given: Arguments): Promise<number> {
  const { language, to, quiet } = given;
  const files =
    to
      ?.split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "") ?? [];
  for (const file of files) formatOf(file);
  const engines = enginesFor((said) => printError(`${said[language]}\n`));
  if (isForEach(files) && !given.example) return await composeEach(occasionOf(given), files, given, engines);
  const { material, issues } = given.example ? { material: example(), issues: [] } : materialFor(given);
  const prepared = prepare(material);
  for (const file of files) writeOutput(file, await written(prepared, file, material, engines));
  if (files.length === 0) print(writeMarkdown(prepared.report, { facts: prepared.facts }));
  printError(issueLines(issues, language));
  if (!quiet) printError(composedLines(prepared, material, files, language));
  const isUnfit = prepared.findings.some(({ severity }) => severity === "error" || severity === "warning");
  return isUnfit || issues.length > 0 ? 1 : 0;
}

function materialFor(given: Arguments): { readonly material: Material; readonly issues: readonly FileIssue[] } {
  const { material, facts: path } = occasionOf(given);
  const { regime, orgUnit, period } = material;
  const { facts, issues } = readFacts(path, { regime, orgUnit: orgUnit.id, period });
  return { material: { ...material, facts }, issues };
}
