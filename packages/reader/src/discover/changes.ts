import { contributes, type Fig, isAmount, isLevelFigure, isOfPlan, isRate, takesUp } from "../figures.ts";
import { byArrow } from "./change/arrow.ts";
import { changesByName } from "./change/by-name.ts";
import { difference } from "./change/differences.ts";
import { fromTo } from "./change/from-to.ts";
import { landingOf } from "./change/landing.ts";
import { netChanges } from "./change/net.ts";
import { amountBehind, contradicts, onNewFigure, onOtherChange, pair, shareOfChange, turnedInBrackets } from "./change/pairs.ts";
import { plainChanges } from "./change/plain.ts";
import { isPoints, points, pointsOfShares } from "./change/points.ts";
import { pointsAsGrowth } from "./change/points-as-growth.ts";
import { baseNamed, moves } from "./change/promised.ts";
import { amountUnder, nowAndThen, rateOnBase } from "./change/rates.ts";
import { shareOfThen } from "./change/share-of-then.ts";
import { rateSinceBracket } from "./change/since-bracket.ts";
import { changesSinceStart } from "./change/since-start.ts";
import { changesSinceThen } from "./change/since-then.ts";
import { thenRows } from "./change/then-rows.ts";
import { changeOnToldBase, changeOverBracket } from "./change/told-base.ts";
import { changeInRow } from "./change/told-in-row.ts";
import { turnedSinceRate } from "./change/turned.ts";
import { isCompared } from "./compared.ts";
import { alike, type Sight } from "./sight.ts";

/** What a figure is said to have risen or fallen by: at most one amount and one rate. */
export interface Changes {
  amount?: Fig;
  rate?: Fig;
  /** Rates behind the first, against other times: `tăng 1,39% so với tháng trước và tăng 18,89% so với cùng kỳ`. */
  otherRates?: readonly Fig[];
}

/**
 * Rises and falls: `631.587 việc, tăng 37.096 việc (tăng 6,24 %)` ties the rate to the amount and the figure; `tăng 3 so với 500`
 * ties an amount to two figures. Returns the changes by the figure that they belong to.
 */
export function discoverChanges(sight: Sight): Map<Fig, Changes> {
  const changes = new Map<Fig, Changes>();
  const note = (head: Fig, fig: Fig): void => {
    const known = changes.get(head) ?? {};
    if (isRate(fig) && known.rate !== undefined) known.otherRates = [...(known.otherRates ?? []), fig];
    else if (isRate(fig)) known.rate = fig;
    else known.amount ??= fig;
    changes.set(head, known);
  };
  const paired = new Set<Fig>();
  for (const fig of sight.quantities) {
    amountBehind(sight, fig, headOf(sight, fig));
    fromTo(sight, fig);
    byArrow(sight, fig);
    shareOfThen(sight, fig);
    if (!fig.change) {
      if (isLevelFigure(fig) && fig.cues.some(({ cue, near, distance }) => cue.kind === "added" && near && distance === 0))
        difference(sight, fig, undefined);
      continue;
    }
    const head = landingFor(sight, fig) ?? headOf(sight, fig);
    if (head) {
      note(head, fig);
      fig.subject = head;
    }
    const next = sight.quantities[fig.order + 1];
    if (
      next?.change === fig.change &&
      isRate(next) !== isRate(fig) &&
      !isPoints(fig) &&
      !isPoints(next) &&
      next.sentence === fig.sentence &&
      next.blockIndex === fig.blockIndex &&
      !paired.has(fig) &&
      near(fig, next) &&
      !saysOfWhat(fig) &&
      // "tăng 3.778 triệu đồng so với năm 2024, vượt 7,5% kế hoạch": two changes of two kinds.
      (isRate(fig) || isOfPlan(fig) || !isOfPlan(next))
    ) {
      const [amount, rate] = isRate(fig) ? [next, fig] : [fig, next];
      paired.add(next);
      paired.add(fig);
      if (!shareOfChange(sight, amount, rate)) pair(sight, amount, rate, fig);
    }
    if (
      next?.change &&
      next.change !== fig.change &&
      isAmount(fig) &&
      isRate(next) &&
      isOneTelling(fig, next) &&
      contradicts(sight, fig, next)
    ) {
      paired.add(next);
      continue;
    }
    if (pointsAsGrowth(sight, fig) || turnedInBrackets(sight, fig)) continue;
    if (changeOnToldBase(sight, fig, head) || changeOverBracket(sight, fig) || turnedSinceRate(sight, fig) || changeInRow(sight, fig))
      continue;
    if (isAmount(fig)) difference(sight, fig, head);
    else if (isPoints(fig) && (head === undefined || !isRate(head))) pointsOfShares(sight, fig);
    else if (!paired.has(fig)) {
      const amount = head && isRate(head) ? amountUnder(sight, head) : head;
      if (
        nowAndThen(sight, fig) ||
        onOtherChange(sight, fig) ||
        rateSinceBracket(sight, fig, amount) ||
        rateOnBase(sight, fig, amount) ||
        onNewFigure(sight, fig) ||
        head === undefined ||
        !isRate(head)
      )
        continue;
      // "22.296 tỷ đồng, chiếm 85,78% tổng mức và tăng 10,97%": what rose is the amount, and not its share of all.
      const isTakenUp = !isPoints(fig) && takesUp(head) !== undefined && !hasRateBehind(sight, fig);
      if (isPoints(fig) || ((amount === undefined || !isOfPlan(head)) && !isTakenUp)) points(sight, fig, head);
    }
  }
  netChanges(sight);
  thenRows(sight);
  plainChanges(sight);
  changesSinceThen(sight);
  changesSinceStart(sight);
  changesByName(sight);
  return changes;
}

const isOneTelling = (fig: Fig, next: Fig): boolean => next.sentence === fig.sentence && next.blockIndex === fig.blockIndex;

/** What a change led to, in its own unit; or of whatever unit, behind a rate. */
function landingFor(sight: Sight, change: Fig): Fig | undefined {
  const landing = landingOf(sight, change);
  return landing && (isRate(change) || alike(landing, change)) ? landing : undefined;
}

/** `giảm 6,2% số lượt, giảm 05 lượt đoàn đông người`: the rate says itself what fell, and the amount behind is of something else. */
const saysOfWhat = (fig: Fig): boolean => isRate(fig) && (fig.after[0] === "số" || fig.after[0] === "về");

/** `chiếm 35,1% lực lượng lao động, thấp hơn 0,4% so với chỉ tiêu (35,5%)`: it is held against another share, in brackets. */
function hasRateBehind(sight: Sight, change: Fig): boolean {
  const next = sight.quantities[change.order + 1];
  return next !== undefined && isRate(next) && !next.change && next.tokens === change.tokens && next.depth === change.depth + 1;
}

const near = (a: Fig, b: Fig): boolean => b.token - a.token <= 16 && (b.item - a.item <= 2 || b.depth > a.depth);

/** The figure that a change is of: the last one before it, or, where that is of another unit, the last of its own in its sentence. */
function headOf(sight: Sight, change: Fig): Fig | undefined {
  const before = lastBefore(sight, change);
  const last = before && (wholeOf(sight, before, change) ?? before);
  if (last === undefined || !isAmount(change) || !change.quantity?.unit.id || alike(last, change)) return last;
  const own = sameUnitBefore(sight, change, last);
  return (own && wholeOf(sight, own, change)) ?? own ?? last;
}

/** `58 giải: 3 Nhất, 17 Nhì, 26 Ba, 12 Khuyến khích; tăng 9 giải so với năm trước (49 giải)`: behind the semicolon that ends its list, of all of it, where that fits. */
function wholeOf(sight: Sight, last: Fig, change: Fig): Fig | undefined {
  const whole = last.clause === change.clause ? undefined : sight.parents.get(last);
  const base = whole && baseNamed(sight, change);
  if (!whole || !base || whole.sentence !== change.sentence || whole.tokens !== change.tokens || !alike(whole, change)) return undefined;
  return moves(change, whole, base, change.change === "fall") ? whole : undefined;
}

/** `1.538 cảnh báo trên 54 máy chủ (giảm 73 cảnh báo)`, `19.387 lao động, bằng 53,9% kế hoạch, nhiều hơn 637 lao động`. */
const sameUnitBefore = (sight: Sight, change: Fig, last: Fig): Fig | undefined =>
  sight
    .between(last.order - HEAD_REACH, last.order - 1)
    .findLast(
      (fig) =>
        fig.tokens === change.tokens &&
        fig.sentence === change.sentence &&
        fig.depth <= last.depth &&
        isLevelFigure(fig) &&
        !isCompared(fig) &&
        alike(fig, change),
    );

const HEAD_REACH = 4;

/** The last level figure before a change, in its sentence and preferably its item. */
function lastBefore(sight: Sight, change: Fig): Fig | undefined {
  for (let i = change.order - 1; i >= Math.max(0, change.order - 16); i--) {
    const fig = sight.quantities[i] as Fig;
    if (fig.blockIndex !== change.blockIndex) return undefined;
    if (change.sentence - fig.sentence > 0) return undefined;
    if (fig.change || fig.threshold || (isRate(fig) && contributes(fig)) || (fig.depth > 0 && isCompared(fig))) continue;
    if (fig.depth > change.depth) continue;
    if (isRate(fig) && fig.clause !== change.clause) return undefined;
    return fig;
  }
  return undefined;
}
