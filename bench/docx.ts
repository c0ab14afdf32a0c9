import { examine } from "@khop/core";
import { readDocx } from "@khop/reader/docx";
import { annotate } from "@khop/writer";
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import mammoth from "mammoth";
import { inTurns, type Times } from "./measure.ts";
import type { Piece } from "./reports.ts";

/** A report made into a Word file. */
export async function wordOf(pieces: readonly Piece[]): Promise<Uint8Array> {
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  const children = pieces.map((piece) => {
    if (piece.kind !== "table" && piece.note !== undefined)
      footnotes[Object.keys(footnotes).length + 1] = { children: [new Paragraph({ children: [run(piece.note)] })] };
    return blockOf(piece, Object.keys(footnotes).length);
  });
  const levels = [{ level: 0, format: LevelFormat.BULLET, text: "-" }];
  const numbering = { config: [{ reference: "list", levels }] };
  return new Uint8Array(await Packer.toBuffer(new Document({ numbering, footnotes, sections: [{ children }] })));
}

/** As Word writes what people type: the font and its size said again in every run. */
const run = (text: string): TextRun => new TextRun({ text, font: "Times New Roman", size: 28, language: { value: "vi-VN" } });

/** Figures stand in runs of their own, as after an edit. */
const runs = (text: string): TextRun[] => text.split(/(?<= )(?=\d)|(?<=\d%?)(?= )/).map(run);

const spacing = { before: 120, after: 120, line: 320, lineRule: LineRuleType.AT_LEAST };

function blockOf(piece: Piece, note: number): Paragraph | Table {
  switch (piece.kind) {
    case "table":
      return new Table({
        rows: piece.rows.map(
          (row) =>
            new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph({ spacing, children: [run(text)] })] })) }),
        ),
      });
    case "heading":
      return new Paragraph({ heading: HeadingLevel.HEADING_2, spacing, children: [run(piece.text)] });
    case "bullet":
      return new Paragraph({ numbering: { reference: "list", level: 0 }, spacing, children: runs(piece.text) });
    default: {
      const mark = piece.note === undefined ? [] : [new FootnoteReferenceRun(note)];
      return new Paragraph({ spacing, children: [...runs(piece.text), ...mark] });
    }
  }
}

/** So many sections fill thirty pages of A4 at 14 points, as LibreOffice sets them. */
export const sections = 38;

/** Milliseconds for a Word file: its text as mammoth gives it, read by us, examined, and handed back with comments. */
export async function docx(pieces: readonly Piece[]): Promise<Times<"mammoth" | "reading" | "findings" | "annotated">> {
  const bytes = await wordOf(pieces);
  const buffer = Buffer.from(bytes);
  const findings = () => {
    const document = readDocx(bytes);
    return { document, examination: examine(document.network) };
  };
  return inTurns(
    {
      mammoth: () => mammoth.extractRawText({ buffer }),
      reading: () => readDocx(bytes),
      findings,
      annotated: () => {
        const { document, examination } = findings();
        return annotate(bytes, document.source, examination.findings, { lang: "vi", date: "2025-03-31T08:00:00Z" });
      },
    },
    { warm: 20, runs: 40 },
  );
}
