import type { Said } from "@khop/core";
import type { Material, Prepared } from "@khop/reporting";
import type { Language } from "../language.ts";
import type { FileIssue } from "../work/read-facts.ts";

/** How many are listed before the rest is only counted. */
const shown = 12;

/** The first of many names, and how many more there are. */
export const fewOf = (names: readonly string[], language: Language): string[] => listed(names, language);

const listed = (lines: readonly string[], language: Language): string[] =>
  lines.length <= shown
    ? [...lines]
    : [...lines.slice(0, shown), language === "vi" ? `… và ${lines.length - shown} dòng nữa` : `… and ${lines.length - shown} more`];

/** Cells that could not be taken, each with its place. */
export function issueLines(issues: readonly FileIssue[], language: Language): string {
  if (issues.length === 0) return "";
  const head = language === "vi" ? `${issues.length} ô chưa nhận được:` : `${issues.length} cells could not be taken:`;
  const lines = issues.map((one) => `${one.file}, ${one.place}: ${one[language]}`);
  return `${head}\n${listed(lines, language)
    .map((line) => `  ${line}\n`)
    .join("")}`;
}

/** What was composed, what is missing in it and what does not fit, as the terminal shows it. */
export function composedLines(
  { facts, missing, unwritten, findings, report, network }: Prepared,
  { regime }: Material,
  files: readonly string[],
  language: Language,
): string {
  const names = new Map(network.cells.map(({ id, label }) => [id, label]));
  const lines: string[] = [];
  const say = (said: Said): void => {
    lines.push(said[language]);
  };
  const figures = facts.size;
  if (files.length > 0)
    say({
      vi: `Đã ghi ${files.join(", ")}: ${figures} số liệu${report.draft === true ? ", bản dự thảo (chưa có số hoặc ngày: --number, --date)" : ""}.`,
      en: `Wrote ${files.join(", ")}: ${figures} figures${report.draft === true ? ", a draft (it has no number or no date: --number, --date)" : ""}.`,
    });
  if (missing.length > 0) {
    say({ vi: `Chưa có ${missing.length} số liệu, trong báo cáo để "…":`, en: `${missing.length} figures are missing and stand as "…":` });
    lines.push(
      ...listed(
        missing.map((key) => `  ${names.get(key) ?? key}`),
        language,
      ),
    );
  }
  if (unwritten.length > 0) {
    const titles = titlesOf(regime.sections);
    say({
      vi: `Chưa có lời văn (để trống): ${unwritten.map((id) => titles.get(id) ?? id).join("; ")}.`,
      en: `Not written yet (left out): ${unwritten.join(", ")}.`,
    });
  }
  for (const { message, severity } of findings) if (severity !== "info") lines.push(`${marks[severity][language]} ${message[language]}`);
  return lines.map((line) => `${line}\n`).join("");
}

const marks = {
  error: { vi: "LỖI", en: "ERROR" },
  warning: { vi: "CẢNH BÁO", en: "WARNING" },
  review: { vi: "XEM LẠI", en: "REVIEW" },
} as const;

type Sections = Material["regime"]["sections"];

function titlesOf(sections: Sections): ReadonlyMap<string, string> {
  const all = (some: Sections): [string, string][] =>
    some.flatMap(({ id, title, sections: below = [] }): [string, string][] => [[id, title], ...all(below)]);
  return new Map(all(sections));
}
