import { isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, type Token } from "../figures.ts";
import { spelledAt } from "../numbers.ts";
import { alike, type Option, type Sight } from "./sight.ts";
import { holds, placesOf } from "./table/proposals.ts";

/** Words between those that take away and the figure that is left. */
const AHEAD = 12;
/** Figures back from the last of those taken away. */
const BACK = 14;
const DIGITS = 3;

/** More are never taken away so. */
const MOST = 4;
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
    const openings = before.slice(0, -count).toReversed();
    const holding = openings.find((one) => holds(optionOf(one)));
    const isOff = (opening: Fig): boolean =>
      opening.hedge === undefined &&
      digitsOf(closing) >= DIGITS &&
      isOneSlipOff([{ kind: relations.balance, places: placesOf(optionOf(opening).seats) }]);
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
    const count = countIn(words[0] === "đi" ? words.slice(1) : words);
    return count !== undefined && count >= 2 && count <= MOST ? count : undefined;
  }
  return undefined;
}

/** `hai khoản này`, `02 nguồn trên`: how many things the words point at. */
function countIn([number = "", thing = "", pointer = ""]: readonly string[]): number | undefined {
  if (!THINGS.has(thing) || !/^(?:này|trên|đó|nêu)$/.test(pointer)) return undefined;
  return /^\d{1,2}$/.test(number) ? Number(number) : spelledAt(0, (i) => (i === 0 ? number : undefined))?.value;
}
