interface Waiting {
  readonly done: (answer: never) => void;
  readonly failed: (why: unknown) => void;
}

/** Questions to a worker by their names, with what is asked; what it answers, by the same names. */
type Table = Readonly<Record<string, unknown>>;

/** A thread that answers questions. What it is given does not leave this machine. */
export class Thread<Asked extends object, Answered extends { [Q in keyof Asked]: unknown }> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  /** @param refused makes an error of what the worker answers when it cannot */
  constructor(worker: Worker, refused: (trouble: never) => Error) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }: MessageEvent<Table>) => {
      const waiting = this.#waiting.get(data.id as number);
      this.#waiting.delete(data.id as number);
      if ("trouble" in data) waiting?.failed(refused(data.trouble as never));
      else waiting?.done(data.answer as never);
    });
    worker.addEventListener("error", (event) => {
      for (const { failed } of this.#waiting.values()) failed(new Error(event.message));
      this.#waiting.clear();
    });
  }

  ask<Q extends keyof Asked>(question: Q, asked: Asked[Q]): Promise<Answered[Q]> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#worker.postMessage({ id, question, asked }, buffersIn(asked));
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}

/** Bytes that are handed over and not copied. */
const buffersIn = (asked: unknown): ArrayBuffer[] =>
  typeof asked === "object" && asked !== null && "bytes" in asked && asked.bytes instanceof ArrayBuffer ? [asked.bytes] : [];
