/** A PDF that is open, as far as notes are put into it. */
interface OpenPdf {
  readonly annotationStorage: { setValue(key: string, value: object): void };
  /** The file with an incremental update at its end: its own bytes stay as they are. */
  saveDocument(): Promise<Uint8Array>;
  getSignatures(): Promise<unknown>;
}

/** What of pdf.js is used. `loadPdfEngine` of `@khop/reader/pdf` gives one. */
export interface PdfEngine {
  getDocument(source: { data: Uint8Array; verbosity: number; useSystemFonts: boolean; disableFontFace: boolean; enableXfa: boolean }): {
    readonly promise: Promise<OpenPdf>;
    destroy(): Promise<void>;
  };
}

/** Where a stretch of a document's text is drawn, in points from the page's origin. `@khop/reader/pdf` gives one. */
export interface BoxSource {
  readonly boxes: (start: number, end: number) => readonly Box[];
}

export interface Box {
  /** Counts from 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
