import type { Report, StyleSheet } from "@khop/core";
import { call, millimetres, points, string } from "./code.ts";
import { libreFont, line } from "./font.ts";

/** What stands before a report: its paper, its page numbers, and how words are set when nothing else is said. */
export function preamble({ title, summary, body, draft }: Report, { paper, margins, font, pageNumber, parts }: StyleSheet): string {
  const name = [title, summary].filter((text) => text !== undefined).join(" - ");
  const height = (line.above + line.below) * pageNumber.size;
  const { top, right, bottom, left } = margins;
  return [
    `set document(title: ${string(name)}, author: ${string(body)}, date: auto)`,
    call("set text", {
      font: string(libreFont(font)),
      lang: '"vi"',
      size: points(parts.text.size),
      fallback: "false",
      "top-edge": `${line.above}em`,
      "bottom-edge": `-${line.below}em`,
      hyphenate: "false",
      overhang: "false",
    }),
    `set par(leading: ${line.between}em, spacing: 0pt, linebreaks: "simple")`,
    call("set page", {
      width: millimetres(paper.width),
      height: millimetres(paper.height),
      margin: `(top: ${millimetres(top)}, right: ${millimetres(right)}, bottom: ${millimetres(bottom)}, left: ${millimetres(left)})`,
      "header-ascent": `${millimetres(top - pageNumber.fromEdge)} - ${points(height)}`,
      header: `context if counter(page).get().first() > 1 { align(${pageNumber.alignment === "justify" ? "left" : pageNumber.alignment}, text(size: ${points(pageNumber.size)}, counter(page).display("1"))) }`,
      "footer-descent": "0pt",
      ...(draft === true ? { background: 'rotate(-45deg, text(size: 96pt, fill: luma(235), "DỰ THẢO"))' } : {}),
    }),
    // A heading is set like any other paragraph; it is one only for the outline of the file.
    "show heading: it => it.body",
    `show footnote.entry: it => { set text(size: ${points(parts.footnote.size)}); set par(justify: true, first-line-indent: 0pt); par({ super(context numbering("1", ..counter(footnote).at(it.note.location()))); " "; it.note.body }) }`,
    "set footnote.entry(gap: 2pt, clearance: 6pt, separator: line(length: 50mm, stroke: 0.5pt))",
    "set table(stroke: 0.5pt, inset: (x: 5.4pt, y: 0pt))",
    "show table.cell: set block(breakable: false)",
    ruled,
  ].join("\n");
}

/** Words with a line drawn below, in the middle: as long as they are, or a share of that. */
const ruled = `let ruled(share, body) = layout(size => {
  body
  let width = calc.min(measure(body).width, size.width)
  v(3pt)
  align(center, line(length: width * share, stroke: 0.75pt))
})`;
