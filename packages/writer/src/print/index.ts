export { type TypstEngine, type WritePdfOptions, writePdf } from "./write-pdf.ts";
