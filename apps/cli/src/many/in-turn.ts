import type { Examined } from "../examined.ts";
import type { Operand } from "../input/operands.ts";
import { type Outcome, outcomeOf } from "../outcome.ts";
import type { Style } from "../told.ts";

interface Options {
  readonly onStart: (file: string, done: number) => void;
  /** Takes each document whole, before it is let go. */
  readonly keep?: (document: Examined) => void;
}

/** Checks files one by one. */
export async function* inTurn(files: readonly Operand[], style: Style, { onStart, keep }: Options): AsyncGenerator<Outcome> {
  for (const [done, file] of files.entries()) {
    if (typeof file === "string") onStart(file, done);
    yield await outcomeOf(file, style, keep);
  }
}
