import { changeFits, near as isSlip, relations } from "@khop/core";
import { type Fig, isLevelFigure, isRate, type Token } from "../../figures.ts";
import { alike, type Hypothesis, type Option, type Sight } from "../sight.ts";

/** What a rise or fall promises, in the words that say it. Unless told otherwise, arithmetic only confirms. */
export function promised(
  by: Fig,
  pattern: string,
  options: readonly Option[],
  { prior = 0.9, confirm = true }: Partial<Pick<Hypothesis, "prior" | "confirm">> = {},
): Hypothesis {
  return { options, prior, pattern, cue: by.change === "fall" ? "giảm" : "tăng", confirm, passage: by.blockIndex };
}

export const moves = (change: Fig, current: Fig, base: Fig, falls: boolean): boolean =>
  change.quantity !== null &&
  current.quantity !== null &&
  base.quantity !== null &&
  changeFits(change.quantity, current.quantity, base.quantity, falls);

/** `tăng 15% so với quý I`: the words behind the rate say what it is measured against. */
export function comparesAfter({ tokens, token: at }: Fig): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 4); i++) {
    const token = tokens[i] as Token;
    if (token.cue?.kind === "versus") return true;
    if (token.type !== "word" && !(token.text === ")" && i === at + 1)) return false;
  }
  return false;
}

/** A base that a slip away from it is no accident of small numbers. */
export const TELLING = 100;

export const NAMED = 16;

/** In parentheses behind "so với", these say when; other words say what else. */
const WHEN = new Set("cùng kỳ năm tháng quý tuần ngày vụ mùa đợt khóa học trước này là đạt có số".split(" "));

/** `tăng 60 đơn so với 1.600 đơn của cùng kỳ`: the figure right behind the words that compare. */
export function baseNamed(sight: Sight, change: Fig): Fig | undefined {
  const from = rateInside(sight, change) ?? rateBeside(sight, change) ?? change;
  const next = sight.quantities[from.order + 1];
  if (next === undefined || next.blockIndex !== change.blockIndex || next.sentence !== change.sentence) return undefined;
  if (!comparesAfter(from) || next.token - from.token > NAMED || !isLevelFigure(next)) return undefined;
  const between = change.tokens.slice(from.token + 1, next.token).filter(({ text }, i) => text !== ")" || from === change || i > CLOSES);
  if (between.some(({ type, text, cue }) => (type === "sign" && !/[(:/]/.test(text)) || cue?.kind === "opener")) return undefined;
  const open = between.findIndex(({ text }) => text === "(");
  if (open >= 0 && between.slice(open + 1).some(({ type, text }) => type === "word" && !WHEN.has(text))) return undefined;
  return isRate(change) || alike(next, change) ? next : undefined;
}

/** `giảm 39 vụ (3,7%) so với 1.043 vụ`: what brackets say of the change parts it from its base no further. */
function rateInside(sight: Sight, change: Fig): Fig | undefined {
  const rate = sight.quantities[change.order + 1];
  const isInside = rate !== undefined && isRate(rate) && rate.tokens === change.tokens && rate.depth === change.depth + 1;
  return isInside && !isRate(change) && rate.tokens[rate.token + CLOSES]?.text === ")" ? rate : undefined;
}

/** `tăng 3.124 em, tăng 1,3% so với năm học trước là 242.018 em`: the same change told once more, as a rate. */
function rateBeside(sight: Sight, change: Fig): Fig | undefined {
  const rate = sight.quantities[change.order + 1];
  if (!rate || isRate(change) || !isRate(rate) || rate.change !== change.change || rate.tokens !== change.tokens) return undefined;
  if (rate.depth !== change.depth || rate.token - change.token > BESIDE) return undefined;
  const unit = new Set(change.quantity?.unit.id.split(" "));
  const between = rate.tokens.slice(change.token + 1, rate.token);
  const isLinked = between.every(
    ({ text, cue }) => text === "," || text.split(" ").every((word) => unit.has(word)) || cue?.kind === rate.change,
  );
  return isLinked ? rate : undefined;
}

/** A unit of some words, a comma and the verb. */
const BESIDE = 6;

/** Behind a percentage, the bracket closes. */
const CLOSES = 1;

/** Off by little, or by what one slip of a key would mend. */
export const isClose = (places: Parameters<typeof isSlip>[1]): boolean =>
  isSlip(relations.growth, places, "some") || isSlip(relations.growth, places, "slip");
