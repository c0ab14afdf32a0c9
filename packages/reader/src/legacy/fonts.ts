import { type Decoder, decodedBy, type LegacyEncoding, type Piece } from "./encoding.ts";
import { tcvn3Decoder } from "./single-byte.ts";
import { syllablesIn } from "./syllable.ts";
import { vniDecoder } from "./vni.ts";

/** Fonts of "ABC" and of VNI: .VnTime, .VnArial Narrow, .VnTimeH; VNI-Times, VNI Helve. */
const tcvn3Font = /^\.vn/i;
const vniFont = /^vni[- ]/i;
/** Those of capitals end in H: .VnTimeH, .VNAVANTH; in small letters only the common ones are known. */
const capitalFont = /H$|^\.vn(?:time|arial|avant|helvetins)h$/;

/** A mention of such a font anywhere in a file. Without one, nothing need be looked at. */
export const mentionsLegacyFont = (text: string): boolean => /(?<![\w.])\.vn[a-z]|(?<!\w)vni[- ]/i.test(text);

const capitals: Decoder = {
  ...tcvn3Decoder,
  pieces: (text) => tcvn3Decoder.pieces(text).map(({ shown, length }) => ({ shown: shown.toUpperCase(), length })),
};

/** What turns the characters of a font into letters; undefined for fonts of Unicode. */
export function fontDecoder(font: string | undefined): Decoder | undefined {
  const name = font?.trim().replace(/^["']|["']$/g, "");
  if (name === undefined) return undefined;
  if (vniFont.test(name)) return vniDecoder;
  if (!tcvn3Font.test(name)) return undefined;
  return capitalFont.test(name) ? capitals : tcvn3Decoder;
}

/** Letters that no old font has: somebody typed Unicode in one. */
const modern = /[\u0100-\u01ff\u1ea0-\u1ef9]|[\u0300-\u0323]/;

/**
 * Whether fonts tell the truth: some documents are Unicode in a font of old. What the fonts' texts make converted is held against
 * what they make as they are.
 */
export class FontVote {
  #converted = 0;
  #plain = 0;

  add(text: string, decoder: Decoder): void {
    const counts = (of: string): number => syllablesIn(of).syllables;
    this.#plain += counts(text);
    if (!modern.test(text)) this.#converted += counts(decodedBy(decoder, text));
  }

  get holds(): boolean {
    return this.#converted >= this.#plain;
  }
}

/** Converts the texts of a document by their fonts, one after the other, and knows which encodings were met. */
export class FontText {
  readonly #met = new Set<LegacyEncoding>();

  /** Encodings that some text was converted from. */
  get encodings(): readonly LegacyEncoding[] {
    return [...this.#met];
  }

  /** A text cut where its characters and the letters that they stand for are not one to one; undefined where it is Unicode. */
  pieces(text: string, decoder: Decoder | undefined): Piece[] | undefined {
    if (decoder === undefined || modern.test(text)) return undefined;
    const pieces = decoder.pieces(text);
    if (/[^\p{ASCII}]/u.test(text) && pieces.map(({ shown }) => shown).join("") !== text) this.#met.add(decoder.encoding);
    return pieces;
  }
}
