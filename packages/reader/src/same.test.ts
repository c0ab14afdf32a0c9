import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examine } from "@khop/core";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readCsv } from "./csv/read.ts";
import type { ReadDocument } from "./document.ts";
import { readDocx } from "./docx/read.ts";
import { readHtml } from "./html/read.ts";
import { readPdf } from "./pdf/read.ts";
import { readText } from "./read.ts";
import { htmlOf } from "./testing/html.ts";
import { piecesOf } from "./testing/report.ts";
import { typstOf, typstPdf } from "./testing/typst.ts";
import { wordOf } from "./testing/word.ts";
import { readXlsx } from "./xlsx/read.ts";

const example = readFileSync(join(import.meta.dirname, "../../../apps/cli/examples/bao-cao-mau.md"), "utf8");
const pieces = piecesOf(example);
const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, "pdf/fixtures", name));

/** What was found, without where it stands; a space that does not break is one. */
function found({ figures, network }: ReadDocument) {
  const { checked, findings } = examine(network);
  return JSON.parse(
    JSON.stringify({
      figures: figures.map(({ text, role, label, quantity, level, period }) => [text, role, label, quantity?.format(), level, period]),
      relations: checked.map(({ relation, verdict }) => [relation.kind.kind, verdict, relation.cue, ...relation.cells.map(({ quantity, label }) => quantity?.format() ?? label)]),
      findings: findings.map(({ code, severity, message, ambiguous }) => [code, severity, message.vi, ambiguous]),
    }).replaceAll("\u00a0", " "),
  ) as Record<"figures" | "relations" | "findings", unknown[][]>;
}

const fromMarkdown = found(readText(example));

describe.each<[string, () => ReadDocument | Promise<ReadDocument>]>([
  ["a Word file",                                  async () => readDocx(await wordOf(pieces))],
  ["a page with its notes as Pandoc writes them",  () => readHtml(htmlOf(pieces, "pandoc"))],
  ["a page with its notes as LibreOffice does",    () => readHtml(htmlOf(pieces, "libreoffice"))],
  ["a page with its notes as Word does",           () => readHtml(htmlOf(pieces, "word"))],
  ["a page with its notes typed",                  () => readHtml(htmlOf(pieces, "typed"))],
  ["a PDF",                                        () => readPdf(typstPdf(typstOf(pieces)))],
  ["a PDF by LibreOffice",                         () => readPdf(fixture("libreoffice.pdf"))],
  ["a PDF by Chromium",                            () => readPdf(fixture("chromium.pdf"))],
  ["a PDF in smaller type",                        () => readPdf(typstPdf(`#set text(size: 11pt)\n${typstOf(pieces)}`))],
  ["a PDF in two columns",                         () => readPdf(typstPdf(`#set page(columns: 2, flipped: true)\n${typstOf(pieces)}`))],
  ["a PDF not justified, paragraphs set apart",    () => readPdf(typstPdf(`#set par(justify: false, first-line-indent: 0pt, spacing: 1.6em)\n${typstOf(pieces)}`))],
  ["a PDF on many small pages",                    () => readPdf(typstPdf(`#set page(paper: "a5", margin: 1.5cm)\n${typstOf(pieces)}`))],
])("the example report as %s", async (_, read) => {
  const document = await read();
  const made = found(document);

  it("has the findings of the Markdown file; only their order follows the text, where notes stand last", () => {
    expect(made.findings.length).toBeGreaterThan(2);
    expect(made.findings.map(String).sort()).toEqual(fromMarkdown.findings.map(String).sort());
  });

  it("has its relations with their verdicts", () => {
    expect(made.relations.map(String).sort()).toEqual(fromMarkdown.relations.map(String).sort());
  });

  it("has its figures, but for the numbers of lists, which are no content", () => {
    const quantities = ({ figures }: typeof made) => figures.filter(([, role]) => role === "quantity").map(String);
    expect(quantities(made).sort()).toEqual(quantities(fromMarkdown).sort());
  });

  it("says of each figure where it stands in the text", () => {
    for (const { start, end, text } of document.figures) expect(document.text.slice(start, end)).toBe(text);
  });
});

const rows = pieces.flatMap((piece) => (piece.kind === "table" ? piece.rows : []));
const caption = example.split("\n").find((line) => line.startsWith("Bảng 1")) ?? "";
const number = (text: string): number | string => (/^[\d.]+$/.test(text) ? Number(text.replaceAll(".", "")) : text);

async function workbookOf(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Văn bản");
  sheet.addRow([caption]);
  for (const row of rows) sheet.addRow(row.map(number)).numFmt = "#,##0";
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe.each<[string, () => ReadDocument | Promise<ReadDocument>]>([
  ["an Excel file",                       async () => readXlsx(await workbookOf())],
  ["CSV as Excel writes it in Vietnamese", () => readCsv([[caption], ...rows].map((row) => row.join(";")).join("\r\n"))],
  ["CSV as a program writes it",          () => readCsv([[`"${caption}"`], ...rows].map((row) => row.map(number).join(",")).join("\n"))],
  ["a page",                              () => readHtml(htmlOf([{ kind: "paragraph", text: caption }, ...pieces.filter(({ kind }) => kind === "table")], "typed"))],
])("the table of the example as %s", async (_, read) => {
  const made = found(await read());
  const wanted = found(readText(`${caption}\n\n${rows.map((row, at) => `| ${row.join(" | ")} |${at === 0 ? `\n|${" --- |".repeat(row.length)}` : ""}`).join("\n")}`));

  it("has the relations of the Markdown file with their verdicts", () => {
    expect(made.relations.length).toBeGreaterThan(5);
    // A program writes 8126 for 8.126: what is printed differs, what is meant does not.
    expect(made.relations.map(String)).toEqual(wanted.relations.map(String));
  });
});
