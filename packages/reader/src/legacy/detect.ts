import { type Decoder, decodedBy, type LegacyEncoding, type Piece } from "./encoding.ts";
import { tcvn3Decoder, visciiDecoder } from "./single-byte.ts";
import { syllablesIn } from "./syllable.ts";
import { vniDecoder } from "./vni.ts";
import { windows1258Decoder } from "./windows-1258.ts";

const decoders: readonly Decoder[] = [tcvn3Decoder, vniDecoder, visciiDecoder, windows1258Decoder];

/** A text in an old encoding, read: what it says, and the way back to the characters that stand for it. */
export interface LegacyText {
  readonly encoding: LegacyEncoding;
  readonly text: string;
  /** The offset in the file, in bytes or characters, of each character of `text`, and of its end. */
  readonly at: (index: number) => number;
}

/** In what a text is, as far as its syllables tell. */
export interface Detected {
  /** Undefined when none is clear. */
  readonly decoder: Decoder | undefined;
  /** The likeliest, if any explains half of the words. */
  readonly likely: LegacyEncoding | undefined;
}

/** Enough to tell: some hundreds of words. */
const sampled = 20_000;
const clear = 0.85;
const ahead = 0.1;
const fewest = 3;

/** Tells the encoding of a text, its characters up to U+00FF standing for bytes, by which makes Vietnamese syllables of its words. */
export function detectLegacy(text: string): Detected {
  const sample = text.slice(0, sampled);
  // Words are counted as the file has them: an encoding that breaks them into signs must not look better for it.
  const { words } = syllablesIn(sample);
  const scores = decoders
    .map((decoder) => {
      const read = syllablesIn(decodedBy(decoder, sample));
      const all = Math.max(1, words, read.words);
      return { decoder, share: read.syllables / all, weight: (read.syllables + read.common) / all };
    })
    .sort((a, b) => b.weight - a.weight);
  const [best, second] = scores;
  if (best === undefined || words === 0) return { decoder: undefined, likely: undefined };
  const isClear = words >= fewest && best.share >= clear && best.weight - (second?.weight ?? 0) >= ahead;
  return { decoder: isClear ? best.decoder : undefined, likely: words >= fewest && best.share >= 0.5 ? best.decoder.encoding : undefined };
}

/** Fonts of TCVN3 and VNI leave dashes and quotes where Windows has them. */
const western = new TextDecoder("windows-1252");
const withWesternSigns = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (sign) => western.decode(Uint8Array.of(sign.charCodeAt(0))));

/** Converts a text, with the way back. */
export function legacyText(text: string, { encoding, pieces }: Decoder): LegacyText {
  const made = pieces(encoding === "tcvn3" || encoding === "vni" ? withWesternSigns(text) : text);
  return { encoding, text: made.map(({ shown }) => shown).join(""), at: wayBack(made) };
}

function wayBack(pieces: readonly Piece[]): (index: number) => number {
  const starts: [shown: number, file: number][] = [];
  let [shown, file] = [0, 0];
  for (const piece of pieces) {
    starts.push([shown, file]);
    shown += piece.shown.length;
    file += piece.length;
  }
  starts.push([shown, file]);
  return (index) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as [number, number])[0] <= index) low = middle;
      else high = middle - 1;
    }
    const [from, at] = starts[low] as [number, number];
    return Math.min(at + index - from, file);
  };
}

/** Letters that only Unicode has. A text with some of them is no old one. */
const modern = /[ăĂđĐơƠưƯ\u1ea0-\u1ef9]|[\u0300-\u0323]/;

/** Whether characters outside ASCII look like an old encoding that some program took for a Western one. */
export const mayBeLegacy = (text: string): boolean => !modern.test(text) && /[\u00a1-\u00ff]/.test(text);
