import { isOneSlipOff, relations, shareFits } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isOfPlan, isPercent, printedAs, sizeOf } from "../../figures.ts";
import { alike, amountsBefore, type Sight } from "../sight.ts";

const LEAST = 3;
const FULL = 100;
const MOST = 8;

/**
 * `Phát hiện 146 vụ … đã khởi tố 193 vụ (95,21%)`, `57,8% (186.342/32.214)`: a part that is larger than its whole, where one slip of a key makes the
 * percentage right; and `chậm đóng 118,6 tỷ đồng, chiếm 2,07% kế hoạch thu` of the one plan that is told. Nothing else was said of it.
 */
export function sharesOverWholes(sight: Sight): void {
  const told = new Set(sight.hypotheses.flatMap(({ options: [option] }) => Object.values(option?.seats ?? {}).flat()));
  for (const share of sight.quantities) {
    if (!isPercent(share) || share.change || share.threshold || told.has(share) || sizeOf(share) >= FULL) continue;
    if ((share.quantity?.decimals ?? 0) < 1 || digitsOf(share) < LEAST) continue;
    for (const [part, wholes] of [pairBehind(sight, share), partBefore(sight, share), partOfPlan(sight, share)]) {
      const meant = wholes.filter((whole) => isSlipOff(share, part as Fig, whole));
      const [whole] = meant;
      if (part === undefined || whole === undefined || new Set(meant.map(printedAs)).size > 1) continue;
      share.subject = part;
      sight.add({
        options: [{ kind: relations.share, seats: { share, parts: [part], whole } }],
        prior: 0.7,
        pattern: "share:over",
        cue: "%",
        confirm: false,
        passage: share.blockIndex,
      });
      break;
    }
  }
}

const isSlipOff = (share: Fig, part: Fig, whole: Fig): boolean =>
  isOneSlipOff([{ kind: relations.share, places: { share: share.cell, parts: [part.cell], whole: whole.cell } }]);

type Tried = readonly [part: Fig | undefined, wholes: readonly Fig[]];

/** `57,8% (186.342/32.214)`: two figures in brackets right behind, with a slash between. */
function pairBehind(sight: Sight, share: Fig): Tried {
  const [part, whole] = sight.between(share.order + 1, share.order + 2);
  const isPair =
    part !== undefined &&
    whole !== undefined &&
    part.tokens === share.tokens &&
    part.depth === share.depth + 1 &&
    part.group === whole.group &&
    part.tokens.slice(part.token + 1, whole.token).some(({ text }) => text === "/");
  return isPair && isLevelFigure(part) && isLevelFigure(whole) && sizeOf(whole) < sizeOf(part) ? [part, [whole]] : [undefined, []];
}

/** `khởi tố 193 vụ (95,21%)`: right behind its figure, and what stands before that. */
function partBefore(sight: Sight, share: Fig): Tried {
  const part = sight.quantities[share.order - 1];
  // One decimal is right by chance of one whole in ten.
  if (
    !part ||
    (share.quantity?.decimals ?? 0) < 2 ||
    !isLevelFigure(part) ||
    digitsOf(part) < LEAST ||
    part.tokens !== share.tokens ||
    share.depth !== part.depth + 1
  )
    return [undefined, []];
  const wholes = [...amountsBefore(sight, part, 1)].filter(
    (fig) => alike(fig, part) && fig.depth <= part.depth && digitsOf(fig) >= LEAST && sizeOf(fig) < sizeOf(part),
  );
  return [part, wholes.slice(0, MOST)];
}

/**
 * `Diện tích rừng 214.865,3 ha … Trên tổng diện tích tự nhiên 486.230,5 ha, tỷ lệ che phủ đạt 44,19%`: what it is of stands right before it, and the
 * part farther back. Arithmetic finds the part, so it only confirms.
 */
export function sharesBehindWholes(sight: Sight): void {
  for (const share of sight.quantities) {
    if (!isPercent(share) || share.change || share.threshold || (share.quantity?.decimals ?? 0) < 2 || digitsOf(share) < LEAST) continue;
    const whole = sight.quantities[share.order - 1];
    if (!whole || !isLevelFigure(whole) || digitsOf(whole) < LEAST || whole.tokens !== share.tokens || whole.sentence !== share.sentence)
      continue;
    if (sight.shares.has(share) || !whole.phrase.includes("tổng")) continue;
    const part = [...amountsBefore(sight, whole, 1)]
      .slice(0, MOST)
      .find((fig) => alike(fig, whole) && digitsOf(fig) >= LEAST && shareFits(share.cell, fig.cell, whole.cell) === "holds");
    if (part === undefined) continue;
    share.subject = part;
    sight.add({
      options: [{ kind: relations.share, seats: { share, parts: [part], whole }, verdict: "holds" }],
      prior: 0.9,
      pattern: "share:behind-whole",
      cue: "trên",
      confirm: true,
      passage: share.blockIndex,
    });
  }
}

/** The figure right before its share of a plan, and the plan, where no more than one is told about it. */
function partOfPlan(sight: Sight, share: Fig): Tried {
  const part = sight.quantities[share.order - 1];
  const isTold = part !== undefined && isLevelFigure(part) && part.tokens === share.tokens && part.sentence === share.sentence;
  if (!isTold || !isOfPlan(share) || digitsOf(part) < LEAST || (share.quantity?.decimals ?? 0) < 2) return [undefined, []];
  const plans = sight
    .between(share.order - PLANS, share.order + PLANS)
    .filter((fig) => isPlan(fig) && alike(fig, part) && Math.abs(fig.blockIndex - share.blockIndex) <= BLOCKS && fig !== part);
  return new Set(plans.map(printedAs)).size === 1 ? [part, plans.slice(0, 1)] : [undefined, []];
}

const PLANS = 30;
const BLOCKS = 3;

/** Words for a plan stand right before it, or before its brackets. */
const isPlan = (fig: Fig): boolean =>
  fig.quantity?.set === true ||
  fig.tokens
    .slice(Math.max(0, fig.token - PLAN_WORDS), fig.token)
    .some(({ cue, place }) => cue?.kind === "plan" && place.sentence === fig.sentence);

const PLAN_WORDS = 6;
