import type { Hypothesis, Option } from "../sight.ts";

export const derived = (found: Hypothesis, options: readonly Option[], pattern: string, prior: number, confirm: boolean): Hypothesis => ({
  options,
  prior,
  pattern,
  cue: found.cue,
  confirm,
  passage: found.passage,
});

/** So many figures about a list are looked at for its rates. */
export const NEAR = 40;
