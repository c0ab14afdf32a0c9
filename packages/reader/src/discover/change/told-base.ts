import { fit, isMultiplierSlip, near, relations } from "@khop/core";
import { type Fig, isAmount, isLevelFigure, isRate, type Token } from "../../figures.ts";
import { past } from "../../lexicon/earlier.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { moves, promised } from "./promised.ts";

/**
 * `lợn 7.315 con, tăng 4,5% (cùng kỳ 6.988 con)`, `412,8 triệu quả, tăng 21,5 triệu quả (cùng kỳ 391,3 triệu quả)`: the brackets right behind a change say
 * what there was then, and the figure right before it what there is. Nothing else is meant, so that what does not fit is wrong.
 */
export function changeOnToldBase(sight: Sight, change: Fig, head: Fig | undefined): boolean {
  const base = thenBehind(sight, change);
  if (base === undefined || head === undefined || !isBefore(sight, head, change) || !alike(head, base)) return false;
  return tell(sight, change, head, base, "change:told-base");
}

/**
 * `tỷ lệ 4,78%, cao hơn kế hoạch giao (5,10%) là 0,32 điểm %`, `đạt 81,7%, cao hơn tháng 9 (79,2%) 3,2 điểm phần trăm`: between the verb and by how much stands what
 * is compared with, alone in brackets.
 */
export function changeOverBracket(sight: Sight, change: Fig): boolean {
  const [current, base] = sight.between(change.order - 2, change.order - 1);
  if (!current || !base || base.tokens !== change.tokens || current.tokens !== change.tokens || current.sentence !== change.sentence)
    return false;
  if (
    base.depth !== change.depth + 1 ||
    current.depth !== change.depth ||
    current.change ||
    base.change ||
    !standsInVerb(change, base, current)
  )
    return false;
  return [current, base, change].every(isRate) && tell(sight, change, current, base, "change:over-bracket");
}

/** That the change leads from the one to the other: as it stands, off by a slip, or told the other way. */
function tell(sight: Sight, change: Fig, current: Fig, base: Fig, pattern: string): boolean {
  const option = optionOf(change, current, base);
  if (option === undefined) return false;
  const places = { ...option.seats, [option.kind.focus]: change.cell, current: current.cell, base: base.cell };
  const holds = fit(option.kind, places) === "holds";
  const isMeant = near(option.kind, places, "double") || near(option.kind, places, "slip") || isMultiplierSlip(option.kind, places);
  if (!holds && !isMeant && !moves(change, current, base, change.change !== "fall")) return false;
  sight.add(promised(change, pattern, [option], { prior: 0.8, confirm: holds }));
  return true;
}

/** The verb stands before the brackets, and behind what moved; behind them stands nothing but "là". */
function standsInVerb(change: Fig, base: Fig, current: Fig): boolean {
  const { tokens } = change;
  const close = tokens.findIndex(({ text }, i) => i > base.token && text === ")");
  if (close < 0 || close > change.token || !tokens.slice(close + 1, change.token).every(({ text }) => text === "là")) return false;
  return tokens.slice(current.token + 1, base.token).some(({ cue }) => cue?.kind === "rise" || cue?.kind === "fall");
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
  // "tăng 55,7 ha (từ 2.903,2 ha)"
  const isThen =
    inside[0]?.text === "từ" || inside.some(({ type, text }) => type === "word" && text.split(" ").some((word) => past.has(word)));
  const isShort = inside.filter(({ type }) => type !== "figure").length <= WORDS && inside.every(({ type }) => type !== "cue");
  const next = sight.quantities[base.order + 1];
  const isAlone = next === undefined || next.tokens !== base.tokens || next.group !== base.group;
  return isRightBehind && isThen && isShort && (isAlone || inside[0]?.text !== "từ") ? base : undefined;
}

const UNIT = 4;
const WORDS = 6;

/** Nothing is counted between the figure and the change, but for another change of it. */
const isBefore = (sight: Sight, head: Fig, change: Fig): boolean =>
  head.sentence === change.sentence &&
  head.tokens === change.tokens &&
  sight.between(head.order + 1, change.order - 1).every((fig) => fig.change !== undefined);
