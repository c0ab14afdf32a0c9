import type { Report } from "@khop/core";
import { type Arranged, arrange } from "./arrange.ts";
import { type DrawChart, gridOfChart } from "./chart.ts";
import type { Facts } from "./facts.ts";
import type { Grid, Line, Piece } from "./line.ts";
import type { Shown } from "./notes.ts";

export interface WriteOptions {
  /** The quantities that the report's figures are written from. */
  readonly facts: Facts;
}

export interface DrawOptions {
  /** Draws the report's charts; without it each stands as the table of its figures. */
  readonly drawChart?: DrawChart;
}

/**
 * A report as Markdown, with the tables and footnotes that GitHub and Pandoc know.
 *
 * @throws KhopError `writer/unknown-fact`, `writer/bad-note` or `writer/uneven-table` where the report does not fit together.
 */
export function writeMarkdown(report: Report, { facts }: WriteOptions): string {
  const { head, title, body, end, appendices, notes }: Arranged = arrange(report, facts);
  const blocks = [
    ...head.flatMap(([left, right]) => [...left, ...right]).map(lineOf),
    ...title.map(lineOf),
    ...body.map(blockOf),
    ...end
      .flat()
      .filter(({ part }) => part !== "signature" || report.signatureBlock.signature !== undefined)
      .map(lineOf),
    ...appendices.flatMap((pieces) => pieces.map(blockOf)),
    ...notes.map((spans, i) => `[^${i + 1}]: ${inline(spans)}`),
  ];
  return `${blocks.reduce((text, block, i) => text + (i === 0 ? "" : separator(blocks[i - 1] as string, block)) + block, "")}\n`;
}

/** Items of one list stand close together. */
const separator = (before: string, block: string): string => (before.startsWith("- ") && block.startsWith("- ") ? "\n" : "\n\n");

const blockOf = (piece: Piece): string => (piece.is === "line" ? lineOf(piece) : gridOf(piece.is === "chart" ? gridOfChart(piece) : piece));

const before: Partial<Record<Line["part"], string>> = {
  title: "# ",
  section: "## ",
  clause: "### ",
  subclause: "#### ",
  point: "#### ",
  appendixNumber: "# ",
};
const bold: ReadonlySet<Line["part"]> = new Set([
  "nationalName",
  "motto",
  "body",
  "draft",
  "summary",
  "caption",
  "authority",
  "position",
  "signer",
  "appendixTitle",
]);
const italic: ReadonlySet<Line["part"]> = new Set(["placeDate", "legalBasis", "tableUnit", "appendixReference"]);

function lineOf({ part, spans }: Line): string {
  const text = inline(spans);
  if (part === "recipientsTitle") return `***${text}***`;
  if (bold.has(part)) return `**${text}**`;
  return italic.has(part) ? `*${text}*` : `${before[part] ?? ""}${text}`;
}

function gridOf({ header, rows }: Grid): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const cell = (spans: readonly Shown[], isTotal: boolean): string => {
    const text = inline(spans).replaceAll("|", "\\|");
    return isTotal && text !== "" ? `**${text}**` : text;
  };
  return [
    row(header.map((text) => escaped(text).replaceAll("|", "\\|"))),
    row(header.map((_, i) => (i === 0 ? "---" : "---:"))),
    ...rows.map(({ cells, isTotal }) => row(cells.map((spans) => cell(spans, isTotal)))),
  ].join("\n");
}

const inline = (spans: readonly Shown[]): string =>
  spans.map((span) => (span.is === "note" ? `[^${span.number}]` : starred(span))).join("");

/** Words that stand out, their stars against them and not against the spaces around. */
function starred(span: Exclude<Shown, { is: "note" }>): string {
  const stars = span.is === "text" ? "*".repeat((span.bold === true ? 2 : 0) + (span.italic === true ? 1 : 0)) : "";
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(span.text) ?? [];
  return words === "" ? escaped(span.text) : `${before}${stars}${escaped(words)}${stars}${after}`;
}

const escaped = (text: string): string => text.replace(/[\\*[\]]|^#|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, "\\$&").replace(/\s*\n\s*/g, " ");
