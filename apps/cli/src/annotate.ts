import { atLeast, severities } from "@khop/core";
import { annotate } from "@khop/writer";
import type { Arguments } from "./arguments.ts";
import { type Examined, figuresOf } from "./examined.ts";
import { printError, writeOutput } from "./output.ts";
import { screenOf } from "./show/screen.ts";
import { Trouble } from "./trouble.ts";

/**
 * Writes the Word file again with a comment for each finding that is shown.
 *
 * @throws Trouble for a document that is no Word file, or a file that cannot be written.
 */
export function annotateFile(document: Examined, output: string, { severity, language, quiet }: Arguments): void {
  const { source, word, findings } = document;
  if (source.format !== "docx" || word === undefined) {
    throw new Trouble(
      `Cờ --annotate chỉ dùng được với tệp Word (.docx), còn ${source.file} không phải tệp Word: hãy bỏ cờ này.`,
      `The flag --annotate works on Word files (.docx) only, and ${source.file} is none: leave it out.`,
    );
  }
  // One that is about hidden cells only is tied to the figures that they were worked out from, as on the terminal.
  const told = findings
    .filter((finding) => atLeast(finding.severity, severity))
    .map((finding) => ({ ...finding, cells: figuresOf(finding, document).flatMap(({ cell }) => cell ?? []) }));
  told.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const date = `${new Date().toISOString().slice(0, 19)}Z`;
  const { bytes, placed, unplaced } = annotate(source.bytes, word, told, { lang: language, date });
  writeOutput(output, bytes);
  if (!quiet) printError(`${screenOf({}, language).words.annotated(output, placed.length, unplaced.length)}\n`);
}
