import type { StyleSheet } from "@khop/core";
import type { Line } from "../report/line.ts";
import type { FigureList } from "./figures-part.ts";
import { paragraphOf } from "./paragraphs.ts";

/** Two columns without borders, row by row; no row is torn over two pages. */
export function columnsOf(
  rows: readonly (readonly [left: readonly Line[], right: readonly Line[]])[],
  share: number,
  total: number,
  layout: StyleSheet,
  figures: FigureList,
): string {
  const left = Math.round(total * share);
  const widths = [left, total - left];
  const cell = (lines: readonly Line[], width: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${lines.map((line) => paragraphOf(line, figures, layout, width)).join("") || "<w:p/>"}</w:tc>`;
  const none = (sides: readonly string[]): string => sides.map((side) => `<w:${side} w:w="0" w:type="dxa"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>${none(["left", "right"])}</w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${rows
    .map((row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.map((lines, i) => cell(lines, widths[i] as number)).join("")}</w:tr>`)
    .join("")}</w:tbl>`;
}
