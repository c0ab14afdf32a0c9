import { escapeXml } from "@khop/ooxml";
import { addressOf } from "./formula-text.ts";
import { spreadsheet } from "./parts.ts";
import type { Look, Styles } from "./styles-part.ts";

/** What stands in a cell: nothing, text, or a number as a decimal string, with the formula that makes it. */
export interface SheetCell {
  readonly text?: string;
  readonly number?: string;
  readonly formula?: string;
  readonly look: Look;
}

export interface SheetRow {
  readonly cells: readonly (SheetCell | null)[];
  /** Points; as the program sees fit where left out. */
  readonly height?: number;
}

type Stretch = readonly [first: Corner, last: Corner];
interface Corner {
  readonly column: number;
  readonly row: number;
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** In signs. */
  readonly widths: readonly number[];
  readonly merged: readonly Stretch[];
  /** Columns and rows that stay when the rest is scrolled. */
  readonly frozen: { readonly columns: number; readonly rows: number };
}

/** A sheet on A4, sideways, as wide as the page, its pages numbered. */
export function sheetXml({ rows, widths, merged, frozen }: Sheet, styles: Styles): string {
  const corner = addressOf({ column: frozen.columns + 1, row: frozen.rows + 1 });
  const body = rows.map(({ cells, height }, i) => {
    const tall = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
    return `<row r="${i + 1}"${tall}>${cells.map((cell, j) => (cell === null ? "" : cellXml(cell, addressOf({ column: j + 1, row: i + 1 }), styles))).join("")}</row>`;
  });
  const stretches = merged.map(([first, last]) => `<mergeCell ref="${addressOf(first)}:${addressOf(last)}"/>`);
  return `<worksheet ${spreadsheet}>${[
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="${frozen.columns}" ySplit="${frozen.rows}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15.75"/>',
    `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`,
    `<sheetData>${body.join("")}</sheetData>`,
    stretches.length === 0 ? "" : `<mergeCells count="${stretches.length}">${stretches.join("")}</mergeCells>`,
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.59" right="0.59" top="0.79" bottom="0.59" header="0.39" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;C&amp;"Times New Roman,Regular"&amp;12&amp;P/&amp;N</oddFooter></headerFooter>',
  ].join("")}</worksheet>`;
}

function cellXml({ text, number, formula, look }: SheetCell, at: string, styles: Styles): string {
  if (number !== undefined) {
    const made = formula === undefined ? "" : `<f>${escapeXml(formula)}</f>`;
    return `<c r="${at}" s="${styles.of(look)}">${made}<v>${number}</v></c>`;
  }
  if (text === undefined || text === "") return `<c r="${at}" s="${styles.of(look)}"/>`;
  const style = styles.of(/^[=+\-@\t\r]/.test(text) ? { ...look, quoted: true } : look);
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}
