import type { Report, StyleSheet } from "@khop/core";
import { type Content, type Html, html } from "../html-report/html.ts";
import { arrange } from "./arrange.ts";
import { capitalsOf } from "./capitals.ts";
import { type DrawChart, gridOfChart } from "./chart.ts";
import { styleRules } from "./css.ts";
import { columnsOf } from "./figure-columns.ts";
import type { Grid, Line, Piece } from "./line.ts";
import type { DrawOptions, WriteOptions } from "./markdown.ts";
import type { Shown } from "./notes.ts";
import { textWidthOf } from "./text-width.ts";

export interface WriteHtmlOptions extends WriteOptions, DrawOptions {
  /** How the report is set, on screen and in print. */
  readonly layout: StyleSheet;
}

/**
 * A report as one HTML page that fetches nothing: figures are `<data>` elements that name their fact, and printing it gives the paper,
 * margins and page numbers of the style sheet.
 *
 * - Shape: `<data value="2311" data-fact="…" data-unit="hồ sơ">2.311</data>`; `value` is in the printed unit, a dot before decimals.
 * @throws KhopError `writer/unknown-fact`, `writer/bad-note` or `writer/uneven-table` where the report does not fit together.
 */
export function writeHtml(report: Report, { facts, layout, drawChart }: WriteHtmlOptions): string {
  const { isDraft, head, title, body, end, appendices, notes } = arrange(
    report,
    facts,
    capitalsOf(layout),
    drawChart === undefined ? "table" : "chart",
  );
  const piece = (one: Piece): Html => pieceOf(one, layout, drawChart);
  const hasPictures = [body, ...appendices].flat().some(({ is }) => is === "chart");
  const policy = `default-src 'none'; style-src 'unsafe-inline'${hasPictures ? "; img-src data:" : ""}`;
  const about = [report.title, report.summary, report.body].filter((text) => text !== undefined).join(" - ");
  const page = html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${about}</title>
<style>
${styleRules(layout, isDraft)}
</style>
</head>
<body>
<main>
${columns("head", head)}
${title.map(lineOf)}
${body.map(piece)}
${columns("end", [end])}
${notes.length > 0 && html`<section class="notes" role="doc-endnotes">\n${notes.map(noteOf)}</section>`}
${appendices.map((pieces) => html`<section class="appendix">\n${pieces.map(piece)}</section>\n`)}
</main>
</body>
</html>
`;
  return page.markup;
}

const columns = (name: string, rows: readonly (readonly [readonly Line[], readonly Line[]])[]): Html =>
  html`<div class="${name}">\n${rows.map((row) => row.map((lines) => html`<div>\n${lines.map(lineOf)}</div>\n`))}</div>`;

const headings: Partial<Record<Line["part"], Html[]>> = Object.fromEntries(
  (
    [
      ["title", "h1"],
      ["section", "h2"],
      ["clause", "h3"],
      ["subclause", "h4"],
      ["point", "h4"],
      ["appendixTitle", "h2"],
    ] as const
  ).map(([part, tag]) => [part, [tagged(`<${tag} class="${part}">`), tagged(`</${tag}>`)]]),
);

function tagged(markup: string): Html {
  return html([markup] as unknown as TemplateStringsArray);
}

function lineOf({ part, spans, goesOn }: Line): Html {
  const [open, close] = headings[part] ?? [html`<p class="${part}${goesOn === true && " goesOn"}">`, html`</p>`];
  return html`${open}<span>${spans.map(inline)}</span>${close}\n`;
}

function pieceOf(piece: Piece, layout: StyleSheet, drawChart: DrawChart | undefined): Html {
  if (piece.is === "line") return lineOf(piece);
  if (piece.is === "grid") return gridOf(piece);
  if (drawChart === undefined) return gridOf(gridOfChart(piece));
  const { svg, width, height } = drawChart(piece, textWidthOf(layout));
  // A picture of its own: what an SVG names inside cannot clash with another's.
  const source = `data:image/svg+xml;base64,${base64(svg)}`;
  return html`<img class="chart" width="${width}" height="${height}" src="${source}" alt="${piece.alt}">\n`;
}

const base64 = (text: string): string => btoa([...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join(""));

function gridOf(grid: Grid): Html {
  const aligned = columnsOf(grid).map((isFigures) => isFigures && html` class="figures"`);
  return html`<table>
<thead><tr>${grid.header.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>
${grid.rows.map(
  ({ cells, isTotal }) =>
    html`<tr${isTotal && html` class="total"`}>${cells.map((spans, i) =>
      i === 0 ? html`<th scope="row">${spans.map(inline)}</th>` : html`<td${aligned[i]}>${spans.map(inline)}</td>`,
    )}</tr>\n`,
)}</tbody>
</table>
`;
}

const noteOf = (spans: readonly Shown[], i: number): Html =>
  html`<p class="footnote" id="note-${i + 1}"><sup>${i + 1}</sup> ${spans.map(inline)}</p>\n`;

function inline(span: Shown): Content {
  if (span.is === "text") {
    const words = span.italic === true ? html`<em>${span.text}</em>` : span.text;
    return span.bold === true ? html`<strong>${words}</strong>` : words;
  }
  if (span.is === "note") return html`<sup><a href="#note-${span.number}" role="doc-noteref">${span.number}</a></sup>`;
  const { fact, text, quantity } = span;
  if (quantity === null) return html`<data value="" data-fact="${fact}">${text}</data>`;
  const { unit, exponent } = quantity;
  return html`<data value="${quantity.value.toFixed()}" data-fact="${fact}"${unit.id !== "" && html` data-unit="${unit.id}"`}${exponent !== 0 && html` data-multiplier="1e${exponent}"`}>${text}</data>`;
}
