/** A piece of a report in Markdown, as far as our example uses it; inline markup stays in the text. */
export type Piece =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph" | "bullet" | "numbered"; readonly text: string }
  | { readonly kind: "note"; readonly mark: string; readonly text: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

/** Cuts a report in Markdown into pieces, to be made into files of other formats. */
export function piecesOf(markdown: string): Piece[] {
  const pieces: Piece[] = [];
  let rows: string[][] = [];
  const close = (): void => {
    if (rows.length > 0) pieces.push({ kind: "table", rows });
    rows = [];
  };
  for (const line of markdown.split("\n")) {
    if (line.startsWith("|")) {
      if (!/^[|\s:-]+$/.test(line))
        rows.push(
          line
            .slice(1, -1)
            .split("|")
            .map((cell) => cell.trim()),
        );
      continue;
    }
    close();
    const piece = pieceOf(line);
    if (piece !== undefined) pieces.push(piece);
  }
  close();
  return pieces;
}

function pieceOf(line: string): Piece | undefined {
  const [, mark, note = ""] = /^<sup>(\d+)<\/sup>\s*(.*)$/.exec(line) ?? [];
  if (mark !== undefined) return { kind: "note", mark, text: note };
  const [, signs, heading = ""] = /^(#+)\s+(.*)$/.exec(line) ?? [];
  if (signs !== undefined) return { kind: "heading", level: signs.length, text: heading };
  const [, bullet] = /^- (.*)$/.exec(line) ?? [];
  if (bullet !== undefined) return { kind: "bullet", text: bullet };
  const [, numbered] = /^\d+\. (.*)$/.exec(line) ?? [];
  if (numbered !== undefined) return { kind: "numbered", text: numbered };
  return line.trim() === "" ? undefined : { kind: "paragraph", text: line };
}

/** A text of the example cut at its inline markup: bold stretches, and marks of notes. */
export function inlineOf(text: string): { readonly text: string; readonly bold: boolean; readonly mark?: string }[] {
  return text.split(/(\*\*.*?\*\*|<sup>\[\d+\]<\/sup>)/).flatMap((piece) => {
    const mark = /^<sup>\[(\d+)\]/.exec(piece)?.[1];
    if (mark !== undefined) return [{ text: "", bold: false, mark }];
    const shown = piece.replace(/\*\*|^_|_$/g, "");
    return shown === "" ? [] : [{ text: shown, bold: piece.startsWith("**") }];
  });
}
