import type { Arguments } from "./arguments.ts";
import { mayAnnotate, mayWrite } from "./input/annotated.ts";
import { mayCompare, mayStandTogether } from "./input/compared.ts";
import { filesOf, type Operand } from "./input/operands.ts";
import { outcomes } from "./many/outcomes.ts";
import { Output, printError } from "./output.ts";
import { Progress } from "./progress.ts";
import { resultOf } from "./result.ts";
import { screenOf, standardOutput } from "./show/screen.ts";
import type { Style, Told } from "./told.ts";
import { Trouble, troubleLines } from "./trouble.ts";
import type { Stale } from "./waivers/match.ts";
import { nearestWaivers } from "./waivers/nearest.ts";

/** `khop check`: 1 when a finding is at or above the severity, 0 when none is, 2 when some file could not be checked. */
export async function check(given: Arguments): Promise<number> {
  const files = filesToCheck(given);
  const { language, severity, format, quiet } = given;
  const { isTTY = false, columns } = given.output === undefined ? standardOutput() : {};
  const terminal = { isTTY, ...(columns === undefined ? {} : { columns }) };
  const style: Style = {
    format,
    severity,
    quiet,
    language,
    terminal,
    waivers: given.waivers,
    layout: given.layout,
    libreoffice: given.libreoffice,
  };
  const isWaived = await readAllWaivers(files, given.waivers);
  const output = new Output(given.output);
  const progress = new Progress(quiet, screenOf({}, language).words, files.length);
  const result = resultOf(style);
  const used = new Map<string, Set<string>>();
  const behind: Pick<Trouble, "said">[] = [];
  const troubles: Pick<Trouble, "said">[] = [];
  let exit = 0;
  let documents = 0;
  for await (const outcome of outcomes(files, style, given, { progress, output })) {
    if ("trouble" in outcome) {
      troubles.push(outcome.trouble);
      continue;
    }
    documents += 1;
    const { told } = outcome;
    if (told.fails) exit = 1;
    if (told.unread !== undefined) behind.push({ said: told.unread });
    noteUsed(used, told);
    const text = result.add(told);
    if (text === "") continue;
    progress.end();
    output.write(text);
  }
  progress.end();
  if (documents > 0) output.write(result.end(isWaived ? await staleOf(used) : []));
  output.end();
  if (documents > 0 && given.output !== undefined && !quiet) printError(`${screenOf({}, language).words.wrote(given.output)}\n`);
  for (const trouble of [...behind, ...troubles]) printError(troubleLines(trouble, language));
  return troubles.length > 0 ? 2 : exit;
}

/** @throws Trouble for a command line that names nothing to check, or what would be written over it. */
function filesToCheck(given: Arguments): readonly Operand[] {
  const { operands, fix, annotate, report, output } = given;
  if (operands.length === 0) {
    throw new Trouble(
      "Chưa nêu tệp nào để kiểm: viết khop check bao-cao.md, hoặc khop check - để đọc từ đầu vào chuẩn.",
      "No file to check was named: write khop check report.md, or khop check - to read standard input.",
    );
  }
  if (fix && annotate === undefined) {
    throw new Trouble(
      "Cờ --fix cần --annotate: viết khop check bao-cao.docx --annotate bao-cao-sua.docx --fix; tệp gốc không bị sửa.",
      "The flag --fix needs --annotate: write khop check report.docx --annotate report-fixed.docx --fix; the original is not changed.",
    );
  }
  const files = filesOf(operands);
  if (annotate !== undefined) mayAnnotate(files, annotate);
  for (const written of [report, output]) if (written !== undefined) mayWrite(files, written);
  if (given.previous !== undefined) mayCompare(operands, given.previous);
  else if (given.regime !== undefined) throw regimeAlone();
  if (given.together) mayStandTogether(given);
  return files;
}

const regimeAlone = (): Trouble =>
  new Trouble(
    "Cờ --regime đi cùng --previous: hãy nêu báo cáo của kỳ trước, thí dụ --previous thang-9.docx.",
    "The flag --regime goes with --previous: name the report of the period before, as in --previous september.docx.",
  );

/**
 * Reads the files of waivers before any document, so that a broken one is told of at once. Says whether there are any.
 *
 * @throws Trouble for a file that is broken, or named and not there.
 */
async function readAllWaivers(files: readonly Operand[], named: string | undefined): Promise<boolean> {
  const paths = new Set(
    named === undefined ? files.flatMap((file) => (typeof file === "string" ? (nearestWaivers(file) ?? []) : [])) : [named],
  );
  if (paths.size === 0) return false;
  const { waiversIn } = await import("./waivers/match.ts");
  for (const path of paths) waiversIn(path);
  return true;
}

function noteUsed(used: Map<string, Set<string>>, { waivers }: Told): void {
  if (waivers === undefined) return;
  const known = used.get(waivers.file) ?? new Set();
  for (const id of waivers.used) known.add(id);
  used.set(waivers.file, known);
}

/** The waivers that no document needs. */
async function staleOf(used: ReadonlyMap<string, ReadonlySet<string>>): Promise<Stale[]> {
  const { waiversIn } = await import("./waivers/match.ts");
  return [...used].flatMap(([file, ids]) => waiversIn(file).flatMap((waiver) => (ids.has(waiver.id) ? [] : [{ file, waiver }])));
}
