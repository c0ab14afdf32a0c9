import { extname } from "node:path";
import { type Material, type Prepared, type ReportFormat, writeReport } from "@khop/reporting";
import { Trouble } from "../trouble.ts";
import { drawer } from "./drawer.ts";

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

/** The bytes of a report in the format of a file's ending; of .xlsx the appendix of its figures. */
export async function written(prepared: Prepared, file: string, material: Material): Promise<string | Uint8Array> {
  const format = endingOf(file).slice(1) as ReportFormat;
  const printer = format === "pdf" ? (await import("./printer.ts")).printer : nothingToPrint;
  return writeReport(prepared, format, material, { printer, drawer });
}

const nothingToPrint = (): never => {
  throw new TypeError("unreachable: only PDF is printed");
};
