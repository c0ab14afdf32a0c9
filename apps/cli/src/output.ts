import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync, writeSync } from "node:fs";
import { Trouble } from "./trouble.ts";

/** Writes all of a text to standard output before going on; a reader that has gone away ("| head") is no failure. */
export function print(text: string): void {
  write(1, text);
}

export function printError(text: string): void {
  write(2, text);
}

function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE" || code === "EOF") return;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** @throws Trouble when the file cannot be written. */
export function writeOutput(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw unwritten(file, error);
  }
}

/**
 * Writes a file anew that holds somebody's work: whole beside it first, so that it is never there by half.
 *
 * @throws Trouble when the file cannot be written; it is as it was then.
 */
export function replaceFile(file: string, content: Uint8Array): void {
  const whole = realpathSync(file);
  const beside = `${whole}.khop-${process.pid}`;
  try {
    writeFileSync(beside, content, { mode: statSync(whole).mode });
    renameSync(beside, whole);
  } catch (error) {
    rmSync(beside, { force: true });
    throw unwritten(file, error);
  }
}

/** Where a result goes piece by piece: a file that was named, or standard output. The file is made when its first piece comes. */
export class Output {
  readonly #file: string | undefined;
  #descriptor: number | undefined;

  constructor(file: string | undefined) {
    this.#file = file;
  }

  /** @throws Trouble when the file cannot be written. */
  write(text: string): void {
    if (this.#file === undefined) {
      print(text);
      return;
    }
    try {
      this.#descriptor ??= openSync(this.#file, "w");
      writeFileSync(this.#descriptor, text);
    } catch (error) {
      throw unwritten(this.#file, error);
    }
  }

  end(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  /** Takes back what stands in the file so far. */
  discard(): void {
    if (this.#descriptor === undefined) return;
    this.end();
    unlinkSync(this.#file as string);
  }
}

function unwritten(file: string, error: unknown): Trouble {
  const { code } = error as NodeJS.ErrnoException;
  return new Trouble(
    `Không ghi được ${file} (${code}): hãy xem lại thư mục và quyền ghi.`,
    `${file} cannot be written (${code}): look at the folder and the right to write there.`,
  );
}
