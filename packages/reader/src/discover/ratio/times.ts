import { asPercent, cellOf, fit, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isMultiple, sizeOf } from "../../figures.ts";
import { alike, amountsBefore, type Sight } from "../sight.ts";
import { accuse, push } from "./told.ts";

/** `tăng gấp 4,8 lần`: the new figure over the old one, both printed near; only confirms. */
export function times(sight: Sight, fig: Fig): void {
  const whole = (fig.quantity?.decimals ?? 0) < 1;
  const around = [
    ...[...amountsBefore(sight, fig, 1)].slice(0, 5),
    ...sight.between(fig.order + 1, fig.order + 2).filter(isLevelFigure),
  ].filter((other) => other !== fig && !isMultiple(other));
  for (const current of around) {
    for (const base of around) {
      if (base === current || !alike(base, current) || (whole && (base.quantity?.approximate ?? 0) < 100)) continue;
      if (fit(relations.ratio, { ratio: fig.cell, numerators: [current.cell], denominator: base.cell }) !== "holds") continue;
      push(sight, fig, { ratio: fig, numerators: [current], denominator: base }, "ratio:times", true);
      return;
    }
  }
  byHowMuch(sight, fig, around);
}

/** `47.216,5 triệu đồng, cùng kỳ 36.104,8 triệu đồng (gấp 0,31 lần)`: by how much it rose, told as how many times it is. */
function byHowMuch(sight: Sight, fig: Fig, around: readonly Fig[]): void {
  if (fig.tokens[fig.token - 1]?.text !== "gấp" || digitsOf(fig) < 2 || sizeOf(fig) >= 1 || fig.quantity === null) return;
  for (const current of around)
    for (const base of around) {
      if (base === current || !alike(base, current) || sizeOf(base) < 100) continue;
      const growth = cellOf({ id: "growth", quantity: asPercent(fig.quantity) });
      if (fit(relations.growth, { growth, current: current.cell, base: base.cell }) !== "holds") continue;
      accuse(sight, fig, { ratio: fig, numerators: [current], denominator: base }, "ratio:times:growth");
      return;
    }
}
