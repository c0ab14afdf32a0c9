import { relations } from "@khop/core";
import { type Fig, isLevelFigure, isPercent } from "../../figures.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { holds } from "../table/proposals.ts";
import { promised } from "./promised.ts";

const BACK = 24;
const BLOCKS = 1;

/**
 * `9.816 hộ nghèo, tỷ lệ 3,30% … Đầu năm có 13.052 hộ nghèo (4,42%) … So với đầu năm, hộ nghèo giảm 3.236 hộ, tỷ lệ giảm 1,12%`: what there was is said to be of the
 * start, and what there is was told before. It only confirms.
 */
export function changesSinceStart(sight: Sight): void {
  for (const change of sight.quantities) {
    if (change.change === undefined || !isSinceStart(change)) continue;
    const before = sight.between(change.order - BACK, change.order - 1).filter((fig) => change.blockIndex - fig.blockIndex <= BLOCKS);
    const start = before.findLast((fig) => isLevelFigure(fig) && STARTS.test(fig.phrase.slice(0, FIRST).join(" ")));
    const rate = start && sight.quantities[start.order + 1];
    const base = isPercent(change) || change.quantity?.unit.kind === "point" ? rate : start;
    if (base === undefined || base.change !== undefined || (base !== start && !isPercent(base))) continue;
    const option = before
      .filter(
        (fig) => fig !== base && fig.change === undefined && (isPercent(base) ? isPercent(fig) : isLevelFigure(fig) && alike(fig, base)),
      )
      .map((current): Option => {
        const seats = { difference: change, current, base, falls: change.change === "fall" };
        return { kind: relations.difference, seats };
      })
      .findLast((one) => (isPercent(base) || alike(change, base)) && holds(one));
    if (option) sight.add(promised(change, "change:since-start", [option]));
  }
}

const STARTS = /(?:^| )đầu (?:năm|kỳ|quý|tháng|nhiệm kỳ|giai đoạn)(?: |$)/;
const FIRST = 5;

/** "so với đầu năm" stands before it in its sentence, or behind it. */
function isSinceStart({ tokens, token: at, sentence }: Fig): boolean {
  const own = tokens.slice(Math.max(0, at - REACH), at + REACH + 1).filter((token) => token.sentence === sentence);
  return own.some(({ cue }, i) => cue?.kind === "versus" && own[i + 1]?.text === "đầu");
}

const REACH = 20;
