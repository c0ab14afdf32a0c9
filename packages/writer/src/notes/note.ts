/** A paragraph of a note: what stands in bold before it, and its text. */
export interface NoteParagraph {
  readonly title?: string;
  readonly text: string;
}

/** What is to be said of one cell. */
export interface Note {
  /** "B3". */
  readonly cell: string;
  readonly paragraphs: readonly NoteParagraph[];
}

/** Lines that a note fills, at so many characters a line. */
export const linesOf = ({ paragraphs }: Note, width: number): number =>
  paragraphs.reduce((sum, { title = "", text }) => sum + Math.max(1, Math.ceil((title.length + text.length) / width)), 0);
