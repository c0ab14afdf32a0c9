import { styleSheets } from "@khop/catalog";
import type { ReportRegime } from "@khop/catalog/report";
import { type Block, type Period, periodName, type Report, regimeOn, type Section, type StyleSheet, windowOf } from "@khop/core";
import type { TypstEngine } from "@khop/writer/print";
import { type DrawChart, writeDocx, writeHtml, writeMarkdown } from "@khop/writer/report";
import type { SheetGroup } from "@khop/writer/sheet";
import type { Material, Prepared } from "./prepare.ts";

/** Formats that a report is written in; xlsx is the appendix of its figures. */
export const reportFormats = ["docx", "pdf", "html", "md", "xlsx"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Programs that write what needs more than this: asked for only when a report does. */
export interface Engines {
  readonly printer: () => TypstEngine;
  /** None where charts are written as tables. */
  readonly drawer: () => Promise<DrawChart | undefined>;
}

/** The bytes, or the text, of a report. */
export async function writeReport(
  prepared: Prepared,
  format: ReportFormat,
  material: Material,
  { printer, drawer }: Engines,
): Promise<string | Uint8Array> {
  const { report, facts, network } = prepared;
  if (format === "xlsx") return appendix(network, material);
  if (format === "md") return writeMarkdown(report, { facts });
  const drawChart = hasCharts(report) ? await drawer() : undefined;
  const options = { facts, layout: layoutOn(report.date, material.period), ...(drawChart === undefined ? {} : { drawChart }) };
  if (format === "docx") return writeDocx(report, options);
  if (format === "html") return writeHtml(report, options);
  const { writePdf } = await import("@khop/writer/print");
  return writePdf(printer(), report, options);
}

/** The rules of layout on the day of the report, or that its figures close. */
function layoutOn(date: string | null, period: Period): StyleSheet {
  const day = date ?? windowOf(period)?.to ?? `${period.year}-12-31`;
  return regimeOn(styleSheets, day) ?? (styleSheets[0] as StyleSheet);
}

/** Whether a report shows a picture of its figures anywhere. */
function hasCharts({ opening = [], sections, closing = [], appendices = [] }: Report): boolean {
  const isChart = ({ is }: Block): boolean => is === "chart";
  const shows = ({ blocks, sections: below = [] }: Pick<Section, "blocks" | "sections">): boolean =>
    blocks.some(isChart) || below.some(shows);
  return opening.some(isChart) || closing.some(isChart) || [...sections, ...appendices].some(shows);
}

async function appendix(network: Prepared["network"], { regime, orgUnit, period }: Material): Promise<Uint8Array> {
  const { writeXlsx } = await import("@khop/writer/sheet");
  const groups = (sections: ReportRegime["sections"]): SheetGroup[] =>
    sections.flatMap(({ title, indicators = [], sections: below = [] }) => [
      ...(indicators.length > 0 ? [{ title, indicators }] : []),
      ...groups(below),
    ]);
  return writeXlsx({
    network,
    indicators: regime.indicators,
    groups: groups(regime.sections),
    orgUnit: orgUnit.id,
    period,
    title: `Phụ lục số liệu ${periodName(period)}`,
  });
}
