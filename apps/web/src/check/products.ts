import { atLeast, Decimal, type Finding, severities } from "@khop/core";
import { checkedEnd, checkedJson, checkedStart, figuresOf, type Replacement, replacementFor, tiedCells } from "@khop/reader/checked";
import type { Language } from "../language.tsx";
import { accusedIn, type Desk, type Standing } from "./desk.ts";
import { checkedDocument } from "./findings-view.ts";
import type { Answered, Product } from "./view.ts";

/** What is handed back: the file with its notes, a page that stands alone, or the findings as data. What writes it is loaded now. */
export async function produce(desk: Desk, product: Product, language: Language): Promise<Answered["produce"]> {
  const { name } = desk.opened;
  const stem = name.replace(/\.[^.]*$/, "");
  const standing = desk.printed(language);
  switch (product) {
    case "json":
      return {
        name: `${stem}.json`,
        type: "application/json",
        bytes: encoded(`${checkedStart}    ${json(desk, standing)}${checkedEnd([])}`),
      };
    case "html": {
      const { htmlReport } = await import("@khop/writer");
      const whole = checkedDocument(desk, standing, language);
      const shown = { ...whole, findings: whole.findings.filter(({ finding }) => atLeast(finding.severity, "review")) };
      return { name: `${stem}.html`, type: "text/html", bytes: encoded(htmlReport([shown], { lang: language })) };
    }
    case "annotated":
      return {
        name: name.replace(/(\.[^.]*)$/, language === "vi" ? " (ghi chú)$1" : " (comments)$1"),
        ...(await annotated(desk, standing, language)),
      };
  }
}

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

function json({ opened: { name, document } }: Desk, standing: Standing): string {
  const { leftOut, encodings, source } = document;
  return JSON.stringify(checkedJson({ ...standing, file: name, leftOut, encodings, origin: source }), null, 2).replaceAll("\n", "\n    ");
}

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
} as const;

async function annotated(
  { opened, decisions }: Desk,
  standing: Standing,
  lang: Language,
): Promise<Pick<Answered["produce"], "type" | "bytes">> {
  const { bytes, document } = opened;
  const repairs = new Map<Finding, Replacement>();
  const told = standing.findings
    .filter(
      (finding) =>
        atLeast(finding.severity, "review") &&
        !(standing.waived.has(finding) && repairOf(finding, standing, decisions.accepted) === undefined),
    )
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .map((finding) => {
      const tied = {
        ...finding,
        cells: [...tiedCells(figuresOf(finding, standing), finding), ...finding.cells.filter(({ elsewhere }) => elsewhere)],
      };
      const repair = repairOf(finding, standing, decisions.accepted);
      if (repair !== undefined) repairs.set(tied, repair);
      return tied;
    });
  const options = { lang, date: `${new Date().toISOString().slice(0, 19)}Z`, repairs };
  const written = await (async () => {
    if (document.word !== undefined)
      return { type: types.docx, ...(await import("@khop/writer")).annotate(bytes, document.word, told, options) };
    if (document.workbook !== undefined)
      return { type: types.xlsx, ...(await import("@khop/writer")).annotateXlsx(bytes, document.workbook, told, options) };
    if (document.pdf === undefined) throw new Error(`${opened.format} takes no notes`);
    const [{ loadPdfEngine }, { annotatePdf }] = await Promise.all([import("@khop/reader/pdf"), import("@khop/writer/pdf")]);
    return { type: types.pdf, ...(await annotatePdf(await loadPdfEngine(), bytes, document.pdf, told, options)) };
  })();
  return { type: written.type, bytes: written.bytes as Uint8Array<ArrayBuffer> };
}

/** What is written over the figure that a finding accuses, if its repair was accepted. */
function repairOf(finding: Finding, standing: Standing, accepted: Readonly<Record<string, string>>): Replacement | undefined {
  const figure = accusedIn(finding, standing);
  const value = figure && accepted[figure.id];
  return figure === undefined || value === undefined ? undefined : replacementFor(figure, new Decimal(value));
}
