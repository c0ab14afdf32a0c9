import { fit, near, relations } from "@khop/core";
import { type Fig, isAmount, isLevelFigure, isRate } from "../../figures.ts";
import { alike, type Sight } from "../sight.ts";
import { promised } from "./promised.ts";

const ARRIVES = new Set(["lên", "xuống", "còn", "đến"]);
const REACH = 3;

/** `giảm từ 1.934 triệu đồng xuống 1.648 triệu đồng, tức giảm 14,8%`: from one figure to another, and by how much. */
export function fromTo(sight: Sight, base: Fig): void {
  const current = sight.quantities[base.order + 1];
  if (base.tokens[base.token - 1]?.text !== "từ" || !current || !isBeside(base, current)) return;
  if (!(isLevelFigure(base) && alike(base, current)) && !(isRate(base) && isRate(current))) return;
  if (!ARRIVES.has(current.tokens[current.token - 1]?.text ?? "")) return;
  rateBefore(sight, base, current);
  for (const change of sight.between(current.order + 1, current.order + REACH)) {
    if (change.change === undefined || !isBeside(base, change)) return;
    const falls = change.change === "fall";
    if (isRate(change) && isAmount(base)) {
      const seats = { growth: change, current, base, falls };
      const places = { growth: change.cell, current: current.cell, base: base.cell, falls };
      if (isNear(relations.growth, places))
        sight.add(promised(change, "change:from-to", [{ kind: relations.growth, seats }], { prior: 0.8, confirm: false }));
    } else if (alike(change, base) || (isRate(change) && isRate(base))) {
      const seats = { difference: change, current, base, falls };
      const places = { difference: change.cell, current: current.cell, base: base.cell, falls };
      if (isNear(relations.difference, places))
        sight.add(promised(change, "change:from-to", [{ kind: relations.difference, seats }], { prior: 0.8, confirm: false }));
    }
  }
}

/** `giảm 3,64% do mưa sớm, nhu cầu bơm tưới từ 97,63 triệu kWh còn 94,08 triệu kWh`: the rate stands before both; the wrong way round, or a slip off. */
function rateBefore(sight: Sight, base: Fig, current: Fig): void {
  const rate = sight.quantities[base.order - 1];
  if (!rate?.change || !isRate(rate) || !isAmount(base) || rate.quantity?.unit.kind !== "percent" || !isBeside(rate, base)) return;
  if ((rate.quantity.decimals ?? 0) < 1) return;
  const falls = rate.change === "fall";
  const places = { growth: rate.cell, current: current.cell, base: base.cell, falls };
  const isTurned = fit(relations.growth, { ...places, falls: !falls }) === "holds";
  if (!isTurned && fit(relations.growth, places) !== "holds" && !near(relations.growth, places, "slip")) return;
  sight.add(
    promised(rate, "change:from-to", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }], {
      prior: 0.8,
      confirm: false,
    }),
  );
}

const isNear = (kind: typeof relations.growth | typeof relations.difference, places: Readonly<Record<string, unknown>>): boolean =>
  near(kind, places, "double") || near(kind, places, "slip");

const isBeside = (a: Fig, b: Fig): boolean => a.sentence === b.sentence && a.blockIndex === b.blockIndex;
