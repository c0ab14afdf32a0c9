export { loadEngine as loadPdfEngine } from "./engine.ts";
export type { PdfLimits } from "./limits.ts";
export { type PdfDocument, readPdf } from "./read.ts";
export type { PdfBox, PdfPlace, PdfSource } from "./source.ts";
