import { atLeast, type Severity } from "@khop/core";
import { type Acceptance, figuresOf, Places } from "@khop/reader/checked";
import { htmlReport, type PageFinding, type PageLayoutFinding } from "@khop/writer";
import type { Arguments } from "./arguments.ts";
import type { Examined } from "./examined.ts";
import { printError, writeOutput } from "./output.ts";
import { screenOf } from "./show/screen.ts";

/**
 * Writes one page that shows the documents with what was found in them.
 *
 * @throws Trouble when the file cannot be written.
 */
export function reportFile(documents: readonly Examined[], output: string, { language, severity, quiet }: Arguments): void {
  const { words } = screenOf({}, language);
  const pages = documents.map((document) => {
    const { text, figures, checked, findings, origin, source } = document;
    const places = new Places(text, origin);
    return {
      name: source.file === "-" ? "stdin" : (source.file.split(/[\\/]/).at(-1) ?? source.file),
      text,
      blocks: document.blocks(),
      figures,
      checked,
      findings: findings
        .filter((finding) => atLeast(finding.severity, severity))
        .map((finding): PageFinding => {
          const waived = document.waived.get(finding);
          return {
            id: document.findingId(finding),
            finding,
            figures: figuresOf(finding, document).map(({ id }) => id),
            ...(waived === undefined ? {} : { waived: plain(waived) }),
          };
        }),
      ...(document.layout === undefined ? {} : { layout: layoutOn(document, severity) }),
      place: (offset: number) => places.inWords(offset, words),
    };
  });
  writeOutput(output, htmlReport(pages, { lang: language }));
  if (!quiet) printError(`${words.wrote(output)}\n`);
}

/** So much of a line is quoted. */
const mostQuoted = 60;

const layoutOn = ({ layout, text }: Examined, floor: Severity): PageLayoutFinding[] =>
  (layout?.findings ?? [])
    .filter(({ severity }) => atLeast(severity, floor))
    .map(({ severity, message, places: [first] }) => {
      if (first === undefined) return { severity, message, text: "" };
      const words = text.slice(first.start, first.end).replace(/\s+/g, " ").trim();
      return { severity, message, text: words.length > mostQuoted ? `${words.slice(0, mostQuoted)}…` : words, start: first.start };
    });

const plain = ({ reason, by, date }: Acceptance): NonNullable<PageFinding["waived"]> => ({
  reason,
  ...(by === undefined ? {} : { by }),
  ...(date === undefined ? {} : { date }),
});
