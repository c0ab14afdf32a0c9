export { type WriteDocxOptions, writeDocx } from "../docx/write-docx.ts";
export type { ChartDrawing, DrawChart, ShownChart } from "./chart.ts";
export type { Facts } from "./facts.ts";
export { type WriteHtmlOptions, writeHtml } from "./html.ts";
export { type DrawOptions, type WriteOptions, writeMarkdown } from "./markdown.ts";
