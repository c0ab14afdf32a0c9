import { near as isSlip, relations } from "@khop/core";
import { digitsOf, type Fig, isRate } from "../../figures.ts";
import { saysPast } from "../../lexicon/earlier.ts";
import { isCompared, isComparedInBracket, isInBracketOfThen, isThen } from "../compared.ts";
import type { Option, Sight, Unseen } from "../sight.ts";
import { moves, promised } from "./promised.ts";

/** `từ 18,9% lên 21,5%, tăng 2,6 điểm phần trăm`: a change of percentages, in points, with both printed; only confirms. */
export const isPoints = (fig: Fig): boolean => fig.quantity?.unit.kind === "point";

/** `đầu năm 3.214 hộ (5,12%), cuối năm 2.611 hộ (4,11%), giảm 603 hộ, tương ứng 1,01 điểm phần trăm`: of the two shares of its sentence. */
export function pointsOfShares(sight: Sight, change: Fig): void {
  const shares = sight
    .between(change.order - 8, change.order - 1)
    .filter((fig) => isRate(fig) && !fig.change && fig.blockIndex === change.blockIndex && fig.sentence === change.sentence);
  const [current, base] = shares.reverse();
  const falls = change.change === "fall";
  if (current === undefined) return;
  // "giải ngân 3.355 tỷ đồng, đạt 71,18% kế hoạch, cao hơn 13,35 điểm phần trăm so với cùng kỳ (đạt 57,83%)": the rate before, and the one in the brackets behind.
  const then = sight.quantities[change.order + 1];
  if (then && isRate(then) && then.depth > change.depth && current.depth === change.depth && moves(change, current, then, falls)) {
    const seats = { difference: change, current, base: then, falls };
    sight.add(promised(change, "change:points", [{ kind: relations.difference, seats, verdict: "holds" }]));
    return;
  }
  if (base === undefined || !moves(change, current, base, falls)) {
    sinceBracket(sight, change, current);
    return;
  }
  sight.add(
    promised(change, "change:points", [
      { kind: relations.difference, seats: { difference: change, current, base, falls }, verdict: "holds" },
    ]),
  );
}

export function points(sight: Sight, change: Fig, head: Fig): void {
  if (sinceThenInBracket(sight, change, head)) return;
  const falls = change.change === "fall";
  // "giảm 5,39 điểm % so với năm 2024 (598/1.284 việc, đạt 46,57%)": what brackets tell is all of then.
  const isOfThen = (fig: Fig): boolean =>
    isThen(fig, change) ||
    (fig.depth > change.depth && fig.sentence === change.sentence && isInBracketOfThen(fig)) ||
    (fig.depth === change.depth + 1 && fig.tokens === change.tokens && fig.sentence === change.sentence && isComparedInBracket(fig));
  for (const base of sight.between(change.order - 4, change.order + 3)) {
    if (!isRate(base) || base === head || base === change || base.change || base.blockIndex !== change.blockIndex) continue;
    for (const [current, before] of [
      [head, base],
      [base, head],
    ] as const) {
      if (isOfThen(current) || !moves(change, current, before, falls)) continue;
      sight.add(
        promised(change, "change:points", [
          { kind: relations.difference, seats: { difference: change, current, base: before, falls }, verdict: "holds" },
        ]),
      );
      return;
    }
    // "đạt 4,2%, tăng 0,5 điểm % so với năm trước (4,7%)": by just so much it fell.
    if (isOfThen(base) && moves(change, head, base, !falls)) {
      const seats = { difference: change, current: head, base, falls };
      sight.add(promised(change, "change:turned", [{ kind: relations.difference, seats }], { prior: 0.8, confirm: false }));
      return;
    }
  }
  if (!sinceNamed(sight, change, head) && !sinceBracket(sight, change, head) && !sinceRateBefore(sight, change, head))
    inPointsOrPercent(sight, change, head);
}

/** `tỷ lệ 99,42% (năm trước 98,87%, tăng 0,55 điểm phần trăm)`: the rate of then and the change stand in one bracket behind that of now. */
function sinceThenInBracket(sight: Sight, change: Fig, base: Fig): boolean {
  if (base.group === 0 || base.group !== change.group || base.order !== change.order - 1 || !saysPast(base.before)) return false;
  const current = sight.quantities[base.order - 1];
  if (!current || !isRate(current) || current.change || current.depth !== base.depth - 1 || current.tokens !== base.tokens) return false;
  const falls = change.change === "fall";
  const cells = { difference: change.cell, current: current.cell, base: base.cell, falls };
  const holds = moves(change, current, base, falls);
  const isOff =
    isSlip(relations.difference, cells, "slip") || isSlip(relations.difference, cells, "double") || moves(change, current, base, !falls);
  if (!holds && !isOff) return false;
  const option: Option = { kind: relations.difference, seats: { difference: change, current, base, falls } };
  sight.add(promised(change, "change:then", [option], { prior: 0.8, confirm: holds }));
  return true;
}

/** `28,7%, tăng 2,6 điểm phần trăm so với 27,1% của năm 2022`: right behind the words that compare, a slip off. */
function sinceNamed(sight: Sight, change: Fig, current: Fig): boolean {
  const base = sight.quantities[change.order + 1];
  if (!isPoints(change) || digitsOf(change) < 2 || !base || !isRate(base) || base.change || base.tokens !== change.tokens) return false;
  const between = change.tokens.slice(change.token + 1, base.token).filter(({ text }) => !/^(?:điểm|phần|trăm|%)$/.test(text));
  if (base.sentence !== change.sentence || base.depth !== change.depth || between.length !== 1 || between[0]?.cue?.kind !== "versus")
    return false;
  const falls = change.change === "fall";
  const cells = { difference: change.cell, current: current.cell, base: base.cell, falls };
  if (!isSlip(relations.difference, cells, "slip") && !isSlip(relations.difference, cells, "double")) return false;
  const option: Option = { kind: relations.difference, seats: { difference: change, current, base, falls } };
  sight.add(promised(change, "change:since", [option], { prior: 0.8, confirm: false }));
  return true;
}

/** `đạt 84,13%, cao hơn 1,42 điểm phần trăm (năm 2022 là 82,71%)`: the earlier rate in brackets right behind. */
function sinceBracket(sight: Sight, change: Fig, current: Fig): boolean {
  const [first, second] = sight.between(change.order + 1, change.order + 2);
  // "so với năm 2023 (9.846 hộ, 4,62%)": how many there were, and then their rate.
  const base = first && !isRate(first) && first.group === second?.group ? second : first;
  if (
    !base ||
    !isRate(base) ||
    base.change ||
    base.threshold ||
    base.depth !== change.depth + 1 ||
    base.sentence !== change.sentence ||
    base.blockIndex !== change.blockIndex
  )
    return false;
  const falls = change.change === "fall";
  const cells = { difference: change.cell, current: current.cell, base: base.cell, falls };
  if (!isSlip(relations.difference, cells, "slip") && !isSlip(relations.difference, cells, "double")) return false;
  sight.add(
    promised(change, "change:since", [{ kind: relations.difference, seats: { difference: change, current, base, falls } }], {
      prior: 0.75,
      confirm: false,
    }),
  );
  return true;
}

/** `Đầu năm có 10.902 hộ nghèo, tỷ lệ 9,65%. … cuối năm còn 8.135 hộ, tỷ lệ 7,15%, giảm 2,50 điểm phần trăm`: the only other rate of its paragraph before it. */
function sinceRateBefore(sight: Sight, change: Fig, current: Fig): boolean {
  // "22% số phiếu, giảm một điểm": so little is off by one slip from anything.
  if (!isPoints(change) || digitsOf(change) < 2) return false;
  // "So với mục tiêu 16,5% thì còn thấp hơn 0,44 điểm phần trăm": what it is compared with did not change.
  if (isCompared(current)) return false;
  const rates = sight
    .between(current.order - REACH, current.order - 1)
    .filter((fig) => isRate(fig) && !fig.change && !fig.threshold && fig.blockIndex === change.blockIndex && fig.depth === current.depth);
  const [base, other] = rates;
  if (base === undefined || other !== undefined) return false;
  const falls = change.change === "fall";
  const places = { difference: change.cell, current: current.cell, base: base.cell, falls };
  if (!isSlip(relations.difference, places, "slip")) return false;
  sight.add(
    promised(change, "change:rates", [{ kind: relations.difference, seats: { difference: change, current, base, falls } }], {
      prior: 0.75,
      confirm: false,
    }),
  );
  return true;
}

const REACH = 8;

/** `đạt 98% (tăng 0,83% so với tháng trước)`: points are meant nearly always, a relative change sometimes; the base is in another report. */
function inPointsOrPercent(sight: Sight, change: Fig, head: Fig): void {
  if (head.threshold || head.change || head.hedge === "range") return;
  const falls = change.change === "fall";
  const base: Unseen = { unseen: `base:${head.index}:${change.index}`, label: "kỳ trước", integer: false };
  const options: Option[] = [
    { kind: relations.difference, seats: { difference: change, current: head, base, falls } },
    { kind: relations.growth, seats: { growth: change, current: head, base, falls } },
  ];
  const sure = change.quantity?.unit.kind === "point";
  sight.add(promised(change, "change:rate", sure ? options.slice(0, 1) : options, { confirm: false }));
}
