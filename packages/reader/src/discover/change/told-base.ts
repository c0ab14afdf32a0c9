import { fit, isMultiplierSlip, near, relations } from "@khop/core";
import { type Fig, isAmount, isLevelFigure, isRate, type Token } from "../../figures.ts";
import { earlierWords } from "../../lexicon/earlier.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { moves, promised } from "./promised.ts";

const PAST = new Set(earlierWords);

/**
 * `lợn 7.315 con, tăng 4,5% (cùng kỳ 6.988 con)`, `412,8 triệu quả, tăng 21,5 triệu quả (cùng kỳ 391,3 triệu quả)`: the brackets right behind a change say
 * what there was then, and the figure right before it what there is. Nothing else is meant, so that what does not fit is wrong.
 */
export function changeOnToldBase(sight: Sight, change: Fig, head: Fig | undefined): boolean {
  const base = thenBehind(sight, change);
  if (base === undefined || head === undefined || !isBefore(sight, head, change) || !alike(head, base)) return false;
  const option = optionOf(change, head, base);
  if (option === undefined) return false;
  const places = { ...option.seats, [option.kind.focus]: change.cell, current: head.cell, base: base.cell };
  const holds = fit(option.kind, places) === "holds";
  const isMeant = near(option.kind, places, "double") || near(option.kind, places, "slip") || isMultiplierSlip(option.kind, places);
  if (!holds && !isMeant && !moves(change, head, base, change.change !== "fall")) return false;
  sight.add(promised(change, "change:told-base", [option], { prior: 0.8, confirm: holds }));
  return true;
}

function optionOf(change: Fig, current: Fig, base: Fig): Option | undefined {
  const falls = change.change === "fall";
  if (isAmount(change) ? alike(change, base) : isRate(base))
    return { kind: relations.difference, seats: { difference: change, current, base, falls } };
  if (isRate(change) && isAmount(base) && change.quantity?.unit.kind === "percent")
    return { kind: relations.growth, seats: { growth: change, current, base, falls } };
  return undefined;
}

/** The only figure in the brackets right behind a change, with a word for an earlier time. */
function thenBehind(sight: Sight, change: Fig): Fig | undefined {
  const base = sight.quantities[change.order + 1];
  if (base === undefined || base.tokens !== change.tokens || base.depth !== change.depth + 1 || !isLevelFigure(base)) return undefined;
  const between = change.tokens.slice(change.token + 1, base.token);
  const open = between.findIndex(({ text }) => text === "(");
  const isRightBehind = open >= 0 && open <= UNIT && between.slice(0, open).every(({ type }: Token) => type === "word");
  const inside = between.slice(open + 1);
  const isThen = inside.some(({ type, text }) => type === "word" && text.split(" ").some((word) => PAST.has(word)));
  const isShort = inside.filter(({ type }) => type !== "figure").length <= WORDS && inside.every(({ type }) => type !== "cue");
  return isRightBehind && isThen && isShort ? base : undefined;
}

const UNIT = 4;
const WORDS = 6;

/** Nothing is counted between the figure and the change, but for another change of it. */
const isBefore = (sight: Sight, head: Fig, change: Fig): boolean =>
  head.sentence === change.sentence &&
  head.tokens === change.tokens &&
  sight.between(head.order + 1, change.order - 1).every((fig) => fig.change !== undefined);
