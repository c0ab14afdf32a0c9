export type { Figure, ReadDocument, Role, TextFormat } from "./document.ts";
export { readText } from "./read.ts";
