import { extname } from "node:path";
import { styleSheets } from "@khop/catalog";
import { type Period, regimeOn, type StyleSheet, windowOf } from "@khop/core";
import { writeDocx, writeHtml, writeMarkdown } from "@khop/writer/report";
import { Trouble } from "../trouble.ts";
import type { Prepared } from "./prepare.ts";

/** Formats that a report is written in, by the endings of their files. */
const endings = [".docx", ".pdf", ".html", ".md"] as const;
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

/** The bytes of a report in the format of a file's ending. */
export async function written({ report, facts }: Prepared, file: string, period: Period): Promise<string | Uint8Array> {
  const layout = layoutOn(report.date, period);
  switch (endingOf(file)) {
    case ".docx":
      return writeDocx(report, { facts, layout });
    case ".html":
      return writeHtml(report, { facts, layout });
    case ".md":
      return writeMarkdown(report, { facts });
    case ".pdf": {
      const [{ writePdf }, { printer }] = await Promise.all([import("@khop/writer/print"), import("./printer.ts")]);
      return writePdf(printer(), report, { facts, layout });
    }
  }
}
