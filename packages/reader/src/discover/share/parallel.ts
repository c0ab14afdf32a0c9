import { fit, relations } from "@khop/core";
import { type Fig, isLevelFigure, isPercent } from "../../figures.ts";
import { alike, isUnseen, type Option, type Sight } from "../sight.ts";
import { isNear } from "./near.ts";
import type { Orphan } from "./orphan.ts";

const LEAST = 3;
const FARTHEST = 3;

/**
 * `trẻ phải tiêm: nhóm 1 7.915 trẻ, nhóm 2 16.430 trẻ, nhóm 3 23.915 trẻ. Đã tiêm nhóm 1 7.502 trẻ (94,8%), nhóm 2 15.986 trẻ (97,3%), nhóm 3 23.304 trẻ
 * (97,4%)`: the shares of one sentence, each of the figure that stands in the same place of a list before. All but one at least must fit. Gives the shares that are told so.
 */
export function parallelShares(sight: Sight, orphans: readonly Orphan[]): ReadonlySet<Fig> {
  const told = new Set<Fig>();
  if (orphans.length === 0) return told;
  const lists = sight.totals
    .map(({ parts }) => parts.filter((part): part is Fig => !isUnseen(part)))
    .filter(({ length }) => length >= LEAST);
  if (lists.length === 0) return told;
  for (const orphan of orphans) {
    if (told.has(orphan.share)) continue;
    for (const pairs of [pairsOf(sight, orphan.share, partBefore), pairsOf(sight, orphan.share, partBehind)]) {
      const found = pairs.length < LEAST ? undefined : lists.find((list) => isParallel(pairs, list));
      if (found === undefined) continue;
      pairs.forEach(({ share, part }, i) => {
        if (sight.shares.has(share)) return;
        const option = optionOf(share, part, found[i] as Fig);
        const holds = isKept(option);
        if (!holds && !isNear(option) && !isNear(option, "double")) return;
        told.add(share);
        share.subject = part;
        sight.add({
          options: [holds ? { ...option, verdict: "holds" } : option],
          prior: holds ? 0.95 : 0.8,
          pattern: "share:parallel",
          cue: share.depth > 0 ? "(%)" : "",
          confirm: holds,
          passage: share.blockIndex,
        });
      });
      break;
    }
  }
  return told;
}

interface Pair {
  readonly share: Fig;
  readonly part: Fig;
}

const optionOf = (share: Fig, part: Fig, whole: Fig): Option => ({ kind: relations.share, seats: { share, parts: [part], whole } });

const isKept = ({ kind, seats }: Option): boolean => {
  const { share, parts, whole } = seats as { share: Fig; parts: readonly [Fig]; whole: Fig };
  return fit(kind, { share: share.cell, parts: [parts[0].cell], whole: whole.cell }) === "holds";
};

/** As many, of one kind, told before; and all but one fit. */
function isParallel(pairs: readonly Pair[], list: readonly Fig[]): boolean {
  const [first] = pairs;
  if (first === undefined || list.length !== pairs.length || !list.every((fig) => alike(fig, first.part))) return false;
  const last = list.at(-1) as Fig;
  if (
    last.order >= Math.min(first.part.order, first.share.order) ||
    first.share.blockIndex - (list[0] as Fig).blockIndex > FARTHEST + list.length
  )
    return false;
  const kept = pairs.filter(({ share, part }, i) => part !== list[i] && isKept(optionOf(share, part, list[i] as Fig))).length;
  return kept >= 2 && kept >= pairs.length - 1 && pairs.every(({ share }) => (share.quantity?.decimals ?? 0) >= 1);
}

/** The percentages of a sentence that stand as one of them does, each with its figure; nothing where one has none. */
function pairsOf(sight: Sight, of: Fig, partOf: (sight: Sight, share: Fig) => Fig | undefined): readonly Pair[] {
  const own = sight
    .between(of.order - REACH, of.order + REACH)
    .filter((fig) => isPercent(fig) && !fig.change && fig.tokens === of.tokens && fig.sentence === of.sentence && fig.depth === of.depth);
  const pairs = own.map((share) => ({ share, part: partOf(sight, share) }));
  // "421 trường, chiếm 69,1%; trong đó mầm non đạt 64,9% (139 trường)": the share of all opens them.
  const at = pairs.findIndex(({ part }) => part !== undefined);
  const run = at < 0 ? [] : pairs.slice(at);
  return run.every((pair): pair is Pair => pair.part !== undefined) ? (run as Pair[]) : [];
}

const REACH = 24;

/** The amount right before a percentage. */
function partBefore(sight: Sight, share: Fig): Fig | undefined {
  const before = sight.quantities[share.order - 1];
  return before !== undefined && isLevelFigure(before) && before.tokens === share.tokens && before.sentence === share.sentence
    ? before
    : undefined;
}

/** `mầm non đạt 64,9% (139 trường)`: the amount alone in brackets right behind a percentage. */
function partBehind(sight: Sight, share: Fig): Fig | undefined {
  const next = sight.quantities[share.order + 1];
  const isBehind =
    next !== undefined &&
    isLevelFigure(next) &&
    next.tokens === share.tokens &&
    next.depth === share.depth + 1 &&
    next.token - share.token <= 3;
  return isBehind ? next : undefined;
}
