/** Where lines begin in a text, and what stands at an offset. Lines and columns count from 1, columns in UTF-16 units. */
export class Places {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  at(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The offsets of a line's text, its line end left out. */
  line(number: number): { start: number; end: number } {
    const start = this.#starts[number - 1] ?? 0;
    let end = (this.#starts[number] ?? this.#text.length + 1) - 1;
    if (this.#text[end - 1] === "\r") end -= 1;
    return { start, end: Math.max(start, end) };
  }
}
