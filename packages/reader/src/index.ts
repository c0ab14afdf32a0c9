export type { Figure, ReadDocument, Role, TextFormat } from "./document.ts";
export { readText } from "./read.ts";
export type { DocumentSource, Located, Origin } from "./writing/source.ts";
