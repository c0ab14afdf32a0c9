import { KhopError, type Report, type StyleSheet } from "@khop/core";
import "../errors.ts";
import type { DrawChart } from "../report/chart.ts";
import type { Facts } from "../report/facts.ts";
import { libreFont } from "./font.ts";
import { typstSource } from "./source.ts";

/** Typst, as `NodeCompiler` of `@myriaddreamin/typst-ts-node-compiler` is it: made with the folders of the fonts that it may use. */
export interface TypstEngine {
  pdf(source: { mainFileContent: string }, options: { pdfStandard: string; creationTimestamp?: number }): Uint8Array;
}

export interface WritePdfOptions {
  /** The quantities that the report's figures are written from. */
  readonly facts: Facts;
  /** How the report is set on paper. */
  readonly layout: StyleSheet;
  /** Draws the report's charts; without it each stands as the table of its figures. */
  readonly drawChart?: DrawChart;
}

/**
 * A report as PDF/A-2 in the official layout, its font embedded: a libre one that is as wide as Times New Roman, letter by letter.
 *
 * - Shape: the same report, facts, layout and version of typst give the same bytes; the date of the file is the report's, and the first day
 *   of 1980 for one that has none.
 * @throws KhopError `writer/no-print-font` for a font that nothing stands for or that typst does not find, and what `writeDocx` throws.
 */
export function writePdf(engine: TypstEngine, report: Report, { facts, layout, drawChart }: WritePdfOptions): Uint8Array {
  const creationTimestamp = Date.parse(`${report.date ?? "1980-01-01"}T00:00:00Z`) / 1000;
  const bytes = engine.pdf({ mainFileContent: typstSource(report, facts, layout, drawChart) }, { pdfStandard: "a-2b", creationTimestamp });
  mustEmbed(libreFont(layout.font), bytes);
  return new Uint8Array(bytes);
}

/** Typst writes with what it has, and says nothing, where a font is not there. */
function mustEmbed(font: string, bytes: Uint8Array): void {
  const fonts = [...new TextDecoder("latin1").decode(bytes).matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g)];
  const others = fonts.map(([, name = ""]) => name).filter((name) => !name.startsWith(`${font}-`));
  if (fonts.length > 0 && others.length === 0) return;
  throw new KhopError(
    "writer/no-print-font",
    `Typst found no font "${font}" and took ${others[0] ?? "none"}. Make its NodeCompiler with the folders of the font's files: { fontArgs: [{ fontPaths: […] }] }.`,
    { font },
  );
}
