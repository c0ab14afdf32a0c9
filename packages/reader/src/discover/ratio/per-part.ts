import { fit, near, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure } from "../../figures.ts";
import { nameWords } from "../../words.ts";
import { alike, isUnseen, type Option, type Sight, type Unseen } from "../sight.ts";

const AHEAD = 4;
const DIGITS = 3;

/**
 * `ngoại trú 1.068.431 lượt, nội trú 92.745 lượt … (ngoại trú 371,8 tỷ đồng, nội trú 518,6 tỷ đồng). Chi bình quân một lượt ngoại trú 348 nghìn đồng, một lượt nội trú 5.592
 * nghìn đồng`: where the average of one part holds, that told beside it is of the next part of both lists.
 */
export function averagesOfParts(sight: Sight): void {
  const tied = new Set<unknown>();
  for (const { options } of sight.hypotheses) for (const { kind, seats } of options) if (kind === relations.ratio) tied.add(seats.ratio);
  for (const { options, pattern } of sight.hypotheses.slice()) {
    const [option] = options;
    if (option?.kind !== relations.ratio || pattern !== "ratio:average") continue;
    const { ratio, numerators, denominator, per } = option.seats as {
      ratio: Fig;
      numerators: readonly Fig[];
      denominator: Fig | Unseen;
      per?: string;
    };
    const [numerator, more] = numerators;
    if (numerator === undefined || more !== undefined || isUnseen(denominator)) continue;
    const [above, below] = [listOf(sight, numerator), listOf(sight, denominator)];
    if (above === undefined || below === undefined || above.length !== below.length) continue;
    const at = above.indexOf(numerator);
    if (below.indexOf(denominator) !== at) continue;
    for (const next of sight.between(ratio.order + 1, ratio.order + AHEAD)) {
      if (tied.has(next) || next.sentence !== ratio.sentence || next.tokens !== ratio.tokens || !isLevelFigure(next) || !alike(next, ratio))
        continue;
      const place = above.findIndex((part, i) => i !== at && isCalledAs(next, part, above) && isCalledAs(next, below[i] as Fig, below));
      if (place < 0) continue;
      const seats = {
        ratio: next,
        numerators: [above[place] as Fig],
        denominator: below[place] as Fig,
        ...(per === undefined ? {} : { per }),
      };
      const places = { ...seats, ratio: next.cell, numerators: [seats.numerators[0]?.cell], denominator: seats.denominator.cell };
      const holds = fit(relations.ratio, places) === "holds";
      if (!holds && !(digitsOf(next) >= DIGITS && (near(relations.ratio, places, "slip") || near(relations.ratio, places, "double"))))
        continue;
      const made: Option = { kind: relations.ratio, seats };
      sight.add({ options: [made], prior: 0.8, pattern: "ratio:part", cue: "bình quân", confirm: holds, passage: next.blockIndex });
      tied.add(next);
    }
  }
}

/** The list that a figure is a part of. */
function listOf(sight: Sight, part: Fig): readonly Fig[] | undefined {
  const found = sight.totals.find(({ parts }) => parts.includes(part) && !parts.some(isUnseen));
  return found?.parts as readonly Fig[] | undefined;
}

/** A word of its name is said of this part, and of no other. */
function isCalledAs(fig: Fig, part: Fig, parts: readonly Fig[]): boolean {
  const words = nameWords(fig);
  const others = parts.filter((one) => one !== part).map(nameWords);
  return [...nameWords(part)].some((word) => words.has(word) && !others.some((other) => other.has(word)));
}
