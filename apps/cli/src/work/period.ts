import { type Frequency, type Period, period } from "@khop/core";
import { Trouble } from "../trouble.ts";

const two = (text: string): string => text.padStart(2, "0");
const quarters: Readonly<Record<string, string>> = { i: "1", ii: "2", iii: "3", iv: "4" };

/** How people write periods, and the standard's name of each. */
const forms: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
  [/^(\d{4}-(?:M\d{2}|W\d{2}|Q\d|S\d|A1)|\d{4}-01-01\/P9M)$/, ([id = ""]) => id],
  [/^(\d{4})-(\d{1,2})$/, ([year = "", month = ""]) => `${year}-M${two(month)}`],
  [/^(?:tháng |t)?(\d{1,2})\/(\d{4})$/i, ([month = "", year = ""]) => `${year}-M${two(month)}`],
  [/^quý (i{1,3}|iv|\d)\/(\d{4})$/i, ([quarter = "", year = ""]) => `${year}-Q${quarters[quarter.toLowerCase()] ?? quarter}`],
  [/^(?:năm )?(\d{4})$/i, ([year = ""]) => `${year}-A1`],
];

const examples: Readonly<Record<Frequency, string>> = {
  week: "2024-W42",
  month: "2024-10",
  quarter: "2024-Q3",
  half: "2024-S1",
  nineMonths: "2024-01-01/P9M",
  year: "2024",
};

/**
 * The period that is named: "2024-10", "10/2024", "quý III/2024", "2024-Q3", "2024".
 *
 * @throws Trouble for what names none, or one of another frequency than is reported.
 */
export function periodNamed(text: string, frequency: Frequency): Period {
  const example = examples[frequency];
  const bad = new Trouble(
    `"${text}" không phải kỳ báo cáo của chế độ này: viết --period ${example}.`,
    `"${text}" is no period of this regime: write --period ${example}.`,
  );
  for (const [form, idOf] of forms) {
    const [, ...parts] = form.exec(text.trim()) ?? [];
    if (parts.length === 0) continue;
    try {
      const found = period(idOf(parts));
      if (found.frequency !== frequency) throw bad;
      return found;
    } catch {
      throw bad;
    }
  }
  throw bad;
}

/** As people write it in names of files: "2024-10". */
export const periodFile = ({ id }: Period): string => id.replace(/-M(\d\d)$/, "-$1").replace(/\//g, "-");
