import type { Decoder, LegacyEncoding } from "./encoding.ts";
import { toned, vowels } from "./letters.ts";

/** The bytes of each vowel with its tones, in the order of `letters.ts`, and those of the letters that stand apart. 00: ASCII. */
interface Table {
  readonly small: string;
  readonly capital?: string;
  readonly apart: readonly (readonly [byte: number, letter: string])[];
}

const tcvn3: Table = {
  small: `00 b5 b6 b7 b8 b9   a8 bb bc bd be c6   a9 c7 c8 c9 ca cb   00 cc ce cf d0 d1   aa d2 d3 d4 d5 d6   00 d7 d8 dc dd de
          00 df e1 e2 e3 e4   ab e5 e6 e7 e8 e9   ac ea eb ec ed ee   00 ef f1 f2 f3 f4   ad f5 f6 f7 f8 f9   00 fa fb fc fd fe`,
  apart: [[0xae, "đ"], ...[..."ĂÂÊÔƠƯĐ"].map((letter, at) => [0xa1 + at, letter] as const)],
};

const viscii: Table = {
  small: `00 e0 e4 e3 e1 d5   e5 a2 c6 c7 a1 a3   e2 a5 a6 e7 a4 a7   00 e8 eb a8 e9 a9   ea ab ac ad aa ae   00 ec ef ee ed b8
          00 f2 f6 f5 f3 f7   f4 b0 b1 b2 af b5   bd b6 b7 de be fe   00 f9 fc fb fa f8   df d7 d8 e6 d1 f1   00 cf d6 db fd dc`,
  capital: `00 c0 c4 c3 c1 80   c5 82 02 05 81 83   c2 85 86 06 84 87   00 c8 cb 88 c9 89   ca 8b 8c 8d 8a 8e   00 cc 9b ce cd 98
            00 d2 99 a0 d3 9a   d4 90 91 92 8f 93   b4 96 97 b3 95 94   00 d9 9c 9d da 9e   bf bb bc ff ba b9   00 9f 14 19 dd 1e`,
  apart: [
    [0xf0, "đ"],
    [0xd0, "Đ"],
  ],
};

function lettersOf({ small, capital, apart }: Table): ReadonlyMap<string, string> {
  const letters = new Map(apart.map(([byte, letter]) => [String.fromCharCode(byte), letter]));
  const list = vowels.flatMap(toned);
  const add = (bytes: string, given: readonly string[]): void => {
    bytes
      .trim()
      .split(/\s+/)
      .forEach((byte, at) => {
        if (byte !== "00") letters.set(String.fromCharCode(Number.parseInt(byte, 16)), given[at] as string);
      });
  };
  add(small, list);
  if (capital !== undefined)
    add(
      capital,
      [...list].map((letter) => letter.toUpperCase()),
    );
  return letters;
}

/** An encoding of a byte a letter: the text stays as long as it is. */
function singleByte(encoding: LegacyEncoding, table: Table): Decoder {
  const letters = lettersOf(table);
  return {
    encoding,
    pieces: (text) => (text === "" ? [] : [{ shown: Array.from(text, (one) => letters.get(one) ?? one).join(""), length: text.length }]),
    joined: () => undefined,
  };
}

export const tcvn3Decoder = singleByte("tcvn3", tcvn3);
export const visciiDecoder = singleByte("viscii", viscii);
