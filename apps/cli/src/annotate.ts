import { atLeast, type Finding, isMendedInWords, type Severity, severities } from "@khop/core";
import { figuresOf, type Replacement, replacementFor, tiedCells } from "@khop/reader/checked";
import type { Note } from "@khop/writer";
import type { Arguments } from "./arguments.ts";
import { type Examined, openFindings } from "./examined.ts";
import type { Language } from "./language.ts";
import { printError, writeOutput } from "./output.ts";
import { screenOf } from "./show/screen.ts";
import { Trouble } from "./trouble.ts";

/**
 * Writes the file again with a note for each finding that is shown: a comment in Word, a note in Excel, a highlight in PDF. In Word, if asked, the repairs
 * that are certain are made as tracked changes.
 *
 * @throws Trouble for a document that takes no notes, or a file that cannot be written.
 */
export async function annotateFile(document: Examined, output: string, given: Arguments): Promise<void> {
  const { severity, language, quiet, fix } = given;
  // What was accepted has its answer, and needs no comment.
  const shown = openFindings(document).filter((finding) => atLeast(finding.severity, severity));
  shown.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const repairs = new Map<Finding, Replacement>();
  const told = shown.map((finding) => {
    // One that is about hidden cells only is tied to the figures that they were worked out from, as on the terminal.
    const tied = {
      ...finding,
      cells: [...tiedCells(figuresOf(finding, document), finding), ...finding.cells.filter(({ elsewhere }) => elsewhere)],
    };
    const repair = fix ? certainRepair(finding, document) : undefined;
    if (repair !== undefined) repairs.set(tied, repair);
    return tied;
  });
  const date = `${new Date().toISOString().slice(0, 19)}Z`;
  const notes = notesOn(document, severity, language);
  const written = await annotated(document, told, { lang: language, date, repairs, notes }, fix);
  const { bytes, placed, unplaced, repaired = [], noted = [], signed } = written;
  writeOutput(output, bytes);
  const { words } = screenOf({}, language);
  if (!quiet) {
    printError(
      `${words.annotated(output, placed.length + noted.length, unplaced.length + notes.length - noted.length)}${fix ? words.repaired(repaired.length, repairs.size - repaired.length) : ""}\n`,
    );
  }
  if (signed) printError(`${words.signed(output)}\n`);
}

interface Options {
  readonly lang: Arguments["language"];
  readonly date: string;
  readonly repairs: ReadonlyMap<Finding, Replacement>;
  readonly notes: readonly Note[];
}

interface Annotated {
  readonly bytes: Uint8Array;
  readonly placed: readonly Finding[];
  readonly unplaced: readonly Finding[];
  readonly repaired?: readonly Finding[];
  readonly noted?: readonly Note[];
  readonly signed: boolean;
}

/** Loads what writes into a format only when it is asked for. */
async function annotated(
  { source, word, workbook, pdf }: Examined,
  findings: readonly Finding[],
  options: Options,
  fix: boolean,
): Promise<Annotated> {
  if (source.format === "docx" && word !== undefined) {
    const { annotate } = await import("@khop/writer");
    return annotate(source.bytes, word, findings, options);
  }
  if (source.format === "xlsx" && workbook !== undefined) {
    if (fix) {
      throw new Trouble(
        `Cờ --fix chỉ dùng được với tệp Word (.docx), còn ${source.file} là Excel, không có theo dõi thay đổi: hãy bỏ cờ này, ghi chú vẫn được ghi.`,
        `The flag --fix works on Word files (.docx) only, and ${source.file} is Excel, without tracked changes: leave it out, notes are still written.`,
      );
    }
    const { annotateXlsx } = await import("@khop/writer");
    return annotateXlsx(source.bytes, workbook, findings, options);
  }
  if (source.format === "pdf" && pdf !== undefined) {
    if (fix) {
      throw new Trouble(
        `Cờ --fix chỉ dùng được với tệp Word (.docx), còn ${source.file} là PDF: hãy bỏ cờ này, ghi chú vẫn được ghi.`,
        `The flag --fix works on Word files (.docx) only, and ${source.file} is a PDF: leave it out, notes are still written.`,
      );
    }
    const [{ loadPdfEngine }, { annotatePdf }] = await Promise.all([import("@khop/reader/pdf"), import("@khop/writer/pdf")]);
    return annotatePdf(await loadPdfEngine(), source.bytes, pdf, findings, options);
  }
  throw new Trouble(
    `Cờ --annotate chỉ dùng được với tệp Word (.docx), Excel (.xlsx) và PDF, còn ${source.file} không phải: hãy bỏ cờ này.`,
    `The flag --annotate works on Word files (.docx), Excel files (.xlsx) and PDF only, and ${source.file} is none of them: leave it out.`,
  );
}

/** A repair that leaves no doubt: an error that one figure explains, with one value that mends it. */
function certainRepair({ severity, ambiguous, suspects }: Finding, document: Examined): Replacement | undefined {
  const [only, ...others] = suspects;
  const figure = only && document.figureOf(only.cell);
  if (severity !== "error" || ambiguous || others.length > 0 || !only?.expected || figure === undefined) return undefined;
  if (isMendedInWords(only)) return undefined;
  return replacementFor(figure, only.expected);
}

/** Layout findings as notes: each on the first of its places, one about the whole document on its first line. */
function notesOn({ layout, text }: Examined, floor: Severity, language: Language): Note[] {
  const { words } = screenOf({}, language);
  const start = text.search(/\S/);
  const end = text.indexOf("\n", start);
  const opening = { start: Math.max(0, start), end: end < 0 ? text.length : end };
  return (layout?.findings ?? [])
    .filter(({ severity }) => atLeast(severity, floor))
    .map(({ severity, message, places }) => ({
      ...(places[0] ?? opening),
      title: `${words.layout.title}, ${words.counted[severity]}`,
      paragraphs: [message[language]],
    }));
}
