import { fit, isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure } from "../../figures.ts";
import type { Sight } from "../sight.ts";
import { perUnitOf } from "./per.ts";

const BACK = 14;
const AHEAD = 4;
const DIGITS = 3;

/**
 * `Gieo cấy 48.360 ha lúa (…). Năng suất ước 68,4 tạ/ha, tăng 1,6 tạ/ha so với vụ trước (66,8 tạ/ha); sản lượng đạt 330.782 tấn`: the yield, what was reaped right behind it, and the
 * area at the head of the paragraph. Off by a slip of a key, one is wrong.
 */
export function harvests(sight: Sight): void {
  const tied = new Set<unknown>();
  for (const { options } of sight.hypotheses) for (const { kind, seats } of options) if (kind === relations.ratio) tied.add(seats.ratio);
  for (const rate of sight.quantities) {
    if (rate.quantity?.unit.id !== "tạ" || tied.has(rate) || !isLevelFigure(rate) || !rate.phrase.join(" ").includes("năng suất")) continue;
    const weight = sight
      .between(rate.order + 1, rate.order + AHEAD)
      .find((fig) => fig.quantity?.unit.id === "tấn" && fig.tokens === rate.tokens && isLevelFigure(fig));
    if (weight === undefined || !weight.phrase.join(" ").includes("sản lượng") || weight.sentence - rate.sentence > 1) continue;
    const areas = sight
      .between(rate.order - BACK, rate.order - 1)
      .filter((fig) => fig.quantity?.unit.id === "ha" && fig.tokens === rate.tokens && isLevelFigure(fig) && fig.depth === 0 && !fig.under);
    const heads = areas.filter((fig) => !sight.parents.has(fig));
    const placesOf = (area: Fig) => ({ ratio: rate.cell, numerators: [weight.cell], denominator: area.cell, per: perUnitOf(area) });
    const holding = areas.findLast((area) => fit(relations.ratio, placesOf(area)) === "holds");
    const [only, other] = heads;
    const isOff =
      only !== undefined &&
      other === undefined &&
      [rate, weight, only].every((fig) => digitsOf(fig) >= DIGITS && (fig.hedge === undefined || fig.hedge === "estimate")) &&
      isOneSlipOff([{ kind: relations.ratio, places: placesOf(only) }]);
    const area = holding ?? (isOff ? only : undefined);
    if (area === undefined) continue;
    const seats = { ratio: rate, numerators: [weight], denominator: area, per: perUnitOf(area) };
    sight.add({
      options: [{ kind: relations.ratio, seats }],
      prior: 0.75,
      pattern: "ratio:harvest",
      cue: "năng suất",
      confirm: holding !== undefined,
      passage: rate.blockIndex,
    });
  }
}
