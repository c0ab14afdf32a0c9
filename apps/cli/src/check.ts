import { atLeast } from "@khop/core";
import type { Arguments } from "./arguments.ts";
import { type Examined, examineSource, openFindings, type Read, readFrom } from "./examined.ts";
import { mayAnnotate, mayWrite } from "./input/annotated.ts";
import { mayCompare, mayStandTogether } from "./input/compared.ts";
import { openSource } from "./input/open.ts";
import { filesOf } from "./input/operands.ts";
import { print, printError, writeOutput } from "./output.ts";
import { Progress } from "./progress.ts";
import { checkJson } from "./show/json.ts";
import { pretty } from "./show/pretty.ts";
import { sarif } from "./show/sarif.ts";
import { screenOf, standardOutput } from "./show/screen.ts";
import { asTrouble, Trouble, troubleLines } from "./trouble.ts";
import type { Waived } from "./waivers/match.ts";
import { nearestWaivers } from "./waivers/nearest.ts";

/** `khop check`: 1 when a finding is at or above the severity, 0 when none is, 2 when some file could not be checked. */
export async function check(given: Arguments): Promise<number> {
  const { language, severity, format, output, quiet } = given;
  if (given.operands.length === 0) {
    throw new Trouble(
      "Chưa nêu tệp nào để kiểm: viết khop check bao-cao.md, hoặc khop check - để đọc từ đầu vào chuẩn.",
      "No file to check was named: write khop check report.md, or khop check - to read standard input.",
    );
  }
  if (given.fix && given.annotate === undefined) {
    throw new Trouble(
      "Cờ --fix cần --annotate: viết khop check bao-cao.docx --annotate bao-cao-sua.docx --fix; tệp gốc không bị sửa.",
      "The flag --fix needs --annotate: write khop check report.docx --annotate report-fixed.docx --fix; the original is not changed.",
    );
  }
  if (given.annotate !== undefined) mayAnnotate(given.operands, given.annotate);
  if (given.report !== undefined) mayWrite(given.operands, given.report);
  if (given.previous !== undefined) mayCompare(given.operands, given.previous);
  if (given.together) mayStandTogether(given);
  const { documents: examined, troubles } = await examineAll(given);
  const { documents: judged, stale } = await waivedIn(examined, given.waivers);
  const documents = given.layout ? await withLayouts(judged) : judged;
  if (given.annotate !== undefined) await annotateAll(documents, given.annotate, given);
  if (given.report !== undefined && documents.length > 0) {
    const { reportFile } = await import("./report.ts");
    reportFile(documents, given.report, given);
  }
  const target = output === undefined ? standardOutput() : {};
  if (documents.length > 0) {
    const text =
      format === "json"
        ? `${JSON.stringify(checkJson(documents, stale), null, 2)}\n`
        : format === "sarif"
          ? `${JSON.stringify(sarif(documents, language, stale), null, 2)}\n`
          : pretty(documents, severity, quiet, screenOf(target, language), stale);
    if (output === undefined) print(text);
    else writeOutput(output, text);
    if (output !== undefined && !quiet) printError(`${screenOf({}, language).words.wrote(output)}\n`);
  }
  for (const { unread } of documents) if (unread !== undefined) printError(troubleLines({ said: unread }, language));
  for (const trouble of troubles) printError(troubleLines(trouble, language));
  if (troubles.length > 0) return 2;
  const shown = (document: Examined) => [...openFindings(document), ...(document.layout?.findings ?? [])];
  return documents.some((document) => shown(document).some((finding) => atLeast(finding.severity, severity))) ? 1 : 0;
}

/** Loads what measures layouts, and the rules, only when it is asked for. */
async function withLayouts(documents: readonly Examined[]): Promise<Examined[]> {
  const { withLayout } = await import("./layout.ts");
  return documents.map(withLayout);
}

/** Loads what reads waivers only where there is a file of them. */
async function waivedIn(documents: readonly Examined[], named: string | undefined): Promise<Waived> {
  if (named === undefined && !documents.some(({ source }) => nearestWaivers(source.file) !== undefined)) return { documents, stale: [] };
  const { withWaivers } = await import("./waivers/match.ts");
  return withWaivers(documents, named);
}

/** Loads what writes comments only when it is asked for. */
async function annotateAll(documents: readonly Examined[], output: string, given: Arguments): Promise<void> {
  const { annotateFile } = await import("./annotate.ts");
  for (const document of documents) await annotateFile(document, output, given);
}

async function examineAll(given: Arguments): Promise<{ documents: Examined[]; troubles: Trouble[] }> {
  const { operands, language, quiet, previous, together } = given;
  const files = filesOf(operands);
  const documents: Examined[] = [];
  const read: Read[] = [];
  const troubles: Trouble[] = [];
  const progress = new Progress(quiet);
  const earlier = previous === undefined ? undefined : await readFrom(await openSource(previous, given));
  const { words } = screenOf({}, language);
  for (const [index, file] of files.entries()) {
    if (file instanceof Trouble) {
      troubles.push(file);
      continue;
    }
    try {
      progress.say(words.reading(index + 1, files.length, file));
      const source = await openSource(file, given);
      if ("bytes" in source || source.text.length > 1_000_000) progress.say(words.reading(index + 1, files.length, file), true);
      if (together) read.push(await readFrom(source));
      else documents.push(await examineSource(source, earlier));
    } catch (error) {
      troubles.push(asTrouble(error, { vi: `Kiểm ${file}`, en: `Checking ${file}` }));
    }
  }
  if (read.length > 0) {
    const { examineTogether } = await import("./together.ts");
    documents.push(...examineTogether(read));
  }
  progress.end();
  return { documents, troubles };
}
