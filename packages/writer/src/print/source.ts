import type { PartStyle, Report, StyledPart, StyleSheet } from "@khop/core";
import { arrange } from "../report/arrange.ts";
import { capitalsOf } from "../report/capitals.ts";
import { type DrawChart, gridOfChart, type ShownChart } from "../report/chart.ts";
import { columnWidths } from "../report/column-widths.ts";
import type { Facts } from "../report/facts.ts";
import { columnsOf } from "../report/figure-columns.ts";
import type { Grid, Line, Piece } from "../report/line.ts";
import type { Shown } from "../report/notes.ts";
import { textWidthOf } from "../report/text-width.ts";
import { call, joined, millimetres, points, string } from "./code.ts";
import { line as letters } from "./font.ts";
import { preamble } from "./preamble.ts";

/** How deep a part stands in the outline of the file. */
const levels: Partial<Record<StyledPart, number>> = { section: 1, appendixTitle: 1, clause: 2, subclause: 3, point: 3 };

/** Parts that stay on the page of what follows. */
const leading: ReadonlySet<StyledPart> = new Set<StyledPart>([
  "section",
  "clause",
  "subclause",
  "point",
  "caption",
  "tableUnit",
  "title",
  "summary",
]);

/** A report in typst's language. */
export function typstSource(report: Report, facts: Facts, layout: StyleSheet, drawChart?: DrawChart): string {
  const { head, title, body, end, appendices, notes } = arrange(
    report,
    facts,
    capitalsOf(layout),
    drawChart === undefined ? "table" : "chart",
  );
  const setting = new Setting(layout, notes, drawChart);
  return `#{
${preamble(report, layout)}
${setting.columns(head, layout.leftColumn.head)}
${setting.pieces([...title, ...body], true)}
v(12pt, weak: true)
block(breakable: false, ${setting.columns([end], layout.leftColumn.end)})
${appendices.map((pieces) => `counter(page).update(0)\npagebreak()\n${setting.pieces(pieces)}`).join("\n")}
}`;
}

class Setting {
  readonly #layout: StyleSheet;
  readonly #notes: readonly (readonly Shown[])[];
  readonly #drawChart: DrawChart | undefined;

  constructor(layout: StyleSheet, notes: readonly (readonly Shown[])[], drawChart: DrawChart | undefined) {
    this.#drawChart = drawChart;
    this.#layout = layout;
    this.#notes = notes;
  }

  /** One below the other; `keepsLast`: with what follows. */
  pieces(pieces: readonly Piece[], keepsLast = false): string {
    return pieces
      .map((piece, i) => {
        const before = pieces[i - 1];
        const above = before === undefined ? 0 : before.is !== "line" ? 6 : (this.#style(before).after ?? 0);
        if (piece.is === "chart") return this.#chart(piece, above);
        return piece.is === "grid" ? this.#grid(piece, above) : this.#line(piece, above, keepsLast && i === pieces.length - 1);
      })
      .join("\n");
  }

  columns(rows: readonly (readonly [readonly Line[], readonly Line[]])[], share: number): string {
    // Space above the first block of a cell is left out by typst unless it is said outright.
    const above = ([first]: readonly Line[]): string => points(first === undefined ? 0 : (this.#style(first).before ?? 0));
    const cells = rows.flat().map((lines) => `{ v(${above(lines)}); ${this.pieces(lines).replaceAll("\n", "; ")} }`);
    return call("grid", { columns: `(${share}fr, ${Number((1 - share).toFixed(6))}fr)` }, ...cells);
  }

  #style({ part }: Line): PartStyle {
    return this.#layout.parts[part];
  }

  #line(line: Line, above: number, keeps: boolean): string {
    const { part, goesOn } = line;
    const { before = 0, left = 0, firstLine = 0, lineSpacing = 1, size, ruled } = this.#style(line);
    const between = leadingOf(size, lineSpacing);
    const words = this.#paragraph(line);
    const heading = levels[part] === undefined ? words : call("heading", { level: String(levels[part]), outlined: "true" }, words);
    return call(
      "block",
      {
        width: "100%",
        above: points(above + before + between),
        below: "0pt",
        inset: `(left: ${millimetres(left + Math.min(firstLine, 0))})`,
        ...(keeps || leading.has(part) ? { sticky: "true" } : {}),
      },
      ruled === undefined || goesOn === true ? heading : call("ruled", {}, String(ruled), heading),
    );
  }

  #paragraph(line: Line): string {
    const { size, bold, italic, alignment, firstLine = 0, lineSpacing = 1 } = this.#style(line);
    const indent =
      firstLine < 0
        ? { "hanging-indent": millimetres(-firstLine) }
        : { "first-line-indent": `(amount: ${millimetres(firstLine)}, all: true)` };
    const words = call(
      "text",
      { size: points(size), weight: bold === true ? '"bold"' : '"regular"', style: italic === true ? '"italic"' : '"normal"' },
      this.#inline(line.spans),
    );
    const set = call("par", { justify: String(alignment === "justify"), leading: points(leadingOf(size, lineSpacing)), ...indent }, words);
    return alignment === "justify" ? set : call("align", {}, alignment, set);
  }

  #chart(chart: ShownChart, above: number): string {
    if (this.#drawChart === undefined) return this.#grid(gridOfChart(chart), above);
    const { svg, width, height } = this.#drawChart(chart, textWidthOf(this.#layout));
    const size = { width: points(width), height: points(height) };
    const picture = call("image", { format: '"svg"', ...size, alt: string(chart.alt) }, `bytes(${string(svg)})`);
    return call("block", { width: "100%", above: points(above + 3), below: "0pt", breakable: "false" }, picture);
  }

  #grid(grid: Grid, above: number): string {
    const width = textWidthOf(this.#layout);
    const right = columnsOf(grid);
    const cell = (part: StyledPart, spans: readonly Shown[], alignment?: PartStyle["alignment"]): string => {
      const style = this.#layout.parts[part];
      const { before = 0, after = 0 } = style;
      const words = call("text", { size: points(style.size), weight: style.bold === true ? '"bold"' : '"regular"' }, this.#inline(spans));
      return call(
        "table.cell",
        { inset: `(top: ${points(before)}, bottom: ${points(after)})`, align: `${alignment ?? style.alignment} + horizon` },
        words,
      );
    };
    const header = grid.header.map((text) => cell("tableHeader", [{ is: "text", text }]));
    const rows = grid.rows.flatMap(({ cells, isTotal }) =>
      cells.map((spans, i) => cell(isTotal ? "tableTotal" : "tableCell", spans, right[i] === true ? "right" : undefined)),
    );
    const columns = columnWidths(grid, this.#layout, width).map(points);
    const table = call("table", { columns: `(${columns.join(", ")},)` }, call("table.header", {}, ...header), ...rows);
    return call("block", { width: "100%", above: points(above), below: "0pt", breakable: "true" }, table);
  }

  #inline(spans: readonly Shown[]): string {
    return joined(
      spans.map((span) => {
        if (span.is === "figure") return string(span.text);
        if (span.is === "text") return standingOut(span);
        return span.first
          ? call("footnote", {}, this.#inline(this.#notes[span.number - 1] ?? []))
          : call("super", {}, string(String(span.number)));
      }),
    );
  }
}

function standingOut({ text, bold, italic }: Extract<Shown, { is: "text" }>): string {
  if (bold !== true && italic !== true) return string(text);
  return call("text", { ...(bold === true ? { weight: '"bold"' } : {}), ...(italic === true ? { style: '"italic"' } : {}) }, string(text));
}

/** From the foot of one line to the top of the next. */
const leadingOf = (size: number, lines: number): number => {
  const { above, below, between } = letters;
  return size * ((above + below + between) * lines - above - below);
};
