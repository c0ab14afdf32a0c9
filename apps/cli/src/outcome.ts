import { type Earlier, type Examined, examineSource } from "./examined.ts";
import { openSource } from "./input/open.ts";
import type { Operand } from "./input/operands.ts";
import { type Style, type Told, tell } from "./told.ts";
import { asTrouble, Trouble } from "./trouble.ts";
import { nearestWaivers } from "./waivers/nearest.ts";

/** What came of a file: what is told of it, or why it could not be checked. */
export type Outcome = { readonly told: Told } | { readonly trouble: Pick<Trouble, "said"> };

/** What else may be done with a document. */
export interface Beside {
  /** The earlier report that it is held against. */
  readonly earlier?: Earlier | undefined;
  /** Takes the document whole, before it is let go. */
  readonly keep?: ((document: Examined) => void) | undefined;
}

/** Checks one file. Whatever goes wrong with it is its own trouble. */
export const outcomeOf = (file: Operand, style: Style, { earlier, keep }: Beside = {}): Promise<Outcome> =>
  orTrouble(file, async (path) => ({ told: await toldOf(await examineSource(await openSource(path, style), earlier), style, keep) }));

/** What is done with a file, or why it could not be. */
export async function orTrouble<T>(
  file: Operand,
  act: (path: string) => Promise<T>,
): Promise<T | { readonly trouble: Pick<Trouble, "said"> }> {
  if (file instanceof Trouble) return { trouble: file };
  try {
    return await act(file);
  } catch (error) {
    return { trouble: asTrouble(error, { vi: `Kiểm ${file}`, en: `Checking ${file}` }) };
  }
}

/** A document that was examined, with its waivers and its layout. What reads those is loaded only where they are asked for. */
export async function toldOf(document: Examined, style: Style, keep?: Beside["keep"]): Promise<Told> {
  const path = style.waivers ?? nearestWaivers(document.source.file);
  const { document: waived, used } =
    path === undefined ? { document, used: [] } : (await import("./waivers/match.ts")).withWaivers(document, path);
  const whole = style.layout ? (await import("./layout.ts")).withLayout(waived) : waived;
  keep?.(whole);
  return tell(whole, style, path === undefined ? undefined : { file: path, used });
}
