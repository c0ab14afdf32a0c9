import type { Decoder, Piece } from "./encoding.ts";

const windows1258 = new Map(
  Array.from({ length: 256 }, (_, byte) => [String.fromCharCode(byte), new TextDecoder("windows-1258").decode(Uint8Array.of(byte))]),
);

/** Windows-1258: letters with â, ê and the like whole, tones as characters behind them. */
export const windows1258Decoder: Decoder = {
  encoding: "windows-1258",
  pieces: (text) => {
    const pieces: Piece[] = [];
    for (const [cluster] of Array.from(text, (one) => windows1258.get(one) ?? one)
      .join("")
      .matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
      const shown = cluster.normalize("NFC");
      const last = pieces.at(-1);
      if (cluster.length === 1 && last !== undefined && last.length === last.shown.length)
        pieces[pieces.length - 1] = { shown: last.shown + shown, length: last.length + 1 };
      else pieces.push({ shown, length: cluster.length });
    }
    return pieces;
  },
  joined: () => undefined,
};
