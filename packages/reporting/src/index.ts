export { csvOf } from "./csv.ts";
export { factsInCsv, factsInXlsx } from "./fact-table.ts";
export { type LetterHead, letterOf, type Occasion } from "./letter.ts";
export { known, type Material, type Prepared, periodsUpTo, prepare, sinceItsTime } from "./prepare.ts";
export { type Engines, type ReportFormat, reportFormats, writeReport } from "./write-report.ts";
