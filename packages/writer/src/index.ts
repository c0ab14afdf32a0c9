export { type Annotated, type AnnotateOptions, annotate, type Note } from "./annotate.ts";
export type { Acceptance, CheckedDocument, PageFigure, PageFinding, PageLayoutFinding } from "./html-report/document.ts";
export { type HtmlReportOptions, htmlReport } from "./html-report/html-report.ts";
export { type AnnotatedXlsx, type AnnotateXlsxOptions, annotateXlsx, type CellSource } from "./notes/annotate-xlsx.ts";
export type { SpanSource } from "./source.ts";
export type { Replacement } from "./tracked.ts";
