export { type AnnotatedPdf, type AnnotatePdfOptions, annotatePdf } from "./annotate.ts";
export type { Box, BoxSource, PdfEngine } from "./engine.ts";
