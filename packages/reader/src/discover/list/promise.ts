import type { Listing } from "../listings.ts";
import type { Hypothesis, Option } from "../sight.ts";

/** What a list promises, in the words that open it. */
export function hypothesis({ passage, pattern, cue }: Listing, option: Option, prior: number): Hypothesis {
  return { options: [option], prior, pattern, cue, confirm: false, passage: passage.index };
}
