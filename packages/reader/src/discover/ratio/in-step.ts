import { fit, relations } from "@khop/core";
import { type Fig, isAmount, isLevelFigure } from "../../figures.ts";
import { alike, type Sight } from "../sight.ts";

const LEAST = 2;
const MOST = 8;
const FARTHEST = 24;
const WORDS = 5;

/**
 * `tiểu học 138.472 em/3.921 lớp, THCS 98.307 em/2.386 lớp. Sĩ số bình quân lần lượt là 35,3 và 41,2 học sinh/lớp`: as many averages in turn as pairs before them, each
 * of the pair in its place. Where all but one hold, the one is wrong.
 */
export function averagesInStep(sight: Sight): void {
  for (const first of sight.quantities) {
    if (!isAmount(first) || first.twin !== undefined || !isInTurn(first)) continue;
    const row = rowFrom(sight, first);
    if (row.length < LEAST || row.length > MOST) continue;
    const pairs = sight
      .between(first.order - FARTHEST, first.order - 1)
      .filter(
        (fig) => fig.tokens === first.tokens && first.sentence - fig.sentence <= 1 && fig.twin !== undefined && fig.twin.token > fig.token,
      )
      .slice(-row.length);
    if (pairs.length < row.length) continue;
    const places = (at: number) => ({ ratio: row[at]?.cell, numerators: [pairs[at]?.cell], denominator: pairs[at]?.twin?.cell });
    const holding = row.filter((_, at) => fit(relations.ratio, places(at)) === "holds");
    if (holding.length === 0 || holding.length < row.length - 1) continue;
    row.forEach((ratio, at) => {
      const pair = pairs[at] as Fig;
      const seats = { ratio, numerators: [pair], denominator: pair.twin as Fig };
      const holds = holding.includes(ratio);
      sight.takeBack(({ options: [option] }) => option?.kind === relations.ratio && option.seats.ratio === ratio);
      sight.add({
        options: [{ kind: relations.ratio, seats }],
        prior: 0.85,
        pattern: "ratio:in-step",
        cue: "lần lượt",
        confirm: holds,
        passage: ratio.blockIndex,
      });
    });
  }
}

/** The first behind the words: no other figure stands between. */
function isInTurn({ tokens, token: at }: Fig): boolean {
  const before = tokens.slice(Math.max(0, at - WORDS), at);
  const told = before.findLastIndex(({ text }) => /^(?:lần lượt|tương ứng|theo thứ tự)/.test(text));
  return told >= 0 && before.slice(told).every(({ figure }) => figure === undefined);
}

/** The figures of a kind that stand one behind the other from the first. */
function rowFrom(sight: Sight, first: Fig): readonly Fig[] {
  const row = [first];
  for (let next = sight.quantities[first.order + 1]; next && row.length <= MOST; next = sight.quantities[next.order + 1]) {
    const last = row.at(-1) as Fig;
    const between = next.tokens.slice(last.token + 1, next.token);
    const isNext =
      next.tokens === first.tokens &&
      next.sentence === first.sentence &&
      isLevelFigure(next) &&
      alike(next, first) &&
      between.length <= WORDS &&
      between.some(({ text }) => text === "và" || text === ";" || text === ",");
    if (!isNext) break;
    row.push(next);
  }
  return row;
}
