import { shown } from "./show/width.ts";

const patience = 1000;

/** One line on standard error that is written over, once work has taken a second; nothing where no terminal looks on. */
export class Progress {
  readonly #started = performance.now();
  readonly #live: boolean;
  #shown = false;

  constructor(quiet: boolean) {
    this.#live = !quiet && process.stderr.isTTY === true;
  }

  /** Says what is being done; at once if it is sure to take long. */
  say(text: string, isLong = false): void {
    if (!this.#live || !(isLong || performance.now() - this.#started > patience)) return;
    process.stderr.write(`\r\u001b[2K${shown(text).slice(0, (process.stderr.columns ?? 80) - 1)}`);
    this.#shown = true;
  }

  end(): void {
    if (this.#shown) process.stderr.write("\r\u001b[2K");
    this.#shown = false;
  }
}
