import { isOneSlipOff, near, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, sizeOf } from "../../figures.ts";
import { alike, type Sight } from "../sight.ts";
import { nameMeets, perUnitOf } from "./per.ts";
import { accuse, areOfManyDeeds } from "./told.ts";

const BACK = 6;
const LEAST = 2;
const TELLING = 3;

/**
 * `cháy rừng 6 vụ, thiệt hại 11,4 ha, bình quân 1,9 ha/vụ`, `tôm thẻ 21.840 tấn trên 1.950 ha, năng suất 11,2 tấn/ha`, `75.812 tỷ đồng, bình quân 3.791 tỷ
 * đồng/phiên (20 phiên)`: how many, how much in all and how much each, one behind the other in a sentence, over what brackets tell. Nothing else is meant, so that
 * off by a slip of a key, or by less than twice, one is wrong.
 */
export function averageBeside(sight: Sight, mean: Fig, words: readonly string[]): boolean {
  const marked = mean.cues.some(({ cue, near: beside }) => beside && cue.kind === "mean") || mean.before.includes("suất");
  if (!marked || digitsOf(mean) < LEAST || !isPlain(mean) || words.length === 0) return false;
  const [second, first] = sight
    .between(mean.order - BACK, mean.order - 1)
    .filter((fig) => fig.depth === mean.depth && fig.sentence === mean.sentence && fig.tokens === mean.tokens)
    .reverse();
  const behind = sight.quantities[mean.order + 1];
  const inBrackets =
    behind?.tokens === mean.tokens && behind.depth === mean.depth + 1 && behind.tokens[behind.token - 1]?.text === "(" ? behind : undefined;
  for (const [all, count] of [
    [second, inBrackets],
    [second, first],
    [first, second],
  ] as const) {
    if (!all || !count || !isTriple(mean, all, count, words) || isOneOfSeveral(sight, count)) continue;
    const per = perUnitOf(count);
    const places = { ratio: mean.cell, numerators: [all.cell], denominator: count.cell, per };
    const isNear = near(relations.ratio, places, "double");
    const isSlip = isOneSlipOff([{ kind: relations.ratio, places }]);
    if (!isNear && !(isSlip && digitsOf(mean) >= TELLING)) return false;
    if (!isSlip && digitsOf(mean) < TELLING) return false;
    accuse(sight, mean, { ratio: mean, numerators: [all], denominator: count, per }, "ratio:beside");
    return true;
  }
  return false;
}

/** `86 buổi, 214 buổi, 127 buổi, phục vụ 168.500 lượt, bình quân 395 lượt/buổi`: of all of them together, unless a verb of its own stands before each. */
function isOneOfSeveral(sight: Sight, count: Fig): boolean {
  const own = sight
    .between(count.order - BACK, count.order)
    .filter((fig) => fig.depth === count.depth && fig.sentence === count.sentence && isLevelFigure(fig) && alike(fig, count));
  return own.length > 1 && !areOfManyDeeds(own);
}

function isTriple(mean: Fig, all: Fig, count: Fig, words: readonly string[]): boolean {
  if (![all, count].every((fig) => isLevelFigure(fig) && isPlain(fig) && Math.abs(mean.clause - fig.clause) <= 1)) return false;
  if (!alike(all, mean) || alike(count, mean) || sizeOf(all) <= sizeOf(mean)) return false;
  const unit = count.quantity?.unit.id.split(" ") ?? [];
  const [noun = ""] = words;
  return nameMeets(count, words) || unit.includes(noun) || (ANY.has(words.slice(0, 2).join(" ")) && unit[0] !== "");
}

const isPlain = ({ hedge }: Fig): boolean => hedge === undefined || hedge === "estimate";

/** Words for one of whatever was counted. */
const ANY = new Set(["trường hợp", "đối tượng", "đơn vị"]);
