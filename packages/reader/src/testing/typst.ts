import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { inlineOf, type Piece } from "./report.ts";

const fonts = import.meta.resolve("@expo-google-fonts/tinos/package.json");
const folders = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map((face) =>
  decodeURIComponent(new URL(face, fonts).pathname),
);

let compiler: NodeCompiler | undefined;

/** A page of A4 as reports have it: 14 points, justified, first lines set in. */
const preamble = `#set page(paper: "a4", margin: (left: 3cm, right: 2cm, y: 2cm), numbering: "1")
#set text(font: "Tinos", size: 14pt, lang: "vi")
#set par(justify: true, first-line-indent: (amount: 1cm, all: true), spacing: 0.8em)
`;

/** A PDF of a text in typst's language, set as reports are. */
export function typstPdf(body: string): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: folders }] });
  return new Uint8Array(compiler.pdf({ mainFileContent: preamble + body }));
}

/** Signs that mean something to typst, as letters. */
const plain = (text: string): string => text.replace(/[\\#$*_@<>`~[\]/=+-]/g, "\\$&");

/** A report made into typst's language. */
export function typstOf(pieces: readonly Piece[]): string {
  const notes = new Map(pieces.flatMap((piece) => (piece.kind === "note" ? [[piece.mark, piece.text] as const] : [])));
  const inline = (text: string): string =>
    inlineOf(text)
      .map(({ text: shown, bold, mark }) =>
        mark === undefined ? (bold ? `#strong[${plain(shown)}]` : plain(shown)) : `#footnote[${inline(notes.get(mark) ?? "")}]`,
      )
      .join("");
  return pieces
    .map((piece) => {
      switch (piece.kind) {
        case "note":
          return "";
        case "heading":
          return `#heading(level: ${piece.level})[${inline(piece.text)}]\n`;
        case "bullet":
          return `- ${inline(piece.text)}`;
        case "numbered":
          return `+ ${inline(piece.text)}`;
        case "table": {
          const [head = [], ...rows] = piece.rows.map((row) => row.map((cell) => `[${inline(cell)}]`));
          return `#table(columns: ${head.length}, table.header(${head.join(", ")}), ${rows.flat().join(", ")})\n`;
        }
        default:
          return `${inline(piece.text)}\n`;
      }
    })
    .join("\n");
}
