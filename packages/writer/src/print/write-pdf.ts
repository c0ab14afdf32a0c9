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
 * @throws KhopError `writer/no-print-font` for a font that nothing stands for or that typst does not find, `writer/no-glyph` for a text that the
 *   font cannot show, and what `writeDocx` throws.
 */
export function writePdf(engine: TypstEngine, report: Report, { facts, layout, drawChart }: WritePdfOptions): Uint8Array {
  const creationTimestamp = Date.parse(`${report.date ?? "1980-01-01"}T00:00:00Z`) / 1000;
  const bytes = printed(() =>
    engine.pdf({ mainFileContent: typstSource(report, facts, layout, drawChart) }, { pdfStandard: "a-2b", creationTimestamp }),
  );
  mustEmbed(libreFont(layout.font), bytes);
  return new Uint8Array(bytes);
}

/** PDF/A holds nothing that its font cannot show; typst names the text. */
function printed(print: () => Uint8Array): Uint8Array {
  try {
    return print();
  } catch (error) {
    const text = /the text `\\?"(.+?)\\?"` could not be displayed/.exec(error instanceof Error ? error.message : "")?.[1];
    if (text === undefined) throw error;
    throw new KhopError(
      "writer/no-glyph",
      `Phông chữ của bản in không có ký tự "${text}"; hãy bỏ hoặc thay ký tự đó trong báo cáo. / The font of the printed report cannot show "${text}"; take it out of the report, or write it otherwise.`,
      { text },
      { cause: error },
    );
  }
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
