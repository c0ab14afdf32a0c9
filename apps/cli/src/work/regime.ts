import { parseReportRegime, type ReportRegime, reportRegimes } from "@khop/catalog/report";
import { isKhopError, nearest } from "@khop/core";
import { readSource } from "../input/source.ts";
import { Trouble } from "../trouble.ts";

/**
 * The regime that is named: one that comes with khop, or one of your own in a JSON file.
 *
 * @throws Trouble for a name that is neither, or a file whose data do not fit together.
 */
export function regimeNamed(name: string): ReportRegime {
  const known = reportRegimes.find(({ id }) => id === name);
  if (known !== undefined) return known;
  if (!/\.json$/i.test(name)) throw unknown(name);
  return parseRegime(name, textOf(name));
}

function textOf(file: string): string {
  const source = readSource(file);
  if ("text" in source) return source.text;
  throw new Trouble(`${file} không phải tệp JSON: hãy xem lại tệp.`, `${file} is no JSON file: look at it again.`);
}

function parseRegime(file: string, text: string): ReportRegime {
  try {
    return parseReportRegime(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw badJson(file, error);
    if (!isKhopError(error, "catalog/bad-report-regime")) throw error;
    const say = (language: "vi" | "en"): string => error.info.issues.map((one) => `${one.place}: ${one[language]}`).join("; ");
    throw new Trouble(
      `${file} không dùng được làm chế độ báo cáo: ${say("vi")}.`,
      `${file} cannot be used as a report regime: ${say("en")}.`,
    );
  }
}

/** A file that is not written as JSON. */
export const badJson = (file: string, { message }: SyntaxError): Trouble =>
  new Trouble(`${file} sai cú pháp JSON (${message}): hãy sửa lại tệp.`, `${file} is not well-formed JSON (${message}): mend the file.`);

function unknown(name: string): Trouble {
  const ids = reportRegimes.map(({ id }) => id);
  const near = nearest(name, ids);
  return new Trouble(
    `Không có chế độ báo cáo "${name}"${near ? `; có phải ý bạn là ${near}?` : `. Có: ${ids.join(", ")}.`} Xem khop regimes, hoặc nêu một tệp .json của riêng bạn.`,
    `There is no report regime "${name}"${near ? `; did you mean ${near}?` : `. There is ${ids.join(", ")}.`} See khop regimes, or name a .json file of your own.`,
  );
}
