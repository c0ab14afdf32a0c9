import { fit, near, relations } from "@khop/core";
import { type Fig, isAmount, isLevelFigure, isRate } from "../../figures.ts";
import { isInBracketOfThen } from "../compared.ts";
import { alike, amountsBefore, type Sight } from "../sight.ts";
import { baseNamed, promised } from "./promised.ts";

const REACH = 12;
const PASSAGES = 3;

/**
 * `tăng 1,94 triệu tấn so với cùng kỳ (22,24 triệu tấn), tức tăng 8,7%`, `So với năm trước (phạt 1.524 triệu đồng), số tiền phạt tăng 22,2%`: what
 * it was before stands in brackets behind the words that compare, and the rate behind those.
 */
export function rateSinceBracket(sight: Sight, rate: Fig, head: Fig | undefined): boolean {
  if (rateBeforeBracket(sight, rate)) return true;
  const base = sight.quantities[rate.order - 1];
  if (!base || !isLevelFigure(base) || base.sentence !== rate.sentence || base.blockIndex !== rate.blockIndex) return false;
  const isInside = base.depth === rate.depth + 1 || (base.depth > 0 && base.group === rate.group);
  // "tăng 9,9% so với tháng 6 (846,8 tỷ đồng), tăng 15,2% so với cùng kỳ (807,5 tỷ đồng)": it has a base of its own behind it.
  if (baseNamed(sight, rate) !== undefined) return false;
  if (!(isInside ? isSaidToBeBase(sight, rate, base) && isAlone(base) : opensComparison(sight, base))) return false;
  const falls = rate.change === "fall";
  const placesOf = (current: Fig) => ({ growth: rate.cell, current: current.cell, base: base.cell, falls });
  const holds = (current: Fig): boolean => fit(relations.growth, placesOf(current)) === "holds";
  const isNear = (current: Fig): boolean =>
    near(relations.growth, placesOf(current), "double") || near(relations.growth, placesOf(current), "slip");
  const currents = currentsOf(sight, base, head);
  // "cho vay 9.846 tỷ đồng, thu nợ 9.417 tỷ đồng; so với tháng trước cho vay (11.260 tỷ đồng) giảm 12,56%": not of the one right before.
  const others = [...amountsBefore(sight, base, 0)].filter((fig) => fig.sentence === base.sentence && alike(fig, base)).slice(0, 3);
  // "bắt giữ 164 vụ … So với tháng trước (131 vụ) số vụ tăng 25,2%": the one count of it that was told before.
  const named = !isInside && base.depth > rate.depth ? currents.filter((fig) => fig.quantity?.unit.id === base.quantity?.unit.id) : [];
  const beside = isInside
    ? currents.filter((fig) => base.sentence - fig.sentence <= 1 && fig.blockIndex === base.blockIndex)
    : named.slice(0, 1);
  // "ban hành 64 nghị quyết: … So với năm 2022 (56 nghị quyết) giảm 14,3%": by just so much it rose.
  const isTurned = (current: Fig): boolean => fit(relations.growth, { ...placesOf(current), falls: !falls }) === "holds";
  const current =
    currents.find(holds) ??
    others.find(holds) ??
    ((rate.quantity?.decimals ?? 0) >= 1 ? [...named, ...beside].find(isTurned) : undefined) ??
    beside.find(isNear);
  if (current === undefined) return false;
  sight.add(
    promised(rate, "change:bracket", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }], {
      prior: 0.75,
      confirm: holds(current),
    }),
  );
  return true;
}

/** `so với cùng kỳ tăng 132 hội nghị (1.802 hội nghị) và tăng 3,6% về số lượt người (147.215 lượt người)`: what it was stands alone in brackets right behind the rate. */
function rateBeforeBracket(sight: Sight, rate: Fig): boolean {
  const base = sight.quantities[rate.order + 1];
  if (!base || base.depth !== rate.depth + 1 || base.tokens !== rate.tokens || !isLevelFigure(base) || !isAlone(base)) return false;
  const between = rate.tokens.slice(rate.token + 1, base.token);
  const isNamed =
    between.length > 1 &&
    between.length <= NAME &&
    between.at(-1)?.text === "(" &&
    between.slice(0, -1).every(({ type }) => type === "word");
  const isOfThen = rate.tokens.slice(0, rate.token).some(({ cue, sentence }) => cue?.kind === "versus" && sentence === rate.sentence);
  if (!(isNamed && isOfThen) && !isInBracketOfThen(base)) return false;
  const current = [...amountsBefore(sight, rate, 0)].find((fig) => alike(fig, base) && fig.depth === rate.depth && isLevelFigure(fig));
  if (current === undefined) return false;
  const falls = rate.change === "fall";
  const places = { growth: rate.cell, current: current.cell, base: base.cell, falls };
  const holds = fit(relations.growth, places) === "holds";
  // "so cùng kỳ giảm 4,24% (tháng 10/2023: 3.842 tấn)" of 4.005 tons: by just so much it rose.
  const isTurned = fit(relations.growth, { ...places, falls: !falls }) === "holds" && (rate.quantity?.decimals ?? 0) >= 1;
  if (!holds && !isTurned && !near(relations.growth, places, "slip")) return false;
  const option = { kind: relations.growth, seats: { growth: rate, current, base, falls } };
  sight.add(promised(rate, "change:bracket", [option], { prior: 0.75, confirm: holds }));
  return true;
}

const NAME = 7;

/** Words that compare stand before it, or the change by which it differs from what is. */
function isSaidToBeBase(sight: Sight, rate: Fig, base: Fig): boolean {
  const change = sight.quantities[base.order - 1];
  // "(trong đó có 4,42 triệu con gà, …)": a part of what is, not what was.
  if (base.cues.some(({ cue, near: beside }) => beside && cue.kind === "opener")) return false;
  return base.cues.some(({ cue }) => cue.kind === "versus") || (change?.change === rate.change && change !== undefined && isAmount(change));
}

/** `So với cuối năm 2024, khi có 211 sản phẩm, số sản phẩm tăng 21,3%`: the first figure of its sentence, behind words that compare. */
const opensComparison = (sight: Sight, base: Fig): boolean =>
  base.cues.some(({ cue }) => cue.kind === "versus") &&
  sight.between(base.order - 1, base.order - 1).every((fig) => fig.sentence !== base.sentence || fig.blockIndex !== base.blockIndex);

/** What the change is of, else what was told in the same unit before, the nearest first; averages aside. */
const currentsOf = (sight: Sight, base: Fig, head: Fig | undefined): readonly Fig[] =>
  head && isLevelFigure(head) && head !== base && alike(head, base)
    ? [head]
    : [...amountsBefore(sight, base, PASSAGES)]
        .filter(
          (fig) => alike(fig, base) && fig.depth <= base.depth && !fig.cues.some(({ cue, near: beside }) => beside && cue.kind === "mean"),
        )
        .slice(0, REACH);

/** Nothing else is counted in its brackets. */
const isAlone = ({ tokens, group, token }: Fig): boolean =>
  !tokens.some(
    (one) =>
      one.group === group && one.figure !== undefined && one !== tokens[token] && !isRate(one.figure) && one.figure.role === "quantity",
  );
