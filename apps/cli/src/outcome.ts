import { type Examined, examineSource } from "./examined.ts";
import type { Operand } from "./input/operands.ts";
import { readSource } from "./input/source.ts";
import { type Style, type Told, tell } from "./told.ts";
import { asTrouble, Trouble } from "./trouble.ts";
import { nearestWaivers } from "./waivers/nearest.ts";

/** What came of a file: what is told of it, or why it could not be checked. */
export type Outcome = { readonly told: Told } | { readonly trouble: Pick<Trouble, "said"> };

/** Checks one file. Whatever goes wrong with it is its own trouble. */
export async function outcomeOf(file: Operand, style: Style, keep?: (document: Examined) => void): Promise<Outcome> {
  if (file instanceof Trouble) return { trouble: file };
  try {
    const document = await examineSource(readSource(file));
    const path = style.waivers ?? nearestWaivers(file);
    // What reads waivers is loaded only where there is a file of them.
    const { document: waived, used } = path === undefined ? { document } : (await import("./waivers/match.ts")).withWaivers(document, path);
    keep?.(waived);
    return { told: tell(waived, style, path === undefined ? undefined : { file: path, used: used ?? [] }) };
  } catch (error) {
    return { trouble: asTrouble(error, { vi: `Kiểm ${file}`, en: `Checking ${file}` }) };
  }
}
