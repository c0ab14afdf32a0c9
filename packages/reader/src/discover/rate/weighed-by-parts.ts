import { fit, relations } from "@khop/core";
import { type Fig, isLevelFigure } from "../../figures.ts";
import { nameWords } from "../../words.ts";
import { isUnseen, type Option, type Sight } from "../sight.ts";

/** Figures between a rate and the parts that weigh it. */
const FAR = 40;
const BLOCKS = 2;

/**
 * `phát sinh 951,5 tấn (đô thị 412,6 tấn; nông thôn 538,9 tấn). Tỷ lệ thu gom chung 88,3%: đô thị 97,2%, nông thôn 81,5%`: the rate of all is the mean of the rates of
 * its parts, weighted by those parts, which were told by the same names. What else they may be weighted by is not known, so it only confirms.
 */
export function weighedByParts(sight: Sight): void {
  for (const { options, passage } of sight.hypotheses.slice()) {
    const [option] = options;
    if (option?.kind !== relations.mean || option.seats.weights !== undefined || option.seats.turned !== undefined) continue;
    const { mean, values } = option.seats as { mean: Fig; values: readonly Fig[] };
    if (isUnseen(mean) || mean.change !== undefined || values.length < 2) continue;
    for (const { total, parts } of sight.totals) {
      if (isUnseen(total) || parts.length !== values.length || parts.some(isUnseen)) continue;
      const weights = inTheirOrder(values, parts as readonly Fig[]);
      if (weights === undefined || !weights.every((weight) => isLevelFigure(weight) && isNear(weight, mean))) continue;
      const weighed: Option = { kind: relations.mean, seats: { mean, values, weights } };
      const places = { mean: mean.cell, values: values.map(({ cell }) => cell), weights: weights.map(({ cell }) => cell) };
      if (fit(relations.mean, places) !== "holds") continue;
      sight.add({ options: [weighed], prior: 0.7, pattern: "rates:weighed", cue: "chung", confirm: true, passage });
      break;
    }
  }
}

const isNear = (weight: Fig, mean: Fig): boolean =>
  Math.abs(weight.order - mean.order) <= FAR && Math.abs(weight.blockIndex - mean.blockIndex) <= BLOCKS;

/** For each rate the one part that is called by a word of its name that no other is called by. */
function inTheirOrder(values: readonly Fig[], parts: readonly Fig[]): readonly Fig[] | undefined {
  const called = parts.map(ownName);
  const weights = values.map((value) => {
    const words = ownName(value);
    const fitting = parts.filter((_, i) =>
      [...(called[i] as ReadonlySet<string>)].some((word) => words.has(word) && called.every((other, k) => k === i || !other.has(word))),
    );
    return fitting.length === 1 ? fitting[0] : undefined;
  });
  const found = weights.filter((one) => one !== undefined);
  return found.length === values.length && new Set(found).size === found.length ? found : undefined;
}

/** The words of its own phrase; what its clause says before that is said of all. */
const ownName = (fig: Fig): ReadonlySet<string> => {
  const own = new Set([...fig.before, ...fig.after]);
  return new Set([...nameWords(fig)].filter((word) => own.has(word)));
};
