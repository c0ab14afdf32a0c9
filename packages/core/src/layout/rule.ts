import type { Severity } from "../finding.ts";
import type { Language } from "../relation.ts";
import type { Alignment } from "./measured.ts";
import type { Part } from "./part.ts";

export type Said = Readonly<Record<Language, string>>;

/** A range of what is allowed, and how far outside it a measured value may lie before it counts as outside. */
export interface Range {
  readonly from: number;
  readonly to?: number | undefined;
  readonly tolerance?: number | undefined;
}

export type MarginSide = "top" | "bottom" | "left" | "right";

/** What a rule demands, by what it is held against. Lengths in millimetres, type sizes and spaces in points. */
export type Demand =
  | { readonly on: "paper"; readonly width: number; readonly height: number; readonly tolerance: number }
  | { readonly on: "orientation"; readonly is: "portrait"; readonly unless: "tables" }
  | ({ readonly on: "margin"; readonly side: MarginSide } & Range)
  | { readonly on: "pageNumber"; readonly property: "presence" | "hiddenOnFirstPage" | "upright" }
  | { readonly on: "pageNumber"; readonly property: "place"; readonly is: "header" | "footer" }
  | { readonly on: "pageNumber"; readonly property: "alignment"; readonly is: Alignment }
  | { readonly on: "pageNumber"; readonly property: "format"; readonly is: string }
  | { readonly on: "pageNumber"; readonly property: "start"; readonly is: number }
  | ({ readonly on: "pageNumber"; readonly property: "size" } & Range)
  | { readonly on: "font"; readonly oneOf: readonly string[]; readonly except?: readonly Part[] | undefined }
  | { readonly on: "colour"; readonly oneOf: readonly string[]; readonly except?: readonly Part[] | undefined }
  | ({ readonly on: "size"; readonly parts: readonly Part[] } & Range)
  | { readonly on: "bold" | "italic" | "underline"; readonly parts: readonly Part[]; readonly is: boolean }
  | { readonly on: "case"; readonly parts: readonly Part[]; readonly is: "upper" | "sentence" }
  | { readonly on: "alignment"; readonly parts: readonly Part[]; readonly oneOf: readonly Alignment[] }
  | { readonly on: "indent"; readonly parts: readonly Part[]; readonly oneOf: readonly number[]; readonly tolerance: number }
  | ({ readonly on: "gap" | "lineSpacing"; readonly parts: readonly Part[] } & Range)
  | { readonly on: "order"; readonly sequence: readonly (readonly Part[])[] }
  | {
      readonly on: "presence";
      readonly part: Part;
      /** Asked for only where at least so many of these were found: a text without its head is no fault. */
      readonly given: readonly Part[];
      readonly least: number;
      /** Asked for only in documents of these kinds, in capitals. */
      readonly titles?: readonly string[] | undefined;
    }
  | { readonly on: "absence"; readonly part: Part }
  | { readonly on: "numbering" }
  /** How a part is written: a pattern that its text matches. */
  | {
      readonly on: "writing";
      readonly parts: readonly Part[];
      readonly pattern: string;
      readonly example: string;
      /** Of several lines in a row, only the last one, or all but it. */
      readonly lines?: "last" | "notLast" | undefined;
      /** Only lines in front of the first of these parts; nothing is asked where none of them was found. */
      readonly before?: readonly Part[] | undefined;
    }
  /** What the text does not say, wherever it stands: each match of a pattern is a fault. */
  | { readonly on: "phrase"; readonly pattern: string; readonly example: string; readonly except?: readonly Part[] | undefined };

/** One demand on the layout of a document, with the place in the law that makes it. */
export interface LayoutRule {
  readonly id: string;
  /** The code of its findings, in kebab case. */
  readonly code: string;
  readonly severity: Exclude<Severity, "error">;
  readonly demand: Demand;
  /** What is demanded, where the demand cannot say it itself. */
  readonly required?: Said | undefined;
  /** How to mend it. */
  readonly mend?: Said | undefined;
  /** Article, appendix, section and clause; or the custom. */
  readonly source: Said;
}

/** All demands of one law, and when it is in force. Dates are ISO 8601, `validTo` exclusive; null is open. */
export interface LayoutRegime {
  readonly id: string;
  readonly name: Said;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly rules: readonly LayoutRule[];
}

/** The regime, or whatever else has days of validity, in force on a day; undefined where none is known for it. */
export const regimeOn = <T extends Pick<LayoutRegime, "validFrom" | "validTo">>(regimes: readonly T[], day: string): T | undefined =>
  regimes.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
