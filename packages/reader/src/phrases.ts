/** Phrases of whole words, found at a place in a list of words: the longest wins. */
export class Phrases<T> {
  readonly #byFirst = new Map<string, { words: string[]; value: T }[]>();

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) {
      const words = phrase.toLowerCase().split(/\s+/);
      const first = words[0] as string;
      const list = this.#byFirst.get(first);
      if (list) list.push({ words, value });
      else this.#byFirst.set(first, [{ words, value }]);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  /** The phrase that begins at word `at`; `word(i)` gives the i-th word or undefined where a sign or a number stands. */
  at(at: number, word: (index: number) => string | undefined): { length: number; value: T } | null {
    const first = word(at);
    if (first === undefined) return null;
    const list = this.#byFirst.get(first);
    if (list === undefined) return null;
    for (const { words, value } of list) {
      let i = 1;
      while (i < words.length && word(at + i) === words[i]) i++;
      if (i === words.length) return { length: i, value };
    }
    return null;
  }
}
