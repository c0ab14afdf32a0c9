import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ReportRegime, RowIssue } from "@khop/catalog/report";
import type { Fact, Period } from "@khop/core";
import { factsInCsv, factsInXlsx } from "@khop/reporting";
import { packageTrouble } from "../input/package.ts";
import { readSource } from "../input/source.ts";
import { Trouble } from "../trouble.ts";
import { factsInJson } from "./facts-json.ts";

export interface Wanted {
  readonly regime: ReportRegime;
  readonly orgUnit: string;
  readonly period?: Period;
}

/** An issue of a table, and of which file. */
export interface FileIssue extends RowIssue {
  readonly file: string;
}

export interface ReadFacts {
  readonly facts: readonly Fact[];
  readonly issues: readonly FileIssue[];
}

const formats = /\.(?:csv|tsv|xlsx|xlsm|json)$/i;

/**
 * Facts from a file, or all files of a folder in the order of their names: CSV, Excel or JSON. A fact that a later file tells again
 * takes the place of the earlier.
 *
 * @throws Trouble for what cannot be read at all; cells that cannot be taken are issues.
 */
export function readFacts(path: string, wanted: Wanted): ReadFacts {
  const files = filesIn(path);
  const facts: Fact[] = [];
  const issues: FileIssue[] = [];
  for (const file of files) {
    const read = readFile(file, wanted);
    facts.push(...read.facts);
    issues.push(...read.issues.map((one) => ({ ...one, file })));
  }
  return { facts, issues };
}

function filesIn(path: string): readonly string[] {
  if (!existsSync(path))
    throw new Trouble(
      `Không có ${path}: hãy xem lại tên tệp hoặc thư mục số liệu.`,
      `There is no ${path}: look at the name of the file or folder of figures.`,
    );
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path)
    .filter((name) => formats.test(name) && !name.startsWith("~$"))
    .sort();
  if (files.length === 0)
    throw new Trouble(
      `Thư mục ${path} không có tệp số liệu nào (.csv, .xlsx, .json).`,
      `The folder ${path} has no file of figures (.csv, .xlsx, .json).`,
    );
  return files.map((name) => join(path, name));
}

function readFile(
  file: string,
  { regime, orgUnit, period }: Wanted,
): { readonly facts: readonly Fact[]; readonly issues: readonly RowIssue[] } {
  const options = { orgUnit, ...(period === undefined ? {} : { period }) };
  const source = readSource(file);
  if (source.format === "xlsx") {
    try {
      return factsInXlsx(regime, source.bytes, options);
    } catch (error) {
      throw packageTrouble(error, file, "Excel");
    }
  }
  if (!("text" in source)) {
    throw new Trouble(
      `${file} không phải bảng số liệu: dùng .csv, .xlsx hoặc .json; với báo cáo Word, PDF dùng khop facts import.`,
      `${file} is no table of figures: use .csv, .xlsx or .json; for a Word or PDF report use khop facts import.`,
    );
  }
  if (/\.json$/i.test(file)) return { facts: factsInJson(file, source.text), issues: [] };
  return factsInCsv(regime, source.text, options);
}
