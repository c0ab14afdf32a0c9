import { fit, isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure } from "../../figures.ts";
import { alike, type Sight } from "../sight.ts";
import { baseNamed, promised } from "./promised.ts";

const BACK = 6;
const WORDS = 6;
const TELLING = 3;

/**
 * `quản lý 8.262 đối tượng, tăng thêm 143 và giảm 97 người so với tháng 10 (8.216 người)`: what came and what went, told side by side, lead from what there was to what
 * there is. Off by a slip of a key, one is wrong.
 */
export function netChanges(sight: Sight): void {
  for (const first of sight.quantities) {
    const second = sight.quantities[first.order + 1];
    if (!second || !areOpposite(first, second) || !areBeside(first, second)) continue;
    const opening = baseNamed(sight, second);
    const closing = sight
      .between(first.order - BACK, first.order - 1)
      .findLast((fig) => fig.sentence === first.sentence && fig.tokens === first.tokens && fig.depth === first.depth && isLevelFigure(fig));
    if (!opening || !closing || ![closing, first, second].every((fig) => alike(fig, opening))) continue;
    const [come, gone] = first.change === "rise" ? [first, second] : [second, first];
    const places = { closing: closing.cell, opening: opening.cell, ins: [come.cell], outs: [gone.cell] };
    const holds = fit(relations.balance, places) === "holds";
    if (!holds && (digitsOf(opening) < TELLING || !isOneSlipOff([{ kind: relations.balance, places }]))) continue;
    const seats = { closing, opening, ins: [come], outs: [gone] };
    if (holds) sight.takeBack(({ confirm, options: [option] }) => !confirm && Object.values(option?.seats ?? {}).includes(second));
    sight.add(promised(second, "change:net", [{ kind: relations.balance, seats }], { prior: 0.8, confirm: holds }));
  }
}

const areOpposite = (first: Fig, second: Fig): boolean =>
  isAmount(first) && isAmount(second) && first.change !== undefined && second.change !== undefined && first.change !== second.change;

function areBeside(first: Fig, second: Fig): boolean {
  const between = second.tokens.slice(first.token + 1, second.token);
  const isJoined = between.some(({ text }) => text === "và" || text === "," || text === "nhưng");
  const isPlain = between.every(({ type, text }) => type !== "sign" || text === ",");
  return second.tokens === first.tokens && second.sentence === first.sentence && isJoined && isPlain && between.length <= WORDS;
}
