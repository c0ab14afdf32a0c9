import { periodName, type Ties } from "@khop/core";
import { tieChanges } from "./changes.ts";
import { tieColumns } from "./columns.ts";
import { copiesIn, stalePeriodsIn } from "./copies.ts";
import { type Pairable, type Pairing, pairDocuments, type Seating } from "./pair.ts";
import { tieRestated } from "./restated.ts";
import { tieRunning } from "./running.ts";
import { unmentionedTasks } from "./tasks.ts";
import { type Other, Tying } from "./ties.ts";

/** What an earlier report says of a later one: for `examineAgainst` of `@khop/core`. */
export interface Against {
  readonly ties: Ties;
  readonly pairing: Pairing;
  /** Comparisons whose base would stand in a report of another period than this one. */
  readonly unchecked: { readonly sameLastYear: number; readonly previous: number };
  /** More ties are broken than hold: this is perhaps not the report of the period before. */
  readonly isDoubtful: boolean;
}

/**
 * Holds a report against that of an earlier period: bases of rises and falls, figures printed again, running totals, opening stocks;
 * what looks copied, and tasks of which nothing is said.
 *
 * Wording accuses, arithmetic only confirms: where several figures may be meant and one of them fits, it is taken.
 *
 * - Throws: nothing; reports that have little in common give few ties.
 */
export function against(now: Pairable, before: Pairable, other: Other, seating?: Seating): Against {
  const pairing = pairDocuments(before, now, seating);
  const tying = new Tying(pairing, other, "earlier");
  const unchecked = tieChanges(tying);
  tieRestated(tying);
  tieRunning(tying);
  tieColumns(tying);
  const signs = [...copiesIn(tying), ...stalePeriodsIn(tying, periodName), ...unmentionedTasks(tying)];
  return { ties: { ...tying.made(), signs }, pairing, unchecked, isDoubtful: tying.isDoubtful };
}
