import { fit, isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isPercent, type Token } from "../../figures.ts";
import { alike, type Option, type Sight } from "../sight.ts";

/** Figures back that the two may stand, and words of each name. */
const BACK = 40;
const LONGEST = 6;
const LEAST = 2;
const DIGITS = 3;

/**
 * `Tổng dư nợ 60.388 tỷ đồng … Tỷ lệ dư nợ trên vốn huy động bằng 98,1%`: the words before a rate name what is over what; both were told by those names. Off by a slip
 * of a key it is believed only where each name was told of one figure.
 */
export function namedRatios(sight: Sight): void {
  for (const share of sight.quantities) {
    if (!isPercent(share) || share.change !== undefined || (share.quantity?.decimals ?? 0) < 1 || sight.shares.has(share)) continue;
    const names = namesOf(share);
    if (names === undefined) continue;
    const before = sight
      .between(share.order - BACK, share.order - 1)
      .filter((fig) => isLevelFigure(fig) && fig.hedge === undefined && digitsOf(fig) >= DIGITS);
    const [parts, named] = names.map((name) => before.filter((fig) => isCalled(fig, name))) as [Fig[], Fig[]];
    const inside = inBrackets(share);
    const wholes = inside ? [inside] : named;
    const pairs = parts.flatMap((part) =>
      wholes.filter((whole) => whole !== part && alike(part, whole)).map((whole) => [part, whole] as const),
    );
    const places = ([part, whole]: readonly [Fig, Fig]) => ({ share: share.cell, parts: [part.cell], whole: whole.cell });
    const holding = pairs.findLast((pair) => fit(relations.share, places(pair)) === "holds");
    const [only, other] = pairs;
    const isOff = only !== undefined && other === undefined && isOneSlipOff([{ kind: relations.share, places: places(only) }]);
    const pair = holding ?? (isOff ? only : undefined);
    if (pair === undefined) continue;
    const option: Option = { kind: relations.share, seats: { share, parts: [pair[0]], whole: pair[1] } };
    sight.add({
      options: [option],
      prior: 0.75,
      pattern: "share:ratio",
      cue: "trên",
      confirm: holding !== undefined,
      passage: share.blockIndex,
    });
  }
}

/** `tỷ lệ A trên B bằng`: the words behind "tỷ lệ", and those behind "trên". */
function namesOf({ tokens, token: at, sentence, depth: own }: Fig): readonly [readonly string[], readonly string[]] | undefined {
  const words: string[] = [];
  for (let i = at - 1; i >= 0 && words.length <= 2 * LONGEST + 4; i--) {
    const { type, text, figure, place, depth } = tokens[i] as Token;
    if (depth > own || text === ")") continue;
    if (place.sentence !== sentence || figure || (type === "sign" && text !== "/")) break;
    words.unshift(...text.split(" "));
  }
  const from = words.findLastIndex((word, i) => /^t[ỷỉ]$/u.test(word) && /^(?:lệ|số|suất)$/.test(words[i + 1] ?? ""));
  const named = (from < 0 ? [] : words.slice(from + 2)).filter((word) => !LEADS.has(word));
  const over = named.findIndex((word) => word === "trên" || word === "/");
  const [part, whole] = [named.slice(0, Math.max(0, over)), named.slice(over + 1)];
  const isNamed = over > 0 && part.length <= LONGEST && whole.length >= LEAST && whole.length <= LONGEST;
  return isNamed ? [part, whole] : undefined;
}

/** `Tỷ lệ nợ trên tổng thu ngân sách (18.370 tỷ đồng) là 9,0%`: alone in the brackets behind the name. */
function inBrackets({ tokens, token: at, depth }: Fig): Fig | undefined {
  let close = at - 1;
  while (close >= at - WORDS && tokens[close]?.text !== ")") close -= 1;
  const inside: Fig[] = [];
  for (let i = close - 1; close >= at - WORDS && i >= 0 && (tokens[i] as Token).depth > depth; i--) {
    const figure = tokens[i]?.figure;
    if (figure) inside.push(figure);
  }
  const [only] = inside;
  return inside.length === 1 && only && isLevelFigure(only) ? only : undefined;
}

/** "là", "bằng", "đạt" */
const WORDS = 3;

const LEADS = new Set("bằng là đạt ở mức còn khoảng số tổng giữa".split(" "));

/** Its clause names it so, one word after the other. */
const isCalled = ({ phrase, after, quantity: of }: Fig, name: readonly string[]): boolean =>
  [[...phrase, ...(of?.unit.id.split(" ") ?? [])], after].some((said) =>
    said.some((_, i) => name.every((word, k) => said[i + k] === word)),
  );
