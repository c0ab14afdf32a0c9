import { relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure, isPercent } from "../../figures.ts";
import { past } from "../../lexicon/earlier.ts";
import { alike, type Option, type Sight, type Unseen } from "../sight.ts";
import { promised } from "./promised.ts";

const BEHIND = 6;
const REACH = 2;

/**
 * `gieo cấy 38.462 ha, bằng 98,5% so với vụ trước, giảm 583 ha`: what there was then is printed nowhere, yet it is what the one is so much of,
 * and what the other fell from.
 */
export function shareOfThen(sight: Sight, share: Fig): void {
  if (!isPercent(share) || share.change || share.threshold || (share.quantity?.decimals ?? 0) < 1 || !isComparedWithThen(share)) return;
  const current = subjectOf(sight, share);
  if (current === undefined) return;
  const behind = sight.between(share.order + 1, share.order + REACH);
  const change = behind.find((fig) => fig.change !== undefined);
  // What stands between, or behind in brackets, may be what it is held against.
  if (!change || change.order !== share.order + 1 || !isAmount(change) || !alike(change, current) || digitsOf(change) < 2) return;
  if (!isBeside(change, share) || change.hedge !== undefined || isToldBehind(sight, change)) return;
  const base: Unseen = { unseen: `then:${share.index}`, label: "kỳ trước", integer: current.quantity?.exact ?? false };
  const options: Option[] = [
    { kind: relations.share, seats: { share, parts: [current], whole: base } },
    { kind: relations.difference, seats: { difference: change, current, base, falls: change.change === "fall" } },
  ];
  for (const option of options) sight.add(promised(change, "change:share-of-then", [option], { prior: 0.85, confirm: false }));
}

/** The figure before it, over other shares of the same and over what brackets say of those. */
function subjectOf(sight: Sight, share: Fig): Fig | undefined {
  const before = sight.between(share.order - BACK, share.order - 1).filter((fig) => isBeside(fig, share) && fig.depth === share.depth);
  const last = before.findLastIndex((fig) => !isPercent(fig));
  const current = before[last];
  const isAlone = before.slice(last + 1).every((fig) => fig.change === undefined);
  return current && isLevelFigure(current) && isAlone ? current : undefined;
}

const BACK = 5;

/** "bằng 98,5% so với cùng kỳ", "bằng 98,5% cùng kỳ": words for an earlier time right behind it. */
function isComparedWithThen({ tokens, token: at, clause }: Fig): boolean {
  const words = tokens.slice(at + 1, at + 1 + BEHIND).filter(({ place }) => place.clause === clause);
  const end = words.findIndex(({ type, figure }) => type === "sign" || figure?.role === "quantity");
  return (end < 0 ? words : words.slice(0, end)).some(({ text }) => text.split(" ").some((word) => past.has(word)));
}

const isBeside = (a: Fig, b: Fig): boolean => a.sentence === b.sentence && a.blockIndex === b.blockIndex;

/** Brackets right behind the change may print what there was. */
function isToldBehind(sight: Sight, change: Fig): boolean {
  const next = sight.quantities[change.order + 1];
  return next !== undefined && isBeside(next, change) && next.depth > change.depth && alike(next, change);
}
