import { fit, isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, type Token } from "../figures.ts";
import { alike, type Option, type Sight } from "./sight.ts";

/** Words between those that take away and the figure that is left. */
const AHEAD = 12;
/** Figures back from the last of those taken away. */
const BACK = 14;
const DIGITS = 3;

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["hai", 2],
  ["ba", 3],
  ["bốn", 4],
  ["02", 2],
  ["03", 3],
  ["04", 4],
  ["2", 2],
  ["3", 3],
  ["4", 4],
]);
const THINGS = new Set(["khoản", "loại", "nguồn", "mục", "nhóm"]);

/**
 * `thu lũy kế 11.907 tỷ đồng … tiền sử dụng đất 2.317 tỷ đồng, xổ số 187 tỷ đồng; trừ hai khoản này, số thu còn 9.403 tỷ đồng`: as many as the words say, of those told right
 * before them, are taken from a larger figure farther back: one that fits, or the nearest that a slip of a key is off.
 */
export function exclusionsCounted(sight: Sight): void {
  for (const closing of sight.quantities) {
    if (!isLevelFigure(closing) || closing.hedge !== undefined) continue;
    const count = takenAway(closing);
    if (count === undefined) continue;
    const before = sight
      .between(closing.order - BACK, closing.order - 1)
      .filter(
        (fig) => isLevelFigure(fig) && fig.depth === closing.depth && fig.blockIndex >= closing.blockIndex - 1 && alike(fig, closing),
      );
    const outs = before.slice(-count);
    if (outs.length < count || outs.some(({ hedge, blockIndex }) => hedge !== undefined || blockIndex !== closing.blockIndex)) continue;
    const optionOf = (opening: Fig): Option => ({ kind: relations.balance, seats: { closing, opening, ins: [], outs } });
    const placesOf = (opening: Fig) => ({ closing: closing.cell, opening: opening.cell, ins: [], outs: outs.map(({ cell }) => cell) });
    const openings = before.slice(0, -count).toReversed();
    const holding = openings.find((opening) => fit(relations.balance, placesOf(opening)) === "holds");
    const isOff = (opening: Fig): boolean =>
      opening.hedge === undefined && digitsOf(closing) >= DIGITS && isOneSlipOff([{ kind: relations.balance, places: placesOf(opening) }]);
    const opening = holding ?? openings.find(isOff);
    if (opening === undefined) continue;
    sight.add({
      options: [optionOf(opening)],
      prior: 0.8,
      pattern: "exclusion:counted",
      cue: "trừ",
      confirm: holding !== undefined,
      passage: closing.blockIndex,
    });
  }
}

/** `trừ hai khoản này`: how many are taken away, by the words right before what is left; nothing where no such words stand. */
function takenAway({ tokens, token: at, sentence }: Fig): number | undefined {
  for (let i = at - 1; i >= Math.max(0, at - AHEAD); i--) {
    const { text, cue, place } = tokens[i] as Token;
    if (place.sentence !== sentence) return undefined;
    if (cue?.kind !== "except" && text !== "trừ") continue;
    const words = tokens.slice(i + 1, at).flatMap((token) => token.text.split(" "));
    const number = words.findIndex((word) => NUMBERS.has(word));
    const isNamed =
      number >= 0 && number <= 1 && THINGS.has(words[number + 1] ?? "") && /^(?:này|trên|đó|nêu)$/.test(words[number + 2] ?? "");
    return isNamed ? NUMBERS.get(words[number] ?? "") : undefined;
  }
  return undefined;
}
