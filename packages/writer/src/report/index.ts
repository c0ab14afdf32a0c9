export { type WriteDocxOptions, writeDocx } from "../docx/write-docx.ts";
export type { Facts } from "./facts.ts";
export { type WriteHtmlOptions, writeHtml } from "./html.ts";
export { type WriteOptions, writeMarkdown } from "./markdown.ts";
