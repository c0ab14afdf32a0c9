import { existsSync } from "node:fs";
import { join } from "node:path";

const shared = join(import.meta.dirname, "../../../shared");

/** What is given beside the repository: a real report, and what is known of it. */
export const report = join(shared, "seed/bao-cao-2024-10.md");
export const catalogue = join(shared, "domain/october-2024.md");

export const isGiven = existsSync(report) && existsSync(catalogue);
export const whyNot = "not run: the given report and its catalogue do not lie beside this repository (../shared)";
