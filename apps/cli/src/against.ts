import { type Examination, examineAgainst } from "@khop/core";
import { against, type Other, type Pairable } from "@khop/reader/against";
import type { Previous, Read } from "./examined.ts";
import { Places } from "./show/places.ts";
import { words } from "./show/words.ts";

/** What an earlier report adds to the examination of a document. */
export function heldAgainst(
  document: Read["document"],
  own: Examination,
  earlier: Read,
): { readonly examination: Examination; readonly previous: Previous } {
  const { ties, pairing, unchecked, isDoubtful } = against(pairable(document), pairable(earlier.document), otherOf(earlier));
  const { before, now, standing } = pairing.periods;
  const { file } = earlier.source;
  return {
    examination: examineAgainst(own, ties),
    previous: { file, period: before, now, standing, paired: pairing.figures.length, unchecked, isDoubtful },
  };
}

/** What is paired of a document of any format. */
export const pairable = ({ text, figures, network, blocks = [] }: Read["document"]): Pairable => ({ text, figures, network, blocks });

/** Another document as messages name it: its file without folders, places as people find them. */
export function otherOf({ source, document }: Read): Other {
  const places = new Places(document.text, document.source);
  return {
    file: source.file.split(/[\\/]/).at(-1) ?? source.file,
    placeOf: (offset) => ({ vi: places.inWords(offset, words.vi), en: places.inWords(offset, words.en) }),
  };
}
