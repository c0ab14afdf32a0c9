import { fit, near, relations } from "@khop/core";
import { type Fig, isAmount, isLevelFigure, isRate } from "../../figures.ts";
import { alike, type Sight } from "../sight.ts";
import { promised } from "./promised.ts";

/** `số người chết giảm 20,7% (29 → 23)`, `tăng 5 (36 → 41)`, `36 → 41 người (tăng 5)`: an arrow from what it was to what it is, beside the change. */
export function byArrow(sight: Sight, base: Fig): void {
  const current = sight.quantities[base.order + 1];
  if (!current || current.tokens !== base.tokens || !isArrowBetween(base, current)) return;
  if (!(isLevelFigure(base) && isLevelFigure(current) && alike(base, current)) && !(isRate(base) && isRate(current))) return;
  const before = sight.quantities[base.order - 1];
  if (before?.tokens === base.tokens && isHeldBy(base, before)) changed(sight, before, base, current);
  const behind = sight.quantities[current.order + 1];
  if (behind?.tokens === base.tokens && current.tokens.slice(current.token + 1, behind.token).length <= BEHIND)
    changed(sight, behind, base, current);
}

const ARROWS = /^(?:[→➝➔⟶⇒]|-+>|=+>)$/;

/** Nothing but the arrow and a unit stands between. */
const isArrowBetween = (base: Fig, current: Fig): boolean => {
  // What is not there at all is not looked at word by word.
  if (current.token - base.token > FARTHEST || !hasArrow(base.tokens, base.token + 1, current.token)) return false;
  const between = base.tokens.slice(base.token + 1, current.token);
  const unit = new Set(base.quantity?.unit.id.split(" "));
  const text = between.filter(({ text: word }) => !word.split(" ").every((one) => unit.has(one))).map(({ text: word }) => word);
  return ARROWS.test(text.join("")) && current.depth === base.depth;
};

/** A unit of some words on both sides, and an arrow of some signs. */
const FARTHEST = 12;

function hasArrow(tokens: Fig["tokens"], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]?.type === "sign" && /[→➝➔⟶⇒>]/.test(tokens[i]?.text ?? "")) return true;
  return false;
}

/** The brackets right behind the change open with it. */
const isHeldBy = (base: Fig, change: Fig): boolean =>
  base.depth === change.depth + 1 && base.tokens[base.token - 1]?.text === "(" && base.token - change.token <= BEHIND;

/** A unit, a bracket or a comma, and the verb. */
const BEHIND = 5;

function changed(sight: Sight, change: Fig, base: Fig, current: Fig): void {
  if (change.change === undefined || change.hedge !== undefined) return;
  const falls = change.change === "fall";
  const isGrowth = isRate(change) && isAmount(base);
  if (!isGrowth && !alike(change, base) && !(isRate(change) && isRate(base))) return;
  const places = { current: current.cell, base: base.cell };
  const isMeant = (turned: boolean): boolean => {
    const way = { ...places, falls: turned ? !falls : falls };
    const [kind, own] = isGrowth
      ? [relations.growth, { ...way, growth: change.cell }]
      : [relations.difference, { ...way, difference: change.cell }];
    return fit(kind, own) === "holds" || (!turned && (near(kind, own, "double") || near(kind, own, "slip")));
  };
  if (!isMeant(false) && !isMeant(true)) return;
  const told = { prior: 0.85, confirm: false };
  const seats = { current, base, falls };
  if (isGrowth) sight.add(promised(change, "change:arrow", [{ kind: relations.growth, seats: { growth: change, ...seats } }], told));
  else sight.add(promised(change, "change:arrow", [{ kind: relations.difference, seats: { difference: change, ...seats } }], told));
}
