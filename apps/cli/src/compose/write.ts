import { extname } from "node:path";
import { styleSheets } from "@khop/catalog";
import type { ReportRegime } from "@khop/catalog/report";
import { type Period, periodName, regimeOn, type StyleSheet, windowOf } from "@khop/core";
import { writeDocx, writeHtml, writeMarkdown } from "@khop/writer/report";
import type { SheetGroup } from "@khop/writer/sheet";
import { Trouble } from "../trouble.ts";
import { drawer, hasCharts } from "./drawer.ts";
import type { Material, Prepared } from "./prepare.ts";

/** Formats that a report is written in, by the endings of their files. */
const endings = [".docx", ".pdf", ".html", ".md", ".xlsx"] as const;
type Ending = (typeof endings)[number];

/** @throws Trouble for an ending that names no format. */
export function endingOf(file: string): Ending {
  const ending = extname(file).toLowerCase();
  const found = endings.find((one) => one === ending || (ending === ".htm" && one === ".html"));
  if (found !== undefined) return found;
  throw new Trouble(
    `Không ghi được báo cáo vào ${file}: tên tệp phải kết thúc bằng ${endings.join(", ")}.`,
    `A report cannot be written to ${file}: its name must end in ${endings.join(", ")}.`,
  );
}

/** The rules of layout on the day of the report, or that its figures close. */
function layoutOn(date: string | null, period: Period): StyleSheet {
  const day = date ?? windowOf(period)?.to ?? `${period.year}-12-31`;
  return regimeOn(styleSheets, day) ?? (styleSheets[0] as StyleSheet);
}

/** The bytes of a report in the format of a file's ending; of .xlsx the appendix of its figures. */
export async function written({ report, facts, network }: Prepared, file: string, material: Material): Promise<string | Uint8Array> {
  const layout = layoutOn(report.date, material.period);
  const ending = endingOf(file);
  switch (ending) {
    case ".xlsx":
      return appendix(network, material);
    case ".md":
      return writeMarkdown(report, { facts });
    default: {
      const drawChart = hasCharts(report) ? await drawer() : undefined;
      const options = { facts, layout, ...(drawChart === undefined ? {} : { drawChart }) };
      if (ending === ".docx") return writeDocx(report, options);
      if (ending === ".html") return writeHtml(report, options);
      const [{ writePdf }, { printer }] = await Promise.all([import("@khop/writer/print"), import("./printer.ts")]);
      return writePdf(printer(), report, options);
    }
  }
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
