import type { Language } from "../language.ts";
import { type Output, printError } from "../output.ts";
import type { Progress } from "../progress.ts";
import { screenOf } from "../show/screen.ts";

/** Ctrl-C while threads work: the line of progress goes, half a file is not left behind, and one sentence says how far it went. */
export function onInterrupt(progress: Progress, output: Output, language: Language): void {
  process.once("SIGINT", () => {
    progress.end();
    output.discard();
    printError(`khop: ${screenOf({}, language).words.stopped(progress.done, progress.count)}\n`);
    process.exit(130);
  });
}
