import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

export const waiversName = "khop.waivers.json";

/** The file of waivers for a document: the nearest up the folders; undefined where there is none. */
export function nearestWaivers(document: string): string | undefined {
  for (let folder = folderOf(document); ; folder = dirname(folder)) {
    const path = join(folder, waiversName);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Where the first waiver for a document goes: beside it. */
export const newWaivers = (document: string): string => join(folderOf(document), waiversName);

const folderOf = (document: string): string => (document === "-" ? resolve("") : dirname(resolve(document)));
