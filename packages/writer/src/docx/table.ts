import type { StyleSheet } from "@khop/core";
import { escapeXml } from "@khop/ooxml";
import { columnsOf } from "../report/figure-columns.ts";
import type { Grid } from "../report/line.ts";
import { type Shown, wordsOf } from "../report/notes.ts";
import type { FigureList } from "./figures-part.ts";
import { twipsOfPoints } from "./measures.ts";
import { runsOf } from "./paragraphs.ts";
import { styleId } from "./styles.ts";
import { textWidth } from "./text-width.ts";

/** Room beside the words of a cell, both sides together. */
const padding = 216;

/** A table with a header that is repeated on every page, and figures set to the right. */
export function tableOf(grid: Grid, figures: FigureList, layout: StyleSheet, total: number): string {
  const widths = widthsOf(grid, layout, total);
  const right = columnsOf(grid);
  const cell = (width: number, content: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
  const header = grid.header.map((text, i) =>
    cell(
      widths[i] as number,
      `<w:p><w:pPr><w:pStyle w:val="${styleId("tableHeader")}"/><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`,
    ),
  );
  const body = (spans: readonly Shown[], i: number, isTotal: boolean): string => {
    const aligned = right[i] === true ? '<w:jc w:val="right"/>' : "";
    return cell(
      widths[i] as number,
      `<w:p><w:pPr><w:pStyle w:val="${styleId(isTotal ? "tableTotal" : "tableCell")}"/>${aligned}</w:pPr>${runsOf(spans, figures)}</w:p>`,
    );
  };
  return `<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${header.join("")}</w:tr>${grid.rows
    .map(({ cells, isTotal }) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((spans, i) => body(spans, i, isTotal)).join("")}</w:tr>`)
    .join("")}</w:tbl>`;
}

/** Columns as wide as their words ask for, in all as wide as the page; none narrower than its longest word where that can be. */
function widthsOf({ header, rows }: Grid, { parts }: StyleSheet, total: number): number[] {
  const wide = (text: string, bold: boolean): number => twipsOfPoints(textWidth(text, parts.tableCell.size, bold)) + padding;
  const widest = (texts: readonly string[], bold: boolean): number => Math.max(0, ...texts.map((text) => wide(text, bold)));
  const least = header.map((text, i) => {
    const cells = rows.map(({ cells }) => wordsOf(cells[i] ?? []));
    return Math.max(widest(text.split(" "), true), widest(i === 0 ? cells.flatMap((words) => words.split(" ")) : cells, true));
  });
  const wanted = header.map((text, i) =>
    Math.max(
      least[i] as number,
      wide(text, true) / 2,
      widest(
        rows.map(({ cells }) => wordsOf(cells[i] ?? [])),
        true,
      ),
    ),
  );
  const [leastSum, wantedSum] = [least, wanted].map((list) => list.reduce((sum, width) => sum + width, 0)) as [number, number];
  // Between what is needed and what is wanted as far as the page goes; what is left over is shared out.
  const reach = wantedSum <= leastSum ? 1 : Math.min(1, Math.max(0, (total - leastSum) / (wantedSum - leastSum)));
  const taken = least.map((width, i) => width + ((wanted[i] as number) - width) * reach);
  const sum = taken.reduce((all, width) => all + width, 0);
  const widths = taken.map((width) => Math.floor((width / sum) * total));
  return widths.map((width, i) => (i === 0 ? width + total - widths.reduce((all, one) => all + one, 0) : width));
}
