import { Document, FootnoteReferenceRun, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { inlineOf, type Piece } from "./report.ts";

/** A report made into a Word file: every third figure split over two runs, as Word does after an edit. */
export async function wordOf(pieces: readonly Piece[]): Promise<Uint8Array> {
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  const children = pieces.flatMap((piece) => {
    if (piece.kind === "note") footnotes[piece.mark] = { children: [new Paragraph({ children: runs(piece.text) })] };
    return piece.kind === "note" ? [] : [blockOf(piece)];
  });
  const numbering = { config: [{ reference: "tasks", levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1." }] }] };
  return new Uint8Array(await Packer.toBuffer(new Document({ numbering, footnotes, sections: [{ children }] })));
}

function blockOf(piece: Exclude<Piece, { kind: "note" }>): Paragraph | Table {
  switch (piece.kind) {
    case "table":
      return new Table({
        rows: piece.rows.map(
          (row) => new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph({ children: runs(text) })] })) }),
        ),
      });
    case "heading":
      return new Paragraph({ heading: piece.level === 1 ? HeadingLevel.TITLE : HeadingLevel.HEADING_2, children: runs(piece.text) });
    case "bullet":
      return new Paragraph({ bullet: { level: 0 }, children: runs(piece.text) });
    case "numbered":
      return new Paragraph({ numbering: { reference: "tasks", level: 0 }, children: runs(piece.text) });
    default:
      return new Paragraph({ children: runs(piece.text) });
  }
}

function runs(text: string): (TextRun | FootnoteReferenceRun)[] {
  let figures = 0;
  return inlineOf(text).flatMap(({ text: shown, bold, mark }) => {
    if (mark !== undefined) return [new FootnoteReferenceRun(Number(mark))];
    return shown.split(/(?<=\d)(?=[.,]\d)/).flatMap((half) => {
      figures += 1;
      return figures % 3 === 0
        ? [new TextRun({ text: half, bold }), new TextRun({ text: "", italics: true })]
        : [new TextRun({ text: half, bold })];
    });
  });
}
