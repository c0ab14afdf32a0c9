import { fit, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure } from "../../figures.ts";
import { alike, type Sight } from "../sight.ts";

const TELLING = 3;
const AROUND = 24;
const WORDS = 60;

/**
 * `41.620 việc, tăng 16,8% so với cùng kỳ (38.415 việc)`: the figure right before, and alone in the brackets right behind, of the same unit, what it was. However far
 * off the rate is, nothing else can be meant, as long as no figure about makes it fit.
 */
export function isOnlyMeant(sight: Sight, rate: Fig, current: Fig, base: Fig): boolean {
  const unit = base.quantity?.unit.id ?? "";
  const own = current.quantity?.unit.id ?? "";
  if (unit === "" || !(own === unit || own.startsWith(`${unit} `)) || base.quantity?.exponent !== current.quantity?.exponent) return false;
  if (rate.quantity?.unit.kind !== "percent" || rate.quantity.decimals < 1 || Math.min(digitsOf(current), digitsOf(base)) < TELLING)
    return false;
  if ([rate, current, base].some(({ hedge }) => hedge !== undefined && hedge !== "estimate")) return false;
  if (current.sentence !== rate.sentence || current.depth !== rate.depth || base.depth !== rate.depth + 1 || !isAlone(sight, base))
    return false;
  if (!sight.between(current.order + 1, rate.order - 1).every((fig) => fig.change !== undefined)) return false;
  return !tellsOfPrices(rate) && !fitsOtherwise(sight, rate, current, base);
}

const isAlone = (sight: Sight, base: Fig): boolean =>
  [base.order - 1, base.order + 1].every((order) => {
    const other = sight.quantities[order];
    return other === undefined || other.tokens !== base.tokens || other.group !== base.group;
  });

/** Growth at the prices of another year is not that of the amounts that are printed. */
const tellsOfPrices = ({ tokens, token: at, sentence }: Fig): boolean =>
  tokens
    .slice(Math.max(0, at - WORDS), at + WORDS)
    .some((token) => token.sentence === sentence && /^(?:giá|grdp|gdp|iip|trượt|lạm)$/.test(token.text.split(" ")[0] ?? ""));

/** Another figure about that the rate leads to from this base, or from another base to this figure. */
function fitsOtherwise(sight: Sight, rate: Fig, current: Fig, base: Fig): boolean {
  const falls = rate.change === "fall";
  const holds = (now: Fig, then: Fig): boolean =>
    fit(relations.growth, { growth: rate.cell, current: now.cell, base: then.cell, falls }) === "holds";
  return sight
    .between(rate.order - AROUND, rate.order + AROUND)
    .some((fig) => fig !== current && fig !== base && isLevelFigure(fig) && alike(fig, base) && (holds(fig, base) || holds(current, fig)));
}
