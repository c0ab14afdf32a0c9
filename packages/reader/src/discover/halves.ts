import { fit, relations } from "@khop/core";
import { type Fig, isAmount, isRate } from "../figures.ts";
import { areOpposite } from "./pairs.ts";
import type { Sight } from "./sight.ts";

const REACH = 3;

/**
 * `biết chữ 95,8% (nam 97,1%; nữ 94,6%)`, `đô thị 96,5%, nông thôn 81,2%, tính chung 88,3%`: the rate of all lies between those of its two
 * halves.
 */
export function discoverHalves(sight: Sight): void {
  for (const mean of sight.quantities) {
    const rising = mean.change !== undefined && isRate(mean) ? risingHalves(sight, mean) : undefined;
    if (!mayBeMean(mean) && rising === undefined) continue;
    const halves = rising ?? inBrackets(sight, mean) ?? (says(mean, "chung") ? beside(sight, mean) : undefined);
    if (halves === undefined) continue;
    const holds = fit(relations.mean, { mean: mean.cell, values: halves.map(({ cell }) => cell) }) === "holds";
    sight.add({
      options: [{ kind: relations.mean, seats: { mean, values: halves } }],
      prior: 0.8,
      pattern: "halves",
      cue: "chung",
      confirm: holds || rising !== undefined,
      passage: mean.blockIndex,
    });
  }
}

/** A rate, or an amount that is no whole count: those of halves add up, and do not lie about it. */
/** `CPI tăng 0,39% so với tháng trước, khu vực thành thị tăng 0,35%, khu vực nông thôn tăng 0,43%`: what rose lies between what its halves rose by. */
function risingHalves(sight: Sight, mean: Fig): readonly Fig[] | undefined {
  const [first, second] = sight.between(mean.order + 1, mean.order + 2);
  const isRow = [first, second].every(
    (fig) =>
      fig !== undefined &&
      isRate(fig) &&
      fig.change === mean.change &&
      fig.sentence === mean.sentence &&
      fig.blockIndex === mean.blockIndex &&
      fig.depth === mean.depth,
  );
  return first && second && isRow && areOpposite(first, second) ? [first, second] : undefined;
}

const mayBeMean = (fig: Fig): boolean => fig.change === undefined && (isRate(fig) || (isAmount(fig) && fig.quantity?.exact === false));

const says = ({ before, after }: Fig, word: string): boolean => before.includes(word) || after[0] === word;

function inBrackets(sight: Sight, mean: Fig): readonly Fig[] | undefined {
  if (!isRate(mean)) return undefined;
  const [first, second, third] = sight.between(mean.order + 1, mean.order + 3);
  if (!first || !second || first.group === 0 || first.group !== second.group || first.depth !== mean.depth + 1) return undefined;
  if (third?.group === first.group) return undefined;
  return areHalves(mean, first, second) ? [first, second] : undefined;
}

function beside(sight: Sight, mean: Fig): readonly Fig[] | undefined {
  const around = [...sight.between(mean.order - REACH, mean.order - 1), ...sight.between(mean.order + 1, mean.order + REACH)].filter(
    (fig) => fig.sentence === mean.sentence && fig.blockIndex === mean.blockIndex && fig.depth === mean.depth,
  );
  for (const [i, first] of around.entries()) {
    const second = around.slice(i + 1).find((fig) => areHalves(mean, first, fig));
    if (second) return [first, second];
  }
  return undefined;
}

const areHalves = (mean: Fig, a: Fig, b: Fig): boolean =>
  [a, b].every(
    (fig) => mayBeMean(fig) && fig.quantity?.unit.id === mean.quantity?.unit.id && fig.quantity?.exponent === mean.quantity?.exponent,
  ) && areOpposite(a, b);
