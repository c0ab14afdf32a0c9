import { fit, relations } from "@khop/core";
import { type Fig, isAmount, isIntensive, isRate } from "../figures.ts";
import type { Sight } from "./sight.ts";

/** Figures that stand about a list of means. */
const REACH = 16;
const MOST = 12;

/**
 * What is said of all as a mean lies between what is said of each: `tuổi thọ trung bình 73,6 tuổi, trong đó nam 71,0 tuổi và nữ 76,3 tuổi`,
 * `nhóm A 5,9%/năm, nhóm B 11,8%/năm; chung toàn thị trường 8,4%/năm`. How much each weighs is printed nowhere, so arithmetic only confirms.
 */
export function discoverBounds(sight: Sight): void {
  const known = new Set(
    sight.hypotheses.flatMap(({ options: [option] }) => (option?.kind === relations.mean ? [option.seats.mean as Fig] : [])),
  );
  const add = (mean: Fig, values: readonly Fig[], pattern: string): void => {
    if (known.has(mean) || values.length < 2 || new Set(values).size < values.length) return;
    const places = { mean: mean.cell, values: values.map(({ cell }) => cell) };
    if (fit(relations.mean, places) !== "holds") return;
    known.add(mean);
    const options = [{ kind: relations.mean, seats: { mean, values } }];
    sight.add({ options, prior: 0.8, pattern, cue: "bình quân", confirm: true, passage: mean.blockIndex });
  };
  for (const mean of sight.quantities) {
    if (!mayBeMean(mean)) continue;
    if (isCalledMean(mean)) add(mean, valuesBehind(sight, mean), "bounds:behind");
    if (isOfAll(mean)) add(mean, valuesBefore(sight, mean), "bounds:before");
  }
}

const mayBeMean = (fig: Fig): boolean =>
  fig.change === undefined && !fig.threshold && fig.under === undefined && fig.over === undefined && (isRate(fig) || isAmount(fig));

/** "bình quân", "trung bình" in its own words, or a measure that is always one. */
const isCalledMean = (fig: Fig): boolean =>
  fig.cues.some(({ cue, distance }) => cue.kind === "mean" && distance <= REACH) ||
  (isAmount(fig) && isIntensive(fig) && fig.quantity?.exact === false);

const WHOLE = new Set(["toàn", "chung", "cả"]);

const isOfAll = ({ before, after }: Fig): boolean => [...before.slice(-FEW), ...after.slice(0, FEW)].some((word) => WHOLE.has(word));

const FEW = 4;

/** What is said in the same measure: of each, one after the other. */
const isLike = (mean: Fig, fig: Fig): boolean =>
  mayBeMean(fig) &&
  fig.depth === mean.depth &&
  fig.blockIndex === mean.blockIndex &&
  fig.quantity?.unit.id === mean.quantity?.unit.id &&
  fig.quantity?.exponent === mean.quantity?.exponent;

/** Behind a mean, in its sentence: all that is said in its measure, where words that open a list, a colon or a semicolon lead to it. */
function valuesBehind(sight: Sight, mean: Fig): readonly Fig[] {
  const values = sight
    .between(mean.order + 1, mean.order + REACH)
    .filter((fig) => fig.sentence === mean.sentence && isLike(mean, fig) && !sight.shares.has(fig))
    .slice(0, MOST);
  const [first] = values;
  if (first === undefined || first.tokens !== mean.tokens) return [];
  const between = mean.tokens.slice(mean.token + 1, first.token);
  return between.some(({ cue, text }) => cue?.kind === "opener" || text === ":" || text === ";") ? values : [];
}

/** Right before what is said of all, in its sentence: a run in its measure. */
function valuesBefore(sight: Sight, mean: Fig): readonly Fig[] {
  const values: Fig[] = [];
  for (let i = mean.order - 1; i >= 0 && values.length < MOST; i--) {
    const fig = sight.quantities[i] as Fig;
    if (fig.sentence !== mean.sentence || !isLike(mean, fig) || sight.shares.has(fig)) break;
    values.unshift(fig);
  }
  return values;
}
