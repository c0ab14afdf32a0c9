import { oneTonePlace } from "./tone.ts";

interface Entry<T> {
  readonly words: readonly string[];
  readonly length: number;
  readonly value: T;
}

/** Phrases of whole words, found at a place in a list of words: the longest wins. */
export class Phrases<T> {
  readonly #byFirst = new Map<string, Entry<T>[]>();

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) {
      const words = oneTonePlace(phrase.toLowerCase()).split(/\s+/);
      const first = words[0] as string;
      const list = this.#byFirst.get(first);
      const entry = { words, length: words.length, value };
      if (list) list.push(entry);
      else this.#byFirst.set(first, [entry]);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  /** The phrase that begins at word `at`; `word(i)` gives the i-th word or undefined where a sign or a number stands. */
  at(at: number, word: (index: number) => string | undefined): { length: number; value: T } | null {
    const first = word(at);
    if (first === undefined) return null;
    const list = this.#byFirst.get(first);
    if (list === undefined) return null;
    for (const entry of list) {
      let i = 1;
      while (i < entry.length && word(at + i) === entry.words[i]) i++;
      if (i === entry.length) return entry;
    }
    return null;
  }
}
