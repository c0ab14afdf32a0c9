import { extname } from "node:path";
import type { Arguments } from "../arguments.ts";
import { printError, writeOutput } from "../output.ts";
import { Trouble } from "../trouble.ts";
import { askedFor } from "./asked.ts";
import { answered, lineTo } from "./line.ts";

const facts = { ".csv": "facts.csv", ".xlsx": "facts.xlsx", ".json": "facts.json" } as const;
const reports = { ".docx": "docx", ".pdf": "pdf", ".html": "html", ".md": "md" } as const;

const isFacts = (ending: string): ending is keyof typeof facts => Object.hasOwn(facts, ending);
const isReport = (ending: string): ending is keyof typeof reports => Object.hasOwn(reports, ending);

/** `khop fetch --to FILE`: the figures of a unit and period, or the report that was drafted from them, by the file's ending. */
export async function fetchFile(given: Arguments): Promise<number> {
  const { to = "", language, quiet } = given;
  const ending = extname(to).toLowerCase();
  if (!isFacts(ending) && !isReport(ending)) {
    throw new Trouble(
      "Hãy nêu tệp để ghi: --to so-lieu.csv (.xlsx, .json) là số liệu, --to bao-cao.docx (.pdf, .html, .md) là báo cáo.",
      "Name the file to write: --to figures.csv (.xlsx, .json) for figures, --to report.docx (.pdf, .html, .md) for the report.",
    );
  }
  const { regime, period, orgUnit } = askedFor(given);
  const { khop, province } = await lineTo(given);
  const query = { regime: regime.id, period: period.id, orgUnit };
  const file = isFacts(ending)
    ? await khop.GET(`/api/v1/provinces/{province}/${facts[ending]}`, { params: { path: { province }, query }, parseAs: "arrayBuffer" })
    : await khop.GET("/api/v1/provinces/{province}/reports/{regime}/{period}/{orgUnit}/document", {
        params: { path: { province, ...query }, query: { format: reports[ending] } },
        parseAs: "arrayBuffer",
      });
  writeOutput(to, new Uint8Array(answered(file) as ArrayBuffer));
  if (!quiet) printError({ vi: `Đã ghi ${to}.\n`, en: `Wrote ${to}.\n` }[language]);
  return 0;
}
