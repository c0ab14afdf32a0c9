import { fit, near, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure } from "../figures.ts";
import { alike, type Sight } from "./sight.ts";

/** Figures back that the two stand. */
const REACH = 14;
const BLOCKS = 1;
const LEAST = 3;
const LONGEST = 6;

/** `có 11.571 hộ nghèo; 8.739 hộ cận nghèo … Tổng số hộ nghèo và cận nghèo là 20.310 hộ`: the sum says by name what it is made of. */
export function discoverNamedSums(sight: Sight): void {
  for (const total of sight.quantities) {
    if (!isLevelFigure(total) || !isAmount(total) || digitsOf(total) < LEAST || sight.totalled.has(total)) continue;
    const names = namesIn(total);
    const parts = names && partsOf(sight, total, names);
    if (!parts) continue;
    const places = { total: total.cell, parts: parts.map(({ cell }) => cell) };
    const holds = fit(relations.total, places) === "holds";
    if (!holds && !near(relations.total, places, "slip")) continue;
    sight.add({
      options: [{ kind: relations.total, seats: { total, parts } }],
      prior: 0.75,
      pattern: "sum:named",
      cue: "tổng",
      confirm: holds,
      passage: total.blockIndex,
    });
  }
}

/** The two names behind "tổng" and on both sides of "và". */
function namesIn({ phrase }: Fig): readonly [string, string] | undefined {
  const from = phrase.lastIndexOf("tổng");
  const words = from < 0 ? [] : phrase.slice(from + 1).filter((word) => !BETWEEN.has(word));
  const and = words.indexOf("và");
  const [left, right] = [words.slice(0, Math.max(0, and)), words.slice(and + 1)];
  return left.length > 0 && right.length > 0 && words.length <= LONGEST + 1 && !right.includes("và")
    ? [left.join(" "), right.join(" ")]
    : undefined;
}

const BETWEEN = new Set(["số", "cộng", "là", "có", "đạt", "được", "trên"]);

/** For each name the nearest figure before that bears it, and not the other as well. */
function partsOf(sight: Sight, total: Fig, [left, right]: readonly [string, string]): readonly Fig[] | undefined {
  const near = sight
    .between(total.order - REACH, total.order - 1)
    .filter((fig) => isLevelFigure(fig) && alike(fig, total) && total.blockIndex - fig.blockIndex <= BLOCKS);
  const first = near.findLast((fig) => bears(fig, left) && !bears(fig, right));
  const second = near.findLast((fig) => bears(fig, right) && fig !== first);
  return first && second && (first.sentence !== total.sentence || second.sentence === first.sentence) ? [first, second] : undefined;
}

const bears = ({ before, after }: Fig, name: string): boolean =>
  ` ${after.join(" ")} `.includes(` ${name} `) || ` ${before.join(" ")} `.includes(` ${name} `);
