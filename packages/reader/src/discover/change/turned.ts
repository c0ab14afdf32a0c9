import { fit, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isRate } from "../../figures.ts";
import { isCompared, isComparedInBracket, isInBracketOfThen } from "../compared.ts";
import { alike, type Sight } from "../sight.ts";
import { moves, promised } from "./promised.ts";

const BACK = 14;

/**
 * `sinh ra 1.230 trẻ (642 nam, 588 nữ), tỷ số giới tính 109,2; tăng 57 trẻ so với cùng kỳ (1.287 trẻ)`: by just so much it went the other way than
 * the word says. What it is compared with stands in brackets: right behind the change, or before it with others of its row.
 */
export function turnedSinceBracket(sight: Sight, amount: Fig): boolean {
  if (amount.change === undefined || amount.hedge !== undefined) return false;
  const falls = amount.change === "fall";
  for (const base of basesOf(sight, amount)) {
    const current = currentsOf(sight, amount, base).find((one) => moves(amount, one, base, !falls));
    if (current === undefined || !isTelling(sight, amount, current, base)) continue;
    const seats = { difference: amount, current, base, falls };
    sight.add(promised(amount, "change:turned", [{ kind: relations.difference, seats }], { prior: 0.8, confirm: false }));
    return true;
  }
  return false;
}

const SENTENCES = 2;

/** `đạt tỷ lệ 48,34%; … So với chỉ tiêu được giao (46,00%) thấp hơn 2,34%`: between rates, and what it is held against stands in the brackets right before. */
export function turnedSinceRate(sight: Sight, change: Fig): boolean {
  const base = sight.quantities[change.order - 1];
  if (change.change === undefined || !isRate(change) || !base || !isRate(base) || base.change !== undefined) return false;
  if (base.depth !== change.depth + 1 || base.tokens !== change.tokens || base.sentence !== change.sentence || !isCompared(base))
    return false;
  const current = sight
    .between(change.order - BACK, change.order - 2)
    .findLast(
      (fig) =>
        isRate(fig) &&
        fig.change === undefined &&
        fig.depth === change.depth &&
        fig.blockIndex === change.blockIndex &&
        change.sentence - fig.sentence <= SENTENCES,
    );
  const falls = change.change === "fall";
  if (!current || (change.quantity?.decimals ?? 0) < 1 || digitsOf(change) < 2 || !moves(change, current, base, !falls)) return false;
  const seats = { difference: change, current, base, falls };
  sight.add(promised(change, "change:turned", [{ kind: relations.difference, seats }], { prior: 0.8, confirm: false }));
  return true;
}

/** What was then: in brackets that words of comparing lead to, in the sentence of the change. */
const basesOf = (sight: Sight, amount: Fig): readonly Fig[] =>
  sight
    .between(amount.order - BACK, amount.order + 2)
    .filter(
      (fig) =>
        fig.sentence === amount.sentence &&
        fig.blockIndex === amount.blockIndex &&
        fig.depth === amount.depth + 1 &&
        isLevelFigure(fig) &&
        alike(fig, amount) &&
        (isComparedInBracket(fig) || isInBracketOfThen(fig)),
    );

/** What it is now: said before both, of the same thing, the nearest first. */
const currentsOf = (sight: Sight, amount: Fig, base: Fig): readonly Fig[] =>
  sight
    .between(amount.order - BACK, Math.min(amount.order, base.order) - 1)
    .filter(
      (fig) =>
        fig.blockIndex === amount.blockIndex &&
        amount.sentence - fig.sentence <= 1 &&
        isLevelFigure(fig) &&
        alike(fig, amount) &&
        !isComparedInBracket(fig) &&
        isOfOneThing(fig, base),
    )
    .reverse();

/** `43 người chết` and `chết 37 người`: where the words behind the one say more than a unit, the other is said of them too. */
function isOfOneThing(current: Fig, base: Fig): boolean {
  const unit = new Set(base.quantity?.unit.id.split(" "));
  const named = base.after.filter((word) => !unit.has(word));
  return named.length === 0 || [...current.before, ...current.after].some((word) => named.includes(word));
}

/** Two digits and more, a rate behind that tells the same, or brackets right behind the change: no accident of small numbers. */
function isTelling(sight: Sight, amount: Fig, current: Fig, base: Fig): boolean {
  if (digitsOf(amount) >= 2 || base.order === amount.order + 1) return digitsOf(base) >= 2;
  const rate = sight.quantities[amount.order + 1];
  if (!rate || !isRate(rate) || rate.sentence !== amount.sentence || rate.tokens !== amount.tokens) return false;
  return fit(relations.growth, { growth: rate.cell, current: current.cell, base: base.cell, falls: amount.change !== "fall" }) === "holds";
}
