export { csvOf } from "./csv.ts";
export { factsInCsv, factsInXlsx } from "./fact-table.ts";
export { type FactJson, factFromJson, factJson } from "./facts-json.ts";
export { type LetterHead, letterOf, type Occasion } from "./letter.ts";
export { networkFrom, type ReportFacts } from "./network.ts";
export { type Material, type Prepared, prepare } from "./prepare.ts";
export { type Room, roomsOf } from "./rooms.ts";
export { type Engines, type ReportFormat, reportFormats, writeReport } from "./write-report.ts";
