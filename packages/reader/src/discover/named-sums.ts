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

/**
 * `Quý II vận chuyển 4.686,7 nghìn lượt khách … Cộng với quý I (4.418,2 nghìn lượt), 6 tháng vận chuyển 9.104,9 nghìn lượt khách`: what was told before and what
 * is added to it make what follows.
 */
export function discoverAdditions(sight: Sight): void {
  for (const added of sight.quantities) {
    const total = isLevelFigure(added) && isAdded(added) ? totalBehind(sight, added) : undefined;
    if (total === undefined || sight.totalled.has(total)) continue;
    const before = sight
      .between(added.order - REACH, added.order - 1)
      .filter((fig) => isLevelFigure(fig) && alike(fig, added) && fig.depth <= total.depth && added.blockIndex - fig.blockIndex <= BLOCKS)
      .reverse();
    const holding = before.find((fig) => fit(relations.total, placesOf(total, [fig, added])) === "holds");
    const slips = holding ? [] : before.filter((fig) => near(relations.total, placesOf(total, [fig, added]), "slip"));
    const first = holding ?? (slips.length === 1 && digitsOf(total) >= LEAST ? slips[0] : undefined);
    if (first === undefined) continue;
    sight.add({
      options: [{ kind: relations.total, seats: { total, parts: [first, added] } }],
      prior: 0.75,
      pattern: "sum:added",
      cue: "cộng với",
      confirm: holding !== undefined,
      passage: total.blockIndex,
    });
  }
}

const placesOf = (total: Fig, parts: readonly Fig[]) => ({ total: total.cell, parts: parts.map(({ cell }) => cell) });

/** "cộng với" stands a few words before it in its clause. */
const isAdded = ({ tokens, token: at, clause }: Fig): boolean =>
  tokens
    .slice(Math.max(0, at - ADDED), at)
    .some(({ text, place }, i, all) => place.clause === clause && (text === "cộng với" || (text === "cộng" && all[i + 1]?.text === "với")));

const ADDED = 6;

/** The next figure of its kind in the sentence, outside the brackets. */
const totalBehind = (sight: Sight, added: Fig): Fig | undefined =>
  sight
    .between(added.order + 1, added.order + 2)
    .find(
      (fig) => isLevelFigure(fig) && alike(fig, added) && fig.tokens === added.tokens && fig.sentence === added.sentence && fig.depth === 0,
    );
