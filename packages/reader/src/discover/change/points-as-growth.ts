import { fit, relations } from "@khop/core";
import { digitsOf, type Fig, isRate } from "../../figures.ts";
import type { Sight } from "../sight.ts";
import { isPoints } from "./points.ts";
import { moves, promised } from "./promised.ts";

const BACK = 8;
const AHEAD = 3;

/**
 * `đạt 55,08% …; cùng kỳ 52,44%. Tỷ lệ tăng 5,03 điểm phần trăm`: by so much of what it was it rose, and not by so many points. That it comes out so says both
 * which two are meant and that it is wrong.
 */
export function pointsAsGrowth(sight: Sight, change: Fig): boolean {
  if (!isPoints(change) || digitsOf(change) < 2 || change.change === undefined || change.hedge !== undefined) return false;
  const near = sight
    .between(change.order - BACK, change.order + AHEAD)
    .filter(
      (fig) => isRate(fig) && !fig.change && !fig.threshold && fig.blockIndex === change.blockIndex && change.sentence - fig.sentence <= 1,
    );
  const own = near.filter((fig) => fig.sentence === change.sentence);
  const rates = own.length === 2 ? own : near;
  if (rates.length > 2 && (change.quantity?.decimals ?? 0) < 2) return false;
  const falls = change.change === "fall";
  const pairs = rates.flatMap((current) => rates.flatMap((base) => (current === base ? [] : [{ current, base }])));
  if (pairs.some(({ current, base }) => moves(change, current, base, falls) || moves(change, current, base, !falls))) return false;
  const [meant, other] = pairs.filter(
    ({ current, base }) => fit(relations.growth, { growth: change.cell, current: current.cell, base: base.cell, falls }) === "holds",
  );
  if (meant === undefined || other !== undefined) return false;
  sight.add(
    promised(change, "change:points-as-growth", [{ kind: relations.difference, seats: { difference: change, ...meant, falls } }], {
      prior: 0.75,
      confirm: false,
    }),
  );
  return true;
}
