import { fit, isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure, isPercent } from "../../figures.ts";
import { tellingName } from "../../words.ts";
import { alike, isUnseen, type Option, type Sight } from "../sight.ts";
import { promised } from "./promised.ts";

const BACK = 40;
const BLOCKS = 4;
const DIGITS = 3;

/**
 * `Tổng số người hưởng là 56.707 người … So với tháng 6, số người hưởng tăng 9.318 người, tương đương 19,7%`: a change and its rate, of the one figure that was told before by
 * that name. Off by a slip of a key, one is wrong.
 */
export function changesByName(sight: Sight): void {
  const tied = new Set<unknown>();
  for (const { options, confirm } of sight.hypotheses)
    for (const { kind, seats } of options)
      if (kind === relations.growth && !confirm && !isUnseen(seats.current as Fig)) tied.add(seats.growth);
  for (const amount of sight.quantities) {
    const rate = sight.quantities[amount.order + 1];
    if (!amount.change || !isAmount(amount) || !rate || !isPercent(rate) || rate.tokens !== amount.tokens || tied.has(rate)) continue;
    if (rate.sentence !== amount.sentence || (rate.change !== undefined && rate.change !== amount.change) || !isLinked(rate)) continue;
    const own = sight
      .between(amount.order - 4, amount.order - 1)
      .filter((fig) => fig.sentence === amount.sentence && fig.tokens === amount.tokens);
    if (own.some((fig) => isLevelFigure(fig) && alike(fig, amount))) continue;
    const name = tellingName(amount);
    if (name.length < 2) continue;
    const named = sight
      .between(amount.order - BACK, amount.order - 1)
      .filter(
        (fig) =>
          isLevelFigure(fig) &&
          fig.hedge === undefined &&
          alike(fig, amount) &&
          amount.blockIndex - fig.blockIndex <= BLOCKS &&
          name.every((word) => fig.phrase.includes(word) || fig.after.includes(word)),
      );
    const falls = amount.change === "fall";
    const placesOf = (current: Fig) => ({ growth: rate.cell, current: current.cell, difference: amount.cell, falls });
    const holding = named.findLast((current) => fit(relations.growth, placesOf(current)) === "holds");
    const [only, other] = named;
    const isOff =
      only !== undefined &&
      other === undefined &&
      digitsOf(amount) >= DIGITS &&
      (rate.quantity?.decimals ?? 0) >= 1 &&
      isOneSlipOff([{ kind: relations.growth, places: placesOf(only) }]);
    const current = holding ?? (isOff ? only : undefined);
    if (current === undefined) continue;
    const option: Option = { kind: relations.growth, seats: { growth: rate, current, difference: amount, falls } };
    sight.add(promised(amount, "change:by-name", [option], { prior: 0.7, confirm: holding !== undefined }));
  }
}

/** "tương đương", "tức", "hay" lead to the rate, or it stands in brackets. */
const isLinked = (rate: Fig): boolean =>
  rate.tokens[rate.token - 1]?.text === "(" ||
  rate.cues.some(({ cue, near }) => near && (cue.kind === "same" || cue.words === "tức" || cue.kind === "rise" || cue.kind === "fall"));
