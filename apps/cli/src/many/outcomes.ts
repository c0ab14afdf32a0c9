import { availableParallelism } from "node:os";
import type { Arguments } from "../arguments.ts";
import type { Examined } from "../examined.ts";
import type { Operand } from "../input/operands.ts";
import type { Outcome } from "../outcome.ts";
import type { Output } from "../output.ts";
import type { Progress } from "../progress.ts";
import type { Style } from "../told.ts";
import { earlierReport } from "../work/earlier-report.ts";
import { asOne, inTurn } from "./in-turn.ts";

/** From so many files on, threads are worth what it takes to start them. */
const worthThreads = 40;

interface Surroundings {
  readonly progress: Progress;
  readonly output: Output;
}

/** What comes of the files, in their order. Pages and notes are made of whole documents: those are kept until all are there. */
export async function* outcomes(
  files: readonly Operand[],
  style: Style,
  given: Arguments,
  { progress, output }: Surroundings,
): AsyncGenerator<Outcome> {
  const onStart = (file: string, done: number): void => progress.say(file, done);
  const earlier = given.previous === undefined ? undefined : await earlierReport(given.previous, given);
  const way = given.together ? asOne : inTurn;
  if (given.annotate !== undefined || given.report !== undefined) {
    const documents: Examined[] = [];
    const found: Outcome[] = [];
    const keep = (document: Examined): void => void documents.push(document);
    for await (const outcome of way(files, style, { onStart, earlier, keep })) found.push(outcome);
    progress.end();
    await writeWhole(documents, given);
    yield* found;
    return;
  }
  const jobs = given.jobs ?? (files.length < worthThreads ? 1 : availableParallelism());
  // LibreOffice converts one file at a time.
  if (jobs === 1 || files.length === 1 || given.together || given.libreoffice) {
    yield* way(files, style, { onStart, earlier });
    return;
  }
  const [{ overThreads }, { onInterrupt }] = await Promise.all([import("./threads.ts"), import("./interrupt.ts")]);
  onInterrupt(progress, output, style.language);
  yield* overThreads(files, style, { jobs, onDone: (file, done) => progress.say(file, done) });
}

/** Loads what writes comments and pages only when it is asked for. */
async function writeWhole(documents: readonly Examined[], given: Arguments): Promise<void> {
  if (given.annotate !== undefined) {
    const { annotateFile } = await import("../annotate.ts");
    for (const document of documents) await annotateFile(document, given.annotate, given);
  }
  if (given.report !== undefined && documents.length > 0) {
    const { reportFile } = await import("../report.ts");
    reportFile(documents, given.report, given);
  }
}
