import { oneTonePlace } from "../tone.ts";

/** Words of a text without its numbers: what stays when next month's figures are put in. */
export function wordsOf(text: string): string[] {
  return (
    oneTonePlace(text.normalize("NFC").toLowerCase())
      .replace(NUMBER, " ")
      .match(/\p{L}+/gu) ?? []
  );
}

const NUMBER = /\d+(?:[.,/-]\d+)*/g;

/** A heading or item without its own number or letter: "IV.", "2.1.", "a)". */
export const unnumbered = (text: string): string => text.replace(/^\s*(?:[IVXLC]+|\d+(?:\.\d+)*|\p{L})[.)]\s+/u, "");

/** Pairs of neighbouring words, each once; of a text of one word that word. */
export function shinglesOf(words: readonly string[], most = 400): ReadonlySet<string> {
  if (words.length === 1) return new Set(words);
  const shingles = new Set<string>();
  for (let i = 0; i + 1 < words.length && shingles.size < most; i++) shingles.add(`${words[i]} ${words[i + 1]}`);
  return shingles;
}

/** How much two sets have in common, 0–1 (Dice); 1 for two empty ones. */
export function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1;
  return (2 * commonOf(a, b)) / (a.size + b.size);
}

/** How much of `part` is in `whole`, 0–1. */
export const containedIn = (part: ReadonlySet<string>, whole: ReadonlySet<string>): number =>
  part.size === 0 ? 0 : commonOf(part, whole) / part.size;

function commonOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const one of small) if (large.has(one)) common += 1;
  return common;
}
