import { relations } from "@khop/core";
import type { Fig } from "../../figures.ts";
import type { Hypothesis, Sight } from "../sight.ts";
import { derived } from "./derived.ts";

export function sharesOfParts(
  sight: Sight,
  found: Hypothesis,
  total: Fig,
  parts: readonly Fig[],
  shareOf: ReadonlyMap<Fig, { share: Fig; whole: Fig | undefined }>,
): void {
  const shares = parts.map((part) => shareOf.get(part)).filter((one) => one !== undefined);
  if (shares.length !== parts.length || parts.length < 2) return;
  const wholes = new Set(shares.map(({ whole }) => whole));
  const figures = shares.map(({ share }) => share);
  if (new Set(figures).size !== figures.length) return;
  if (wholes.size === 1 && wholes.has(total))
    sight.add(derived(found, [{ kind: relations.composition, seats: { shares: figures } }], "composition:list", found.prior, false));
  else {
    const own = shareOf.get(total);
    if (own && !figures.includes(own.share))
      sight.add(
        derived(found, [{ kind: relations.composition, seats: { whole: own.share, shares: figures } }], "composition:whole", 0.9, true),
      );
  }
}
