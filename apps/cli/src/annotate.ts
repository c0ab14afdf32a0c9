import { atLeast, type Finding, severities } from "@khop/core";
import { annotate, annotateXlsx } from "@khop/writer";
import type { Arguments } from "./arguments.ts";
import { type Examined, figuresOf, openFindings } from "./examined.ts";
import { printError, writeOutput } from "./output.ts";
import { type Replacement, replacementFor } from "./show/repair.ts";
import { screenOf } from "./show/screen.ts";
import { Trouble } from "./trouble.ts";

/**
 * Writes the Word or Excel file again with a comment for each finding that is shown and, if asked, in Word the repairs that are certain
 * as tracked changes.
 *
 * @throws Trouble for a document of another format, repairs in a workbook, or a file that cannot be written.
 */
export function annotateFile(document: Examined, output: string, given: Arguments): void {
  const { source, word, workbook } = document;
  const told = shownFindings(document, given);
  if (source.format === "docx" && word !== undefined) annotateWord(source.bytes, word, document, told, output, given);
  else if (source.format === "xlsx" && workbook !== undefined) annotateWorkbook(source.bytes, workbook, source.file, told, output, given);
  else {
    throw new Trouble(
      `Cờ --annotate chỉ dùng được với tệp Word (.docx) và Excel (.xlsx), còn ${source.file} không phải: hãy bỏ cờ này.`,
      `The flag --annotate works on Word (.docx) and Excel (.xlsx) files only, and ${source.file} is none: leave it out.`,
    );
  }
}

/** A finding, and the same with the figures that a comment on it can stand at. */
interface Told {
  readonly finding: Finding;
  readonly tied: Finding;
}

/** What was accepted has its answer, and needs no comment. */
function shownFindings(document: Examined, { severity }: Arguments): Told[] {
  const shown = openFindings(document).filter((finding) => atLeast(finding.severity, severity));
  shown.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  // One that is about hidden cells only is tied to the figures that they were worked out from, as on the terminal.
  return shown.map((finding) => ({ finding, tied: { ...finding, cells: figuresOf(finding, document).flatMap(({ cell }) => cell ?? []) } }));
}

function annotateWord(
  file: Uint8Array,
  word: NonNullable<Examined["word"]>,
  document: Examined,
  told: readonly Told[],
  output: string,
  given: Arguments,
): void {
  const { language, fix } = given;
  const repairs = new Map<Finding, Replacement>();
  for (const { finding, tied } of fix ? told : []) {
    const repair = certainRepair(finding, document);
    if (repair !== undefined) repairs.set(tied, repair);
  }
  const date = `${new Date().toISOString().slice(0, 19)}Z`;
  const findings = told.map(({ tied }) => tied);
  const { bytes, placed, unplaced, repaired, signed } = annotate(file, word, findings, { lang: language, date, repairs });
  const { words } = screenOf({}, language);
  const more = fix ? words.repaired(repaired.length, repairs.size - repaired.length) : "";
  write(bytes, output, `${words.annotated(output, placed.length, unplaced.length)}${more}`, signed, given);
}

function annotateWorkbook(
  file: Uint8Array,
  workbook: NonNullable<Examined["workbook"]>,
  name: string,
  told: readonly Told[],
  output: string,
  given: Arguments,
): void {
  if (given.fix) {
    throw new Trouble(
      `Cờ --fix chỉ dùng được với tệp Word, vì Excel không có theo dõi thay đổi để bạn chấp nhận hoặc từ chối: hãy bỏ cờ này khi kiểm ${name}.`,
      `The flag --fix works on Word files only, for Excel has no tracked changes to accept or reject: leave it out for ${name}.`,
    );
  }
  const findings = told.map(({ tied }) => tied);
  const { bytes, placed, unplaced, signed } = annotateXlsx(file, workbook, findings, { lang: given.language });
  write(bytes, output, screenOf({}, given.language).words.annotated(output, placed.length, unplaced.length), signed, given);
}

function write(bytes: Uint8Array, output: string, said: string, signed: boolean, { language, quiet }: Arguments): void {
  writeOutput(output, bytes);
  if (!quiet) printError(`${said}\n`);
  if (signed) printError(`${screenOf({}, language).words.signed(output)}\n`);
}

/** A repair that leaves no doubt: an error that one figure explains, with one value that mends it. */
function certainRepair({ severity, ambiguous, suspects }: Finding, document: Examined): Replacement | undefined {
  const [only, ...others] = suspects;
  const figure = only && document.figureOf(only.cell);
  if (severity !== "error" || ambiguous || others.length > 0 || !only?.expected || figure === undefined) return undefined;
  return replacementFor(figure, only.expected);
}
