import { existsSync, statSync } from "node:fs";
import { factsIn, rowsOf } from "@khop/catalog/report";
import { factKey, type OrgUnit } from "@khop/core";
import { csvOf, networkFrom } from "@khop/reporting";
import type { Arguments } from "./arguments.ts";
import { example } from "./compose/example.ts";
import { print, printError, writeOutput } from "./output.ts";
import { issueLines } from "./show/composed.ts";
import { doubtLines, importedLine } from "./show/imported.ts";
import { Trouble } from "./trouble.ts";
import { jsonOfFacts } from "./work/facts-json.ts";
import { workingFolder } from "./work/folder.ts";
import { periodNamed } from "./work/period.ts";
import { type ReadFacts, readFacts, type Wanted } from "./work/read-facts.ts";
import { regimeNamed } from "./work/regime.ts";
import { factsFile } from "./work/write-facts.ts";

/** `khop facts import|export`: 0 when every cell was taken, 1 when some were not. */
export async function facts(given: Arguments): Promise<number> {
  const [action, source, ...others] = given.operands;
  if ((action !== "import" && action !== "export") || others.length > 0) {
    throw new Trouble(
      "Lệnh khop facts có hai việc: khop facts import so-lieu.csv --to so-lieu.json, và khop facts export so-lieu.json --to so-lieu.csv.",
      "khop facts does two things: khop facts import figures.csv --to figures.json, and khop facts export figures.json --to figures.csv.",
    );
  }
  if (action === "import" && source !== undefined && isReport(source)) return importReport(source, given);
  const { wanted, read } = given.example ? exampleFacts() : readFrom(source, given);
  const { facts: told, issues } = read;
  const written = action === "export" && given.all ? allOf(wanted, read) : told;
  if (given.to === undefined) print(action === "import" ? jsonOfFacts(wanted.regime.id, written) : csvOf(rowsOf(wanted.regime, written)));
  else writeOutput(given.to, factsFile(given.to, wanted.regime, written));
  printError(issueLines(issues, given.language));
  if (given.to !== undefined && !given.quiet) {
    const said = { vi: `Đã ghi ${given.to}: ${written.length} số liệu.`, en: `Wrote ${given.to}: ${written.length} figures.` };
    printError(`${said[given.language]}\n`);
  }
  return issues.length > 0 ? 1 : 0;
}

/** What is no table of figures is a report: Word, PDF, a page, a text. */
const isReport = (file: string): boolean =>
  !/\.(?:csv|tsv|xlsx|xlsm|json)$/i.test(file) && !(existsSync(file) && statSync(file).isDirectory());

/** The figures of a report: those that are surely of one place are written, the others listed. */
async function importReport(source: string, given: Arguments): Promise<number> {
  const { wanted } = wantedBy(source, given);
  if (wanted.period === undefined) {
    throw new Trouble(
      `Chưa nêu kỳ của báo cáo: viết khop facts import ${source} --period 2024-10.`,
      `The period of the report was not named: write khop facts import ${source} --period 2024-10.`,
    );
  }
  const { factsInReport } = await import("./work/report-facts.ts");
  const found = await factsInReport(source, { ...wanted, period: wanted.period }, given);
  const { language, to, quiet } = given;
  if (to === undefined) print(jsonOfFacts(wanted.regime.id, found.facts, found.sure));
  else writeOutput(to, factsFile(to, wanted.regime, found.facts, found.sure));
  printError(doubtLines(found, language));
  if (to !== undefined && !quiet) printError(importedLine(found, to, language));
  return found.doubts.length > 0 ? 1 : 0;
}

interface Source {
  readonly wanted: Wanted & { readonly unit: OrgUnit };
  readonly read: ReadFacts;
}

function readFrom(source: string | undefined, given: Arguments): Source {
  const { wanted } = wantedBy(source, given);
  return { wanted, read: readFacts(source as string, wanted) };
}

function wantedBy(source: string | undefined, { regime: named, period: when, orgUnit: whose }: Arguments): Pick<Source, "wanted"> {
  const settings = workingFolder()?.settings;
  const regimeId = named ?? settings?.regime;
  if (source === undefined || regimeId === undefined) {
    throw new Trouble(
      "Cần nêu tệp số liệu và chế độ báo cáo: viết khop facts import so-lieu.csv --regime department-monthly --period 2024-10.",
      "Name the file of figures and the regime: write khop facts import figures.csv --regime department-monthly --period 2024-10.",
    );
  }
  const regime = regimeNamed(regimeId);
  const { id = "don-vi", name = "" } = settings?.orgUnit ?? {};
  const unit: OrgUnit = { id: whose ?? id, name, level: regime.level, parent: null, validFrom: null, validTo: null };
  const wanted = { regime, unit, orgUnit: unit.id, ...(when === undefined ? {} : { period: periodNamed(when, regime.frequency) }) };
  return { wanted };
}

function exampleFacts(): Source {
  const { regime, orgUnit: unit, period, facts: told } = example();
  return { wanted: { regime, unit, orgUnit: unit.id, period }, read: { facts: told, issues: [] } };
}

/** What was told, and what follows from it. */
function allOf({ regime, unit, period }: Source["wanted"], { facts: told }: ReadFacts): ReadFacts["facts"] {
  const named = told.map((one) => one.period).filter(({ frequency }) => frequency === regime.frequency);
  const periods = period === undefined ? [...new Map(named.map((one) => [one.id, one])).values()] : [period];
  const all = periods.flatMap((of) => factsIn(networkFrom({ regime, orgUnit: unit, period: of, facts: told })));
  return [...new Map(all.map((fact) => [factKey(fact), fact])).values()];
}
