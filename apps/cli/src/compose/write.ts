import { extname } from "node:path";
import { type Engines, type Material, type Prepared, type ReportFormat, reportFormats, writeReport } from "@khop/reporting";
import { Trouble } from "../trouble.ts";

/** @throws Trouble for an ending that names no format. */
export function formatOf(file: string): ReportFormat {
  const ending = extname(file).toLowerCase().slice(1);
  const found = reportFormats.find((one) => one === ending || (ending === "htm" && one === "html"));
  if (found !== undefined) return found;
  const endings = reportFormats.map((one) => `.${one}`).join(", ");
  throw new Trouble(
    `Không ghi được báo cáo vào ${file}: tên tệp phải kết thúc bằng ${endings}.`,
    `A report cannot be written to ${file}: its name must end in ${endings}.`,
  );
}

/** The bytes of a report in the format of a file's ending; of .xlsx the appendix of its figures. */
export const written = (prepared: Prepared, file: string, material: Material, engines: Engines): Promise<string | Uint8Array> =>
  writeReport(prepared, formatOf(file), material, engines);
