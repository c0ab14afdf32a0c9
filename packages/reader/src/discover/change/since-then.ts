import { isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isPercent, isRate } from "../../figures.ts";
import { saysPast } from "../../lexicon/earlier.ts";
import { tellingName } from "../../words.ts";
import { alike, isUnseen, type Option, type Sight } from "../sight.ts";
import { holds } from "../table/proposals.ts";
import { isPoints } from "./points.ts";
import { promised } from "./promised.ts";

/** Figures back that what there is may stand, and blocks. */
const BACK = 30;
const BLOCKS = 1;
const LEAST = 3;

/**
 * Changes whose brackets tell what there was, where what there is was told sentences before: `Tổng chi 890,4 tỷ đồng … So cùng kỳ, chi tăng 10,8% (cùng kỳ 803,7 tỷ đồng)`,
 * `đỗ 98,25% … So với năm 2022 (đỗ 98,03%), tỷ lệ đỗ tăng 0,22 điểm phần trăm`. Off by a slip of a key it is believed of the one figure that bears its name.
 */
export function changesSinceThen(sight: Sight): void {
  const tied = new Set<unknown>();
  for (const { options } of sight.hypotheses)
    for (const { seats } of options)
      if (seats.base !== undefined && !isUnseen(seats.base)) for (const place of ["growth", "difference"]) tied.add(seats[place]);
  for (const change of sight.quantities) {
    if (change.change === undefined || change.hedge !== undefined || tied.has(change)) continue;
    const base = behind(sight, change) ?? before(sight, change);
    if (base) tell(sight, change, base);
  }
}

/** Alone in brackets right behind the change, with the words for another time before it. */
function behind(sight: Sight, change: Fig): Fig | undefined {
  const base = sight.quantities[change.order + 1];
  return base && isInBrackets(base, change) && saysPast(base.before) && isOfKind(change, base) ? base : undefined;
}

/**
 * Before the change in its sentence: in brackets behind "so với", or plainly, `Cùng kỳ năm ngoái đạt 63,2%, như vậy kém 7,5 điểm %`, `so với năm ngoái 39.800 tấn thì giảm 6,6%`.
 */
function before(sight: Sight, change: Fig): Fig | undefined {
  const base = sight.quantities[change.order - 1];
  if (!base || base.tokens !== change.tokens || base.sentence !== change.sentence || !isOfKind(change, base)) return undefined;
  const isCompared = base.cues.some(({ cue }) => cue.kind === "versus");
  if (isInBrackets(base, change)) return isCompared ? base : undefined;
  const isHeldAgainst = base.cues.some(({ cue, near }) => near && cue.kind === "versus");
  const isThen = base.change === undefined && base.hedge === undefined && (saysPast(base.phrase) || isHeldAgainst || isDated(base));
  // "năm 2022 chỉ có 38.775 người (tăng 6,4%)": the change may stand in brackets behind it.
  const isBeside = base.depth === change.depth || (base.depth === change.depth - 1 && change.tokens[change.token - 2]?.text === "(");
  return isThen && isBeside && change.token - base.token <= NEAR ? base : undefined;
}

/** A year or another date stands right before it, in its clause. */
const isDated = ({ tokens, token: at, clause }: Fig): boolean =>
  tokens.slice(Math.max(0, at - DATE), at).some(({ figure, place }) => figure?.role === "date" && place.clause === clause);

const DATE = 7;

/** Words from what was to how much it changed. */
const NEAR = 12;

const isInBrackets = (base: Fig, change: Fig): boolean =>
  base.tokens === change.tokens && base.sentence === change.sentence && base.depth === change.depth + 1 && base.change === undefined;

const isOfKind = (change: Fig, base: Fig): boolean =>
  isPoints(change) ? isPercent(base) : isLevelFigure(base) && !isRate(base) && (isPercent(change) || alike(change, base));

function tell(sight: Sight, change: Fig, base: Fig): void {
  const falls = change.change === "fall";
  const optionOf = (current: Fig): Option =>
    isPercent(change)
      ? { kind: relations.growth, seats: { growth: change, current, base, falls } }
      : { kind: relations.difference, seats: { difference: change, current, base, falls } };
  const told = sight
    .between(change.order - BACK, Math.min(change.order, base.order) - 1)
    .filter(
      (fig) =>
        fig.change === undefined &&
        change.blockIndex - fig.blockIndex <= BLOCKS &&
        (isPoints(change) ? isPercent(fig) : isLevelFigure(fig) && alike(fig, base)) &&
        fig.hedge === undefined,
    );
  const name = tellingName(change);
  const named = told.filter((fig) => name.length > 0 && name.every((word) => wordsOf(fig).has(word)));
  const current = named.findLast((fig) => holds(optionOf(fig))) ?? told.findLast((fig) => fig.depth === 0 && holds(optionOf(fig)));
  if (current) {
    sight.add(promised(change, "change:since-then", [optionOf(current)]));
    rateBeside(sight, change, current, base);
  } else if (named.length === 1 && digitsOf(base) >= LEAST) {
    const option = optionOf(named[0] as Fig);
    const places = Object.fromEntries(
      Object.entries(option.seats).map(([key, seat]) => [key, typeof seat === "object" ? (seat as Fig).cell : seat]),
    );
    if (isOneSlipOff([{ kind: option.kind, places }]))
      sight.add(promised(change, "change:since-then", [option], { prior: 0.7, confirm: false }));
  }
}

/** `tăng 41.306 lượt (cùng kỳ 904.912 lượt), tương đương 4,6%`: the same change as a rate, right behind. */
function rateBeside(sight: Sight, change: Fig, current: Fig, base: Fig): void {
  const rate = sight.quantities[Math.max(change.order, base.order) + 1];
  if (isRate(change) || !rate || !isPercent(rate) || rate.tokens !== change.tokens || rate.sentence !== change.sentence) return;
  if (rate.change !== undefined || !rate.cues.some(({ cue, near }) => near && (cue.kind === "same" || cue.words === "tức"))) return;
  const falls = change.change === "fall";
  const option: Option = { kind: relations.growth, seats: { growth: rate, current, base, falls } };
  const isOff = isOneSlipOff([{ kind: relations.growth, places: { growth: rate.cell, current: current.cell, base: base.cell, falls } }]);
  if (holds(option)) sight.add(promised(change, "change:since-then", [option]));
  else if (isOff && digitsOf(rate) >= 2) sight.add(promised(change, "change:since-then", [option], { prior: 0.75, confirm: false }));
}

const wordsOf = ({ phrase, after, quantity: of }: Fig): ReadonlySet<string> =>
  new Set([...phrase, ...after, ...(of?.unit.id.split(" ") ?? [])]);
