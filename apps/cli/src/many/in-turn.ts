import { type Read, readFrom } from "../examined.ts";
import { openSource } from "../input/open.ts";
import type { Operand } from "../input/operands.ts";
import type { Beside } from "../outcome.ts";
import { type Outcome, orTrouble, outcomeOf, toldOf } from "../outcome.ts";
import type { Style } from "../told.ts";

interface Options extends Beside {
  readonly onStart: (file: string, done: number) => void;
}

/** Checks files one by one. */
export async function* inTurn(files: readonly Operand[], style: Style, { onStart, ...beside }: Options): AsyncGenerator<Outcome> {
  for (const [done, file] of files.entries()) {
    if (typeof file === "string") onStart(file, done);
    yield await outcomeOf(file, style, beside);
  }
}

/** Checks files that are one dossier: all are read before the first is judged. */
export async function* asOne(files: readonly Operand[], style: Style, { onStart, keep }: Options): AsyncGenerator<Outcome> {
  const read: Read[] = [];
  for (const [done, file] of files.entries()) {
    if (typeof file === "string") onStart(file, done);
    const found = await orTrouble(file, async (path) => readFrom(await openSource(path, style)));
    if ("trouble" in found) yield found;
    else read.push(found);
  }
  const { examineTogether } = await import("../together.ts");
  for (const document of examineTogether(read)) yield { told: await toldOf(document, style, keep) };
}
