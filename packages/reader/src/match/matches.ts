import type { Address, Quantity } from "@khop/core";

/** A figure of a document, and where it belongs. */
export interface Match {
  readonly address: Address;
  /** As printed, in the unit and multiplier of the text; a fall is below zero. */
  readonly quantity: Quantity;
  /** The id of the figure; null where words say that there is none of it. */
  readonly figure: string | null;
  /** UTF-16 offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  /** 0–1. */
  readonly sure: number;
}

/** A figure that may belong to several places, or to none, the likeliest first. */
export interface Doubt extends Omit<Match, "address" | "sure"> {
  readonly candidates: readonly { readonly address: Address; readonly sure: number }[];
}

export interface Matches {
  /** In the order of the text; one address once, but for figures that are said again. */
  readonly matches: readonly Match[];
  readonly doubts: readonly Doubt[];
}
