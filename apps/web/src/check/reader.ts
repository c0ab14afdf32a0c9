import { Refusal } from "./refusal.ts";
import type { Answered, Asked, Question } from "./view.ts";

interface Waiting {
  readonly done: (answer: never) => void;
  readonly failed: (why: unknown) => void;
}

/** Who reads and checks, in a thread of its own. What it is given does not leave this machine. */
export class Reader {
  readonly #worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor() {
    this.#worker.addEventListener("message", ({ data }) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ("trouble" in data) waiting?.failed(new Refusal(data.trouble));
      else waiting?.done(data.answer as never);
    });
    this.#worker.addEventListener("error", (event) => {
      for (const { failed } of this.#waiting.values()) failed(new Error(event.message));
      this.#waiting.clear();
    });
  }

  ask<Q extends Question>(question: Q, asked: Asked[Q]): Promise<Answered[Q]> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      const bytes = asked !== null && "bytes" in asked ? [asked.bytes] : [];
      this.#worker.postMessage({ id, question, asked }, bytes);
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}
