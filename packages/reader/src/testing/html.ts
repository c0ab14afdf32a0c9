import { inlineOf, type Piece } from "./report.ts";

/** How a program writes the notes of a page: the mark in the text, and the note itself. */
export type NoteStyle = "pandoc" | "libreoffice" | "word" | "typed";

const refer: Readonly<Record<NoteStyle, (mark: string) => string>> = {
  pandoc: (mark) => `<a href="#fn${mark}" class="footnote-ref" id="fnref${mark}" role="doc-noteref"><sup>${mark}</sup></a>`,
  libreoffice: (mark) =>
    `<sup><a class="sdfootnoteanc" name="sdfootnote${mark}anc" href="#sdfootnote${mark}sym"><sup>${mark}</sup></a></sup>`,
  word: (mark) =>
    `<a href="#_ftn${mark}" name="_ftnref${mark}" title=""><span\nclass=MsoFootnoteReference><span class=MsoFootnoteReference><span\nstyle='font-size:14.0pt'>[${mark}]</span></span></span></a>`,
  typed: (mark) => `<sup>[${mark}]</sup>`,
};
const tell: Readonly<Record<NoteStyle, (mark: string, text: string) => string>> = {
  pandoc: (mark, text) => `<li id="fn${mark}"><p>${text}<a href="#fnref${mark}" class="footnote-back" role="doc-backlink">↩︎</a></p></li>`,
  libreoffice: (mark, text) =>
    `<div id="sdfootnote${mark}"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote${mark}sym" href="#sdfootnote${mark}anc">${mark}</a>${text}</p></div>`,
  word: (mark, text) =>
    `<div id=ftn${mark}><p class=MsoFootnoteText><a href="#_ftnref${mark}" name="_ftn${mark}" title=""><span class=MsoFootnoteReference>[${mark}]</span></a> ${text}</p></div>`,
  typed: (mark, text) => `<p><sup>${mark}</sup> ${text}</p>`,
};

/** A report made into an HTML page, its lines broken as Word breaks them. */
export function htmlOf(pieces: readonly Piece[], style: NoteStyle): string {
  const say = (text: string): string =>
    inlineOf(text)
      .map((piece) =>
        piece.mark !== undefined ? refer[style](piece.mark) : piece.bold ? `<b>${escaped(piece.text)}</b>` : escaped(piece.text),
      )
      .join("");
  const notes = pieces.flatMap((piece) => (piece.kind === "note" ? [tell[style](piece.mark, say(piece.text))] : [])).join("\n");
  const body = pieces.map((piece) => blockOf(piece, say)).join("\n");
  const lists = body.replaceAll("</ol>\n<ol>", "").replaceAll("</ul>\n<ul>", "");
  const foot = style === "pandoc" ? `<section id="footnotes" class="footnotes" role="doc-endnotes"><hr><ol>${notes}</ol></section>` : notes;
  return `<!DOCTYPE html>\n<html lang=vi><head><meta charset="utf-8"><title>Báo cáo 2025</title><style>p { margin: 0 }</style></head>\n<body>${lists}\n${foot}</body></html>`;
}

function blockOf(piece: Piece, say: (text: string) => string): string {
  switch (piece.kind) {
    case "note":
      return "";
    case "table": {
      const rowOf = (row: readonly string[], name: string): string =>
        `<tr>${row.map((text) => `<${name}>${say(text)}</${name}>`).join("\n")}</tr>`;
      const [head = [], ...rows] = piece.rows;
      return `<table border=1><thead>${rowOf(head, "th")}</thead>\n<tbody>${rows.map((row) => rowOf(row, "td")).join("\n")}</tbody></table>`;
    }
    case "heading":
      return `<h${piece.level}>${say(piece.text)}</h${piece.level}>`;
    case "bullet":
      return `<ul><li>${say(piece.text)}</li></ul>`;
    case "numbered":
      return `<ol><li><p>${say(piece.text)}</p></li></ol>`;
    default:
      return `<p>${say(piece.text)}</p>`;
  }
}

/** As an editor writes it: signs as entities, a space that does not break before each "hồ sơ", lines broken. */
const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(" hồ sơ", "&nbsp;hồ sơ")
    .replaceAll("á", "&aacute;")
    .replace(/(.{60,70}) /g, "$1\n");
