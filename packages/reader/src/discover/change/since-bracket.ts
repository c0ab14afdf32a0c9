import { near, relations } from "@khop/core";
import { type Fig, isLevelFigure, isRate } from "../../figures.ts";
import { alike, amountsBefore, type Sight } from "../sight.ts";
import { promised } from "./promised.ts";

const REACH = 6;

/**
 * `tăng 1,94 triệu tấn so với cùng kỳ (22,24 triệu tấn), tức tăng 8,7%`, `So với năm trước (phạt 1.524 triệu đồng), số tiền phạt tăng 22,2%`: what
 * it was before stands in brackets behind the words that compare, and the rate behind those.
 */
export function rateSinceBracket(sight: Sight, rate: Fig, head: Fig | undefined): boolean {
  const base = sight.quantities[rate.order - 1];
  if (
    !base ||
    !isLevelFigure(base) ||
    base.depth !== rate.depth + 1 ||
    base.sentence !== rate.sentence ||
    base.blockIndex !== rate.blockIndex
  )
    return false;
  if (!base.cues.some(({ cue }) => cue.kind === "versus") || !isAlone(base)) return false;
  const falls = rate.change === "fall";
  const isNear = (current: Fig): boolean => {
    const places = { growth: rate.cell, current: current.cell, base: base.cell, falls };
    return near(relations.growth, places, "double") || near(relations.growth, places, "slip");
  };
  const current = currentsOf(sight, base, head).find(isNear);
  if (current === undefined) return false;
  sight.add(
    promised(rate, "change:bracket", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }], {
      prior: 0.75,
      confirm: false,
    }),
  );
  return true;
}

/** What the change is of, else what was told in the same unit before, the nearest first; averages aside. */
const currentsOf = (sight: Sight, base: Fig, head: Fig | undefined): readonly Fig[] =>
  head && isLevelFigure(head) && head !== base && alike(head, base)
    ? [head]
    : [...amountsBefore(sight, base, 1)]
        .slice(0, REACH)
        .filter(
          (fig) => alike(fig, base) && fig.depth < base.depth && !fig.cues.some(({ cue, near: beside }) => beside && cue.kind === "mean"),
        );

/** Nothing else is counted in its brackets. */
const isAlone = ({ tokens, group, token }: Fig): boolean =>
  !tokens.some(
    (one) =>
      one.group === group && one.figure !== undefined && one !== tokens[token] && !isRate(one.figure) && one.figure.role === "quantity",
  );
