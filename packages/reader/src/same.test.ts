import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examine } from "@khop/core";
import { describe, expect, it } from "vitest";
import type { ReadDocument } from "./document.ts";
import { readDocx } from "./docx/read.ts";
import { readHtml } from "./html/read.ts";
import { readText } from "./read.ts";
import { htmlOf } from "./testing/html.ts";
import { piecesOf } from "./testing/report.ts";
import { wordOf } from "./testing/word.ts";

const example = readFileSync(join(import.meta.dirname, "../../../apps/cli/examples/bao-cao-mau.md"), "utf8");
const pieces = piecesOf(example);

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
