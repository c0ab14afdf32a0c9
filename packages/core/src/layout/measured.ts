import type { Part } from "./part.ts";

export type Alignment = "left" | "center" | "right" | "justify";

/** How a stretch of a line looks. */
export interface Look {
  /** Letters and digits that look so: what has none, such as a space, is not measured. */
  readonly letters: number;
  readonly font: string;
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** Shown in capitals whatever was typed. */
  readonly caps: boolean;
  /** Six hexadecimal digits; "000000" where the program chooses, which is black on white. */
  readonly colour: string;
}

/** How the paragraph of a line is set. Lengths in millimetres, spaces in points. */
export interface Setting {
  readonly alignment: Alignment;
  /** Where its first line begins, from the margin. */
  readonly indent: number;
  readonly before: number;
  readonly after: number;
  /** Distance of lines in multiples of a single one. */
  readonly lineSpacing: number;
}

/** The number that a heading or item opens with. A place of its path is null where it was lost: ".5." is [null, 5]. */
export interface HeadingNumber {
  readonly written: string;
  readonly scheme: "part" | "chapter" | "capital" | "roman" | "article" | "arabic" | "letter";
  readonly path: readonly (number | null)[];
  /** Stands out as a heading; null where looks are not measured. */
  readonly emphasised: boolean | null;
}

/** A line of a document that its author ended: a paragraph, or what lies between two breaks or tabs of one. */
export interface MeasuredLine {
  /** UTF-16 offsets into the document's text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** As it reads, without markup. */
  readonly text: string;
  readonly part: Part;
  readonly number: HeadingNumber | null;
  /** Empty where looks cannot be measured: in plain text and Markdown. */
  readonly looks: readonly Look[];
  readonly setting: Setting | null;
}

/** Where page numbers stand and how they look. */
export interface MeasuredPageNumber {
  readonly place: "header" | "footer";
  readonly alignment: Alignment;
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** As Word names it: "decimal", "lowerRoman" … */
  readonly format: string;
  /** The number of the first page where it is set; null where it goes on from before. */
  readonly start: number | null;
  readonly onFirstPage: boolean;
}

/** A stretch of pages of one size and margins. Lengths in millimetres; null where the file leaves them to the program. */
export interface MeasuredSection {
  readonly start: number;
  readonly end: number;
  readonly paper: { readonly width: number; readonly height: number } | null;
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number } | null;
  readonly hasTable: boolean;
  readonly pageNumber: MeasuredPageNumber | null;
}

/** The layout of a document as it was measured; sections only where the format has pages. */
export interface MeasuredLayout {
  readonly text: string;
  /** How many pages the program that saved it counted; null where nobody did. */
  readonly pages: number | null;
  readonly sections: readonly MeasuredSection[];
  /** In reading order. */
  readonly lines: readonly MeasuredLine[];
}
