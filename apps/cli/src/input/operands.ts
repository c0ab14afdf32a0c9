import { existsSync, globSync, statSync } from "node:fs";
import { Trouble } from "../trouble.ts";

/** A file to read, or why a pattern names none. */
export type Operand = string | Trouble;

/** The files that the operands name: each as given, patterns filled in and sorted, none twice. */
export function filesOf(operands: readonly string[]): Operand[] {
  const files = new Set<Operand>();
  for (const operand of operands) {
    if (operand === "-" || !/[*?[\]{}]/.test(operand) || existsSync(operand)) files.add(operand);
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
