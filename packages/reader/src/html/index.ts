export { type HtmlDocument, readHtml } from "./read.ts";
export type { HtmlPlace, HtmlSource } from "./source.ts";
