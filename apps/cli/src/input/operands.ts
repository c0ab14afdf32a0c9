import { existsSync, globSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Trouble } from "../trouble.ts";
import { mayBeReport } from "./format.ts";

/** A file to read, or why a pattern names none. */
export type Operand = string | Trouble;

/** The files that the operands name: each as given, patterns and folders filled in and sorted, none twice. */
export function filesOf(operands: readonly string[]): Operand[] {
  const files = new Set<Operand>();
  for (const operand of operands) {
    if (operand !== "-" && isFolder(operand)) for (const file of inFolder(operand)) files.add(file);
    else if (operand === "-" || !/[*?[\]{}]/.test(operand) || existsSync(operand)) files.add(operand);
    else for (const match of matches(operand)) files.add(match);
  }
  return [...files];
}

function matches(pattern: string): Operand[] {
  const found = globSync(pattern, { exclude: (path) => path.endsWith("node_modules") });
  const files = found.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === false).sort();
  if (files.length > 0) return files;
  return [
    new Trouble(
      `Không có tệp nào khớp "${pattern}": hãy xem lại mẫu tên và thư mục.`,
      `No file matches "${pattern}": look at the pattern and the folder again.`,
    ),
  ];
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Whatever a folder holds that may be a report, in folders below it too; hidden ones, links to folders and what Word keeps open are left out. */
function inFolder(folder: string): Operand[] {
  const files: string[] = [];
  const folders = [folder];
  try {
    for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
      for (const entry of readdirSync(at, { withFileTypes: true })) {
        if (/^(?:\.|~\$|node_modules$)/.test(entry.name)) continue;
        const path = join(at, entry.name);
        if (entry.isDirectory()) folders.push(path);
        else if (mayBeReport(entry.name) && !isFolder(path)) files.push(path);
      }
    }
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException;
    return [
      new Trouble(
        `Không đọc được thư mục ${path} (${code}): hãy xin quyền đọc, hoặc nêu từng tệp.`,
        `The folder ${path} cannot be read (${code}): ask for the right to read it, or name the files.`,
      ),
    ];
  }
  if (files.length > 0) return files.sort();
  return [
    new Trouble(
      `Trong thư mục ${folder} không có báo cáo nào (Word, PDF, Excel, HTML, CSV, Markdown, văn bản): hãy xem lại đường dẫn, hoặc nêu đúng tệp.`,
      `The folder ${folder} holds no report (Word, PDF, Excel, HTML, CSV, Markdown, text): look at the path again, or name the file.`,
    ),
  ];
}
