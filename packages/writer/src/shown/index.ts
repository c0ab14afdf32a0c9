export type { Acceptance, CheckedDocument, PageFigure, PageFinding } from "../html-report/document.ts";
export { type Explanation, explanationOf, type Sum, type SumLine, type Told } from "../html-report/explanation.ts";
export { type FigureWords, figureWords, signs } from "../html-report/figure-words.ts";
export { mainFigure, titleOf } from "../html-report/findings.ts";
export { type Mark, type Marked, marked } from "../html-report/verdict.ts";
