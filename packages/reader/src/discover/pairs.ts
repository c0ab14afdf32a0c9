import { changeFits, isOneSlipOff, near, relations, sumFits } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure } from "../figures.ts";
import { type Opposites, opposites } from "../lexicon/opposites.ts";
import { Phrases } from "../phrases.ts";
import { alike, type Sight } from "./sight.ts";

const REACH = 14;

interface Half {
  readonly pair: Opposites;
  readonly side: "first" | "second" | "whole";
}

const byName = new Map<string, Half[]>();
for (const pair of opposites) {
  for (const side of ["first", "second", "whole"] as const) {
    const name = pair[side];
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), { pair, side }]);
  }
}
const halves = new Phrases(byName);

/** Two halves named by opposite words, and their whole before them: `xuất nhập khẩu 35,08 … xuất khẩu 17,67 … nhập khẩu 17,4`. */
export function discoverPairs(sight: Sight): void {
  const named = new Map<Opposites, { first: Fig[]; second: Fig[] }>();
  for (const fig of sight.quantities) {
    if (!isLevelFigure(fig)) continue;
    for (const { pair, side } of namesIn([...fig.phrase, ...fig.after])) {
      if (side === "whole") continue;
      const known = named.get(pair) ?? { first: [], second: [] };
      named.set(pair, known);
      if (!known[side].includes(fig)) known[side].push(fig);
    }
  }
  denied(sight);
  for (const [pair, { first: firsts, second: seconds }] of named) {
    for (const first of firsts) {
      for (const second of seconds) {
        if (first === second || Math.abs(second.order - first.order) > REACH || !alike(first, second)) continue;
        whole(sight, first, second);
        if (pair.net) net(sight, first, second, pair.net, firsts.length === 1 && seconds.length === 1);
      }
    }
  }
}

const NEAR = 8;
const DENIED = 2;

/**
 * `23 xã … 17 xã đã qua 21 ngày, 6 xã chưa qua`, `đủ điều kiện 475 đơn … Thuộc thẩm quyền 301 đơn; không thuộc thẩm quyền 174 đơn`: one figure and the next, the same with
 * a no before it, make one that was told before.
 */
function denied(sight: Sight): void {
  for (const first of sight.quantities) {
    if (!isLevelFigure(first)) continue;
    // "Xếp loại 389 hợp tác xã: tốt 97, khá 148, …; chưa xếp loại 28": over the parts of the first.
    const second = sight.between(first.order + 1, first.order + REACH).find((fig) => sight.parents.get(fig) !== first);
    if (!second || !isLevelFigure(second) || second.tokens !== first.tokens || second.sentence !== first.sentence) continue;
    if (!alike(first, second) || !(isDenied(first, second) || isDenied(second, first))) continue;
    if (sight.parents.has(first) || sight.parents.has(second)) continue;
    const own = sight
      .between(first.order - NEAR, first.order - 1)
      .filter(
        (total) =>
          isLevelFigure(total) && (alike(total, first) || total.sentence === first.sentence) && first.blockIndex - total.blockIndex <= 1,
      );
    const holding = own.findLast(
      (total) =>
        first.quantity &&
        second.quantity &&
        total.quantity &&
        digitsOf(total) >= DENIED &&
        sumFits(total.quantity, [first.quantity, second.quantity]),
    );
    // Parts of a figure were told between it and its halves: of that figure they are once more.
    const nearest = own.findLast((total) => !sight.parents.has(total));
    const isOff =
      holding === undefined &&
      nearest !== undefined &&
      alike(nearest, first) &&
      digitsOf(nearest) > DENIED &&
      sight.totalled.has(nearest) &&
      isOneSlipOff([{ kind: relations.total, places: { total: nearest.cell, parts: [first.cell, second.cell] } }]);
    const total = holding ?? (isOff ? nearest : undefined);
    if (total === undefined) continue;
    sight.add({
      options: [{ kind: relations.total, seats: { total, parts: [first, second] } }],
      prior: 0.75,
      pattern: "pair:denied",
      cue: "không",
      confirm: holding !== undefined,
      passage: first.blockIndex,
    });
  }
}

/** Whether two figures are named by opposite words: nam and nữ, toàn trình and một phần. */
export function areOpposite(a: Fig, b: Fig): boolean {
  if (isDenied(a, b) || isDenied(b, a)) return true;
  const left = namesIn([...a.before, ...a.after]);
  const right = namesIn([...b.before, ...b.after]);
  return left.some(
    ({ pair, side }) => side !== "whole" && right.some((other) => other.pair === pair && other.side !== "whole" && other.side !== side),
  );
}

/** The same of names: "công lập", "ngoài công lập". */
export function areOppositeNames(a: string, b: string): boolean {
  const [left, right] = [a, b].map((name) => namesIn(name.toLowerCase().split(/[\s–-]+/)));
  return (left ?? []).some(
    ({ pair, side }) =>
      side !== "whole" && (right ?? []).some((other) => other.pair === pair && other.side !== "whole" && other.side !== side),
  );
}

const DENIALS = new Set(["không", "chưa"]);

/** `đủ điều kiện 26 đơn, không đủ điều kiện 15 đơn`: the one is the other with a no before it. */
function isDenied(yes: Fig, no: Fig): boolean {
  const said = [...yes.phrase, ...yes.after].join(" ");
  const words = [...no.before, ...no.after];
  // "đã nộp 588 triệu đồng; chưa nộp 154,5 triệu đồng"
  if (words.some((word, i) => word === "chưa" && ` ${said} `.includes(` đã ${words[i + 1]} `))) return true;
  return words.some(
    (word, i) =>
      DENIALS.has(word) &&
      words.length > i + 2 &&
      ` ${said} `.includes(` ${words[i + 1]} ${words[i + 2]} `) &&
      !said.includes(`${word} ${words[i + 1]}`),
  );
}

/** The names in a phrase; the longest at each place, so that the name of the whole hides those of its halves. */
function namesIn(words: readonly string[]): Half[] {
  const found: Half[] = [];
  for (let i = 0; i < words.length; i++) {
    const name = halves.at(i, (at) => words[at]);
    if (name === null) continue;
    found.push(...name.value);
    i += name.length - 1;
  }
  return found;
}

function whole(sight: Sight, first: Fig, second: Fig): void {
  if (!first.quantity || !second.quantity) return;
  const from = Math.min(first.order, second.order);
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    const total = sight.quantities[i] as Fig;
    if (!isLevelFigure(total) || !alike(total, first) || !total.quantity || sight.totalled.has(total)) continue;
    if (digitsOf(total) < 3 || !sumFits(total.quantity, [first.quantity, second.quantity])) continue;
    sight.add({
      options: [{ kind: relations.total, seats: { total, parts: [first, second] }, verdict: "holds" }],
      prior: 0.9,
      pattern: "pair:whole",
      cue: "",
      confirm: true,
      passage: first.blockIndex,
    });
    return;
  }
}

/** A single surplus of a single pair that one slip of a key keeps from fitting; small numbers do so by chance. */
const isSlip = (fig: Fig, first: Fig, second: Fig, falls: boolean): boolean =>
  digitsOf(first) >= 3 && near(relations.difference, { difference: fig.cell, current: first.cell, base: second.cell, falls }, "slip");

/** `xuất siêu 119,4 triệu USD (xuất khẩu 583,1 triệu USD, nhập khẩu 463,7 triệu USD)`: the two in the brackets right behind it. */
function beforeBracket(sight: Sight, first: Fig, second: Fig): Fig | undefined {
  const open = Math.min(first.order, second.order);
  const fig = sight.quantities[open - 1];
  const isRightBefore = first.group !== 0 && first.group === second.group && Math.abs(first.order - second.order) === 1;
  return fig && isRightBefore && fig.tokens === first.tokens && fig.depth === first.depth - 1 ? fig : undefined;
}

function net(sight: Sight, first: Fig, second: Fig, words: readonly [string, string], only: boolean): void {
  const from = Math.max(first.order, second.order);
  const before = beforeBracket(sight, first, second);
  for (const fig of [...(before ? [before] : []), ...sight.between(from + 1, from + REACH)]) {
    if (!isLevelFigure(fig) || !alike(fig, first)) continue;
    const text = fig.phrase.join(" ");
    const isSaid = (names: string): boolean => names.split("|").some((name) => text.includes(name));
    const falls = isSaid(words[1]);
    if (!falls && !isSaid(words[0])) continue;
    const fits = fig.quantity && first.quantity && second.quantity && changeFits(fig.quantity, first.quantity, second.quantity, falls);
    // The two stand right before it, in its sentence: no other pair is meant.
    const isBeside = from === fig.order - 1 && Math.abs(first.order - second.order) === 1 && fig.sentence === first.sentence;
    if (!fits && fig !== before && !((only || isBeside) && isSlip(fig, first, second, falls))) continue;
    sight.add({
      options: [{ kind: relations.difference, seats: { difference: fig, current: first, base: second, falls } }],
      prior: fits ? 0.9 : 0.7,
      pattern: "pair:net",
      cue: words[falls ? 1 : 0].split("|")[0] ?? "",
      confirm: fits === true,
      passage: fig.blockIndex,
    });
    return;
  }
}
