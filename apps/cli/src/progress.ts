import { shown } from "./show/width.ts";
import type { Words } from "./show/words.ts";

const patience = 1000;
const often = 100;

/** One line on standard error that is written over, once work has taken a second; nothing where no terminal looks on. */
export class Progress {
  readonly #started = performance.now();
  readonly #live: boolean;
  readonly #words: Pick<Words, "reading" | "left">;
  readonly count: number;
  /** How many files are done. */
  done = 0;
  #shown = false;
  #last = 0;

  constructor(quiet: boolean, words: Pick<Words, "reading" | "left">, count: number) {
    this.#live = !quiet && process.stderr.isTTY === true;
    this.#words = words;
    this.count = count;
  }

  /** Says which file is looked at, and how many are done. */
  say(file: string, done: number): void {
    this.done = done;
    const now = performance.now();
    if (!this.#live || now - this.#started < patience || now - this.#last < often) return;
    this.#last = now;
    const left = done === 0 ? 0 : ((now - this.#started) / done) * (this.count - done);
    const line = this.#words.reading(done, this.count, shown(file)) + (left > patience ? this.#words.left(Math.round(left / 1000)) : "");
    process.stderr.write(`\r\u001b[2K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
    this.#shown = true;
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown) process.stderr.write("\r\u001b[2K");
    this.#shown = false;
  }
}
