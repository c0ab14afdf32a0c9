export { type Annotated, type AnnotateOptions, annotate, type Note } from "./annotate.ts";
export type { Acceptance, CheckedDocument, PageFigure, PageFinding, PageLayoutFinding } from "./html-report/document.ts";
export { type HtmlReportOptions, htmlReport } from "./html-report/html-report.ts";
export type { SpanSource } from "./source.ts";
export type { Replacement } from "./tracked.ts";
