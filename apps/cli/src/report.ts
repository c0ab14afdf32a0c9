import { atLeast } from "@khop/core";
import { htmlReport, type PageFinding } from "@khop/writer";
import type { Arguments } from "./arguments.ts";
import { type Acceptance, type Examined, figuresOf } from "./examined.ts";
import { printError, writeOutput } from "./output.ts";
import { Places } from "./show/places.ts";
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
      place: (offset: number) => places.inWords(offset, words),
    };
  });
  writeOutput(output, htmlReport(pages, { lang: language }));
  if (!quiet) printError(`${words.wrote(output)}\n`);
}

const plain = ({ reason, by, date }: Acceptance): NonNullable<PageFinding["waived"]> => ({
  reason,
  ...(by === undefined ? {} : { by }),
  ...(date === undefined ? {} : { date }),
});
