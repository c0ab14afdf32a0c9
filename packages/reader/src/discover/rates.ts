import type { Fig } from "../figures.ts";
import type { Changes } from "./changes.ts";
import { changesOfParts } from "./rate/changes-of-parts.ts";
import { hundreds } from "./rate/hundreds.ts";
import { ratesInList, ratesOfLevels, ratesOfWhole } from "./rate/in-list.ts";
import { partsOfOneWhole } from "./rate/parts-of-whole.ts";
import { sharesOfParts } from "./rate/shares-of-parts.ts";
import type { Orphan } from "./share/orphan.ts";
import { isUnseen, type Sight } from "./sight.ts";

/** What follows from totals and shares that were found: changes add up too, shares make 100, a rate lies between its parts' rates. */
export function discoverRates(sight: Sight, changes: ReadonlyMap<Fig, Changes>, orphans: readonly Orphan[]): void {
  const shareOf = new Map<Fig, { share: Fig; whole: Fig | undefined }>();
  for (const { share, parts, whole } of sight.shares.values()) if (parts.length === 1) shareOf.set(parts[0], { share, whole });
  for (const { part, share, option } of orphans)
    if (!shareOf.has(part)) shareOf.set(part, { share, whole: option?.seats.whole as Fig | undefined });
  const totals = [...sight.totals];
  for (const { found, total, parts: all } of totals) {
    if (isUnseen(total)) continue;
    const parts = all.filter((one): one is Fig => !isUnseen(one));
    changesOfParts(sight, found, total, parts, changes);
    sharesOfParts(sight, found, total, parts, shareOf);
  }
  partsOfOneWhole(sight);
  for (const passage of sight.passages) {
    ratesInList(sight, passage);
    ratesOfLevels(sight, passage);
    ratesOfWhole(sight, passage);
    hundreds(sight, passage);
  }
}
