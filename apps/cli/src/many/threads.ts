import { Worker } from "node:worker_threads";
import type { Operand } from "../input/operands.ts";
import type { Said } from "../language.ts";
import type { Outcome } from "../outcome.ts";
import type { Style, Told } from "../told.ts";
import { Trouble } from "../trouble.ts";

/** What a thread says of a file. */
export type Answer = { readonly told: Told } | { readonly said: Said };

/** A thread may hold so many megabytes, and take so many milliseconds for one file. */
const memory = 2_000;
const patience = 180_000;
/** So many files per thread may be done before the one that is to be told next. */
const ahead = 8;

interface Options {
  readonly jobs: number;
  /** Told when a file is done, in whatever order. */
  readonly onDone: (file: string, done: number) => void;
}

/**
 * Checks files on several threads. Gives what came of each in the order of the files; a thread that a file takes down is replaced, and
 * the file has its own trouble.
 */
export async function* overThreads(files: readonly Operand[], style: Style, { jobs, onDone }: Options): AsyncGenerator<Outcome> {
  const outcomes = new Map<number, Outcome>();
  const idle: Seat[] = [];
  let next = 0;
  let told = 0;
  let done = 0;
  let wake = (): void => undefined;
  const finish = (index: number, outcome: Outcome): void => {
    outcomes.set(index, outcome);
    done += 1;
    onDone(String(files[index] instanceof Trouble ? "" : files[index]), done);
    wake();
  };
  const feed = (seat: Seat): void => {
    while (files[next] instanceof Trouble) finish(next, { trouble: files[next++] as Trouble });
    if (next >= files.length) seat.leave();
    else if (next >= told + jobs * ahead) idle.push(seat);
    else {
      const index = next;
      next += 1;
      seat.ask(files[index] as string, (outcome) => {
        finish(index, outcome);
        feed(seat);
      });
    }
  };
  for (let i = 0; i < Math.min(jobs, files.length); i += 1) feed(new Seat(style));
  while (told < files.length) {
    const outcome = outcomes.get(told);
    if (outcome === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    outcomes.delete(told);
    told += 1;
    for (const seat of idle.splice(0)) feed(seat);
    yield outcome;
  }
}

/** A place for one thread after another. */
class Seat {
  readonly #style: Style;
  #worker: Worker | undefined;

  constructor(style: Style) {
    this.#style = style;
  }

  ask(file: string, answer: (outcome: Outcome) => void): void {
    this.#worker ??= new Worker(new URL("./thread.js", import.meta.url), {
      workerData: this.#style,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    const worker = this.#worker;
    const end = (outcome: Outcome, isLost: boolean): void => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      if (isLost) {
        this.#worker = undefined;
        worker.on("error", () => undefined);
        void worker.terminate();
      }
      answer(outcome);
    };
    const timer = setTimeout(() => end({ trouble: tooLong(file) }, true), patience);
    const onMessage = (said: Answer): void => end("told" in said ? said : { trouble: { said: said.said } }, false);
    const onError = (error: NodeJS.ErrnoException): void => end({ trouble: lost(file, error) }, true);
    const onExit = (): void => end({ trouble: lost(file, new Error("exit")) }, true);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(file);
  }

  leave(): void {
    void this.#worker?.terminate();
  }
}

const tooLong = (file: string): Trouble =>
  new Trouble(
    `${file} không kiểm xong trong ${patience / 1_000} giây nên bị bỏ qua: hãy chia thành nhiều tệp nhỏ hơn, hoặc kiểm riêng tệp này.`,
    `${file} was not checked within ${patience / 1_000} seconds and was passed over: split it, or check it by itself.`,
  );

const lost = (file: string, error: NodeJS.ErrnoException): Trouble =>
  error.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? new Trouble(
        `${file} cần nhiều bộ nhớ hơn mức cho phép (${memory} MB) nên bị bỏ qua: hãy chia thành nhiều tệp nhỏ hơn.`,
        `${file} needs more memory than it may have (${memory} MB) and was passed over: split it.`,
      )
    : new Trouble(
        `Kiểm ${file} không xong vì một lỗi của chính khop (${error.message}): hãy gửi câu này cho người phát triển.`,
        `Checking ${file} failed by a fault of khop itself (${error.message}): please send this line to its developers.`,
      );
