export { csvOf } from "./csv.ts";
export { type Explained, type Explanation, explain } from "./explain.ts";
export { factsInCsv, factsInXlsx } from "./fact-table.ts";
export { type LetterHead, letterOf, type Occasion } from "./letter.ts";
export { networkFrom, type ReportFacts } from "./network.ts";
export { type Material, type Prepared, prepare } from "./prepare.ts";
export { type Room, roomsOf } from "./rooms.ts";
export { type PointKind, type Series, type SeriesPoint, type SeriesScope, series } from "./series.ts";
export { type Engines, type ReportFormat, reportFormats, writeReport } from "./write-report.ts";
