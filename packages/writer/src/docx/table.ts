import type { StyleSheet } from "@khop/core";
import { escapeXml } from "@khop/ooxml";
import { columnWidths } from "../report/column-widths.ts";
import { columnsOf } from "../report/figure-columns.ts";
import type { Grid } from "../report/line.ts";
import type { Shown } from "../report/notes.ts";
import type { FigureList } from "./figures-part.ts";
import { runsOf } from "./paragraphs.ts";
import { styleId } from "./styles.ts";

/** A table with a header that is repeated on every page, and figures set to the right. */
export function tableOf(grid: Grid, figures: FigureList, layout: StyleSheet, total: number): string {
  const widths = columnWidths(grid, layout, total / 20).map((width) => Math.round(width * 20));
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
