import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examine } from "@khop/core";
import { Document, FootnoteReferenceRun, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { describe, expect, it } from "vitest";
import type { ReadDocument } from "../document.ts";
import { readText } from "../read.ts";
import { readDocx } from "./read.ts";

const example = readFileSync(join(import.meta.dirname, "../../../../apps/cli/examples/bao-cao-mau.md"), "utf8");

/** Markdown as our example uses it, made into a Word file: every third figure split over two runs, as Word does after an edit. */
async function wordOf(markdown: string): Promise<Uint8Array> {
  const notes: Record<string, { children: Paragraph[] }> = {};
  const body: (Paragraph | Table)[] = [];
  let rows: string[] = [];
  const close = (): void => {
    const cells = rows.filter((row) => !/^[|\s:-]+$/.test(row)).map((row) => row.slice(1, -1).split("|"));
    if (cells.length > 0) body.push(new Table({ rows: cells.map((row) => new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph({ children: runs(text.trim()) })] })) })) }));
    rows = [];
  };
  for (const line of markdown.split("\n")) {
    if (line.startsWith("|")) {
      rows.push(line);
      continue;
    }
    close();
    const note = /^<sup>(\d+)<\/sup>\s*(.*)$/.exec(line);
    const heading = /^(#+)\s+(.*)$/.exec(line);
    const bullet = /^- (.*)$/.exec(line);
    const numbered = /^\d+\. (.*)$/.exec(line);
    if (note) notes[note[1] as string] = { children: [new Paragraph({ children: runs(note[2] as string) })] };
    else if (heading) body.push(new Paragraph({ heading: heading[1]?.length === 1 ? HeadingLevel.TITLE : HeadingLevel.HEADING_2, children: runs(heading[2] as string) }));
    else if (bullet) body.push(new Paragraph({ bullet: { level: 0 }, children: runs(bullet[1] as string) }));
    else if (numbered) body.push(new Paragraph({ numbering: { reference: "tasks", level: 0 }, children: runs(numbered[1] as string) }));
    else if (line.trim() !== "") body.push(new Paragraph({ children: runs(line) }));
  }
  close();
  const numbering = { config: [{ reference: "tasks", levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1." }] }] };
  return new Uint8Array(await Packer.toBuffer(new Document({ numbering, footnotes: notes, sections: [{ children: body }] })));
}

function runs(text: string): (TextRun | FootnoteReferenceRun)[] {
  let figures = 0;
  return text.split(/(\*\*.*?\*\*|<sup>\[\d+\]<\/sup>)/).flatMap((piece) => {
    const note = /^<sup>\[(\d+)\]/.exec(piece);
    if (note) return [new FootnoteReferenceRun(Number(note[1]))];
    const bold = piece.startsWith("**");
    return piece.replace(/\*\*|^_|_$/g, "").split(/(?<=\d)(?=[.,]\d)/).flatMap((half) => {
      figures += 1;
      return figures % 3 === 0 ? [new TextRun({ text: half, bold }), new TextRun({ text: "", italics: true })] : [new TextRun({ text: half, bold })];
    });
  });
}

/** What was found, without where it stands. */
function found({ figures, network }: ReadDocument) {
  const { checked, findings } = examine(network);
  return {
    figures: figures.map(({ text, role, label, quantity, level, period }) => [text, role, label, quantity?.format(), level, period]),
    relations: checked.map(({ relation, verdict }) => [relation.kind.kind, verdict, relation.cue, ...relation.cells.map(({ quantity, label }) => quantity?.format() ?? label)]),
    findings: findings.map(({ code, severity, message, ambiguous }) => [code, severity, message.vi, ambiguous]),
  };
}

describe("the example report as a Word file", async () => {
  const fromWord = found(readDocx(await wordOf(example)));
  const fromMarkdown = found(readText(example));

  it("has the findings of the Markdown file; only their order follows the text, where notes stand last", () => {
    expect(fromWord.findings.length).toBeGreaterThan(2);
    expect(fromWord.findings.map(String).sort()).toEqual(fromMarkdown.findings.map(String).sort());
  });

  it("has its relations with their verdicts", () => {
    expect(fromWord.relations.map(String).sort()).toEqual(fromMarkdown.relations.map(String).sort());
  });

  it("has its figures, but for the numbers of lists, which Word does not write", () => {
    const quantities = ({ figures }: typeof fromWord) => figures.filter(([, role]) => role === "quantity").map(String);
    expect(quantities(fromWord).sort()).toEqual(quantities(fromMarkdown).sort());
  });
});
