/** What a PDF may cost. */
export interface PdfLimits {
  /** Size of the file. More is refused. */
  readonly bytes: number;
  /** Pages that are read; those behind are left out, and `unread` says so. */
  readonly pages: number;
  /** Characters that are read, all pages together; the pages behind are left out. */
  readonly characters: number;
  /** Time for all of it, in milliseconds. When it is over, reading ends with an error. */
  readonly milliseconds: number;
}

export const usualLimits: PdfLimits = { bytes: 100_000_000, pages: 1_000, characters: 5_000_000, milliseconds: 60_000 };
