import { atLeast, type Finding, severities } from "@khop/core";
import type { Arguments } from "./arguments.ts";
import { type Examined, figuresOf, openFindings } from "./examined.ts";
import { printError, writeOutput } from "./output.ts";
import { type Replacement, replacementFor } from "./show/repair.ts";
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
    const tied = { ...finding, cells: figuresOf(finding, document).flatMap(({ cell }) => cell ?? []) };
    const repair = fix ? certainRepair(finding, document) : undefined;
    if (repair !== undefined) repairs.set(tied, repair);
    return tied;
  });
  const date = `${new Date().toISOString().slice(0, 19)}Z`;
  const { bytes, placed, unplaced, repaired = [], signed } = await annotated(document, told, { lang: language, date, repairs }, fix);
  writeOutput(output, bytes);
  const { words } = screenOf({}, language);
  if (!quiet) {
    printError(
      `${words.annotated(output, placed.length, unplaced.length)}${fix ? words.repaired(repaired.length, repairs.size - repaired.length) : ""}\n`,
    );
  }
  if (signed) printError(`${words.signed(output)}\n`);
}

interface Options {
  readonly lang: Arguments["language"];
  readonly date: string;
  readonly repairs: ReadonlyMap<Finding, Replacement>;
}

interface Annotated {
  readonly bytes: Uint8Array;
  readonly placed: readonly Finding[];
  readonly unplaced: readonly Finding[];
  readonly repaired?: readonly Finding[];
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
  return replacementFor(figure, only.expected);
}
