import type { Decoder, Piece } from "./encoding.ts";
import { toned } from "./letters.ts";

/** Marks behind a letter, in the order huyền, hỏi, ngã, sắc, nặng. */
const plainMarks = "øûõùï";
const hatMarks = "àåãáä";
const breveMarks = "èúüéë";

/** Letters that are one character. */
const alone: readonly (readonly [character: string, letter: string])[] = [
  ["ñ", "đ"],
  ["ô", "ơ"],
  ["ö", "ư"],
  ["ì", "ì"],
  ["æ", "ỉ"],
  ["ó", "ĩ"],
  ["í", "í"],
  ["ò", "ị"],
  // "yï" is read too; keyboards write one character.
  ["î", "ỵ"],
];

const singles = new Map<string, string>();
const pairs = new Map<string, string>();

const both = (map: Map<string, string>, written: string, letter: string): void => {
  map.set(written, letter);
  map.set(written.toUpperCase(), letter.toUpperCase());
  // A mark of the other case looks the same in most fonts: "Aù" is Á.
  if (written.length === 2) {
    map.set(written.charAt(0).toUpperCase() + written.charAt(1), letter.toUpperCase());
    map.set(written.charAt(0) + written.charAt(1).toUpperCase(), letter);
  }
};

for (const [character, letter] of alone) both(singles, character, letter);
const marked = (base: string, vowel: string, marks: string): void => {
  const [, ...letters] = toned(vowel);
  for (const [at, letter] of letters.entries()) both(pairs, base + marks.charAt(at), letter);
};
for (const vowel of ["a", "e", "o", "u", "y"]) marked(vowel, vowel, plainMarks);
marked("ô", "ơ", plainMarks);
marked("ö", "ư", plainMarks);
for (const [base, vowel] of [
  ["a", "â"],
  ["e", "ê"],
  ["o", "ô"],
] as const) {
  both(pairs, `${base}â`, vowel);
  marked(base, vowel, hatMarks);
}
both(pairs, "aê", "ă");
marked("a", "ă", breveMarks);
/** VNI as the fonts VNI-Times, VNI-Helve and so on have it: "Vieät Nam", "ñöôïc". */
export const vniDecoder: Decoder = {
  encoding: "vni",
  pieces: (text) => {
    const pieces: Piece[] = [];
    let shown = "";
    const end = (): void => {
      if (shown !== "") pieces.push({ shown, length: shown.length });
      shown = "";
    };
    for (let at = 0; at < text.length; at += 1) {
      const pair = pairs.get(text.slice(at, at + 2));
      if (pair === undefined) {
        const one = text.charAt(at);
        shown += singles.get(one) ?? one;
        continue;
      }
      end();
      pieces.push({ shown: pair, length: 2 });
      at += 1;
    }
    end();
    return pieces;
  },
  joined: (letter, mark) => pairs.get(letter + mark),
};
