import { type Examination, examineAgainst, type Period } from "@khop/core";
import type { Place } from "../checked/place.ts";
import { placeWords } from "../checked/place-words.ts";
import { Places } from "../checked/places.ts";
import type { DocumentSource, Origin } from "../writing/source.ts";
import { against } from "./against.ts";
import type { Pairable, Seating } from "./pair.ts";
import type { Standing } from "./periods.ts";
import type { Other } from "./ties.ts";

/** A document that was read from a file. */
export interface ReadFile {
  readonly file: string;
  readonly document: Omit<Pairable, "blocks"> & Partial<Pick<Pairable, "blocks">> & { readonly source?: DocumentSource<Origin, Place> };
}

/** An earlier report that a document was held against, and how the two stand to each other. */
export interface Previous {
  readonly file: string;
  /** What each is of; null where the text does not say. */
  readonly period: Period | null;
  readonly now: Period | null;
  readonly standing: Standing;
  /** How many of the figures have one in the earlier report that they go on from. */
  readonly paired: number;
  /** Comparisons that a report of another period would have to be at hand for. */
  readonly unchecked: { readonly sameLastYear: number; readonly previous: number };
  readonly isDoubtful: boolean;
}

/** What an earlier report adds to the examination of a document; with a regime, its figures are paired by what the regime has them as. */
export function heldAgainst(
  document: ReadFile["document"],
  own: Examination,
  earlier: ReadFile,
  seating?: Seating,
): { readonly examination: Examination; readonly previous: Previous } {
  const { ties, pairing, unchecked, isDoubtful } = against(pairable(document), pairable(earlier.document), otherOf(earlier), seating);
  const { before, now, standing } = pairing.periods;
  const { file } = earlier;
  return {
    examination: examineAgainst(own, ties),
    previous: { file, period: before, now, standing, paired: pairing.figures.length, unchecked, isDoubtful },
  };
}

/** What is paired of a document of any format. */
export const pairable = ({ text, figures, network, blocks = [] }: ReadFile["document"]): Pairable => ({ text, figures, network, blocks });

/** Another document as messages name it: its file without folders, places as people find them. */
export function otherOf({ file, document }: ReadFile): Other {
  const places = new Places(document.text, document.source);
  return {
    file: file.split(/[\\/]/).at(-1) ?? file,
    placeOf: (offset) => ({ vi: places.inWords(offset, { place: placeWords.vi }), en: places.inWords(offset, { place: placeWords.en }) }),
  };
}
