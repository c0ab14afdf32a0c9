import { refused } from "./refuse.ts";

/** How often anybody may ask in a minute, and how often one address may try to sign in. */
export const limits = () => ({ perUser: new RateLimit(1200, 60), perSignIn: new RateLimit(20, 60) });

/** Counts what each asker asks in a window of time, and refuses what is more than they may. */
export class RateLimit {
  readonly #most: number;
  readonly #seconds: number;
  #asked = new Map<string, number>();
  #window = 0;

  constructor(most: number, seconds: number) {
    this.#most = most;
    this.#seconds = seconds;
  }

  /** @throws KhopError `api/too-many`. */
  count(asker: string, now: Date): void {
    const window = Math.floor(now.getTime() / 1000 / this.#seconds);
    if (window !== this.#window) {
      this.#window = window;
      this.#asked = new Map();
    }
    const asked = (this.#asked.get(asker) ?? 0) + 1;
    this.#asked.set(asker, asked);
    if (asked <= this.#most) return;
    const seconds = Math.ceil((window + 1) * this.#seconds - now.getTime() / 1000);
    throw refused(
      "api/too-many",
      `Quá nhiều yêu cầu; hãy thử lại sau ${seconds} giây.`,
      `Too many requests; try again in ${seconds} seconds.`,
      { seconds },
    );
  }
}
