import { fit, near, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount } from "../figures.ts";
import { closingWords, inflowWords, openingWords, outflowWords, reachOf, wordings } from "../lexicon/flows.ts";
import { comparesAfter } from "./change/promised.ts";
import { alike, type Option, type Sight } from "./sight.ts";

/** What comes and goes in accounts of goods alone. */
const goodsIn = wordings("khai thác|sản xuất|mua vào");
const goodsOut = wordings("sử dụng|hao hụt|hao|tiêu thụ|bán ra");

/** Sides of an account, each with the words before a figure that put it there. */
const SIDES = [
  ["opening", [openingWords]],
  ["closing", [closingWords]],
  ["in", [inflowWords, goodsIn]],
  ["out", [outflowWords, goodsOut]],
] as const;
type Side = (typeof SIDES)[number][0];

const REACH = 24;
const LEAST = 2;

/**
 * `xóa 11 điểm, phát sinh mới 3 điểm, đầu năm có 26 điểm, cuối năm còn 18 điểm`, `còn tồn 431 vụ, vì đầu kỳ tồn 538 vụ và trong kỳ phát sinh 8.109 vụ`: what there
 * was, what came, what went and what is left, told in any order in a sentence or in two. Every figure of its unit there is one of them; off by a slip of a
 * key, one is wrong.
 */
export function discoverAccounts(sight: Sight): void {
  const balanced = new Set<unknown>();
  for (const { options } of sight.hypotheses)
    for (const { kind, seats } of options) if (kind === relations.balance) balanced.add(seats.opening).add(seats.closing);
  for (const opening of sight.quantities) {
    if (balanced.has(opening) || !isOf("opening", opening)) continue;
    for (const [from, to] of [
      [0, 0],
      [-1, 0],
      [0, 1],
      [-1, 1],
    ] as const) {
      const account = accountIn(sight, opening, from, to);
      if (account === undefined || !balance(sight, account, from === to)) continue;
      break;
    }
  }
}

interface Account {
  readonly opening: Fig;
  readonly closing: Fig;
  readonly ins: readonly Fig[];
  readonly outs: readonly Fig[];
  /** Whether every figure of its unit that is told there has its side. */
  readonly isWhole: boolean;
}

function accountIn(sight: Sight, opening: Fig, from: number, to: number): Account | undefined {
  const told = sight
    .between(opening.order - REACH, opening.order + REACH)
    .filter(
      (fig) =>
        fig.blockIndex === opening.blockIndex &&
        fig.sentence >= opening.sentence + from &&
        fig.sentence <= opening.sentence + to &&
        isAmount(fig) &&
        !fig.threshold &&
        fig.under === undefined &&
        !(fig.change !== undefined && comparesAfter(fig)) &&
        alike(fig, opening) &&
        !isPartOfOther(sight, fig),
    );
  const of = (side: Side): readonly Fig[] => told.filter((fig) => isOf(side, fig));
  const [closing, other] = of("closing");
  const [ins, outs] = [of("in"), of("out")];
  if (closing === undefined || other !== undefined || of("opening").length > 1 || ins.length + outs.length === 0) return undefined;
  return { opening, closing, ins, outs, isWhole: ins.length + outs.length + LEAST === told.length };
}

/** A part of what moved, or of what there was. */
const isPartOfOther = (sight: Sight, fig: Fig): boolean => {
  const parent = sight.parents.get(fig);
  return parent !== undefined && parent.sentence === fig.sentence && parent.blockIndex === fig.blockIndex && sideOf(parent) !== undefined;
};

const isOf = (side: Side, fig: Fig): boolean => sideOf(fig) === side;

/** By the last words before it that tell a side, else by those behind it that tell which way it went. */
function sideOf(fig: Fig): Side | undefined {
  if (fig.change !== undefined) return fig.change === "rise" ? "in" : "out";
  const words = fig.before.length > 0 ? fig.before : fig.phrase;
  return lastOf(words, SIDES) ?? lastOf(fig.after, SIDES.slice(2));
}

function lastOf(words: readonly string[], sides: readonly (typeof SIDES)[number][]): Side | undefined {
  const reaches = sides.map(([side, lists]) => [side, Math.max(...lists.map((list) => reachOf(words, list)))] as const);
  const most = Math.max(...reaches.map(([, reach]) => reach));
  return most < 0 ? undefined : reaches.find(([, reach]) => reach === most)?.[0];
}

function balance(sight: Sight, { opening, closing, ins, outs, isWhole }: Account, isOneSentence: boolean): boolean {
  const cells = (figs: readonly Fig[]) => figs.map(({ cell }) => cell);
  const places = { closing: closing.cell, opening: opening.cell, ins: cells(ins), outs: cells(outs) };
  const holds = fit(relations.balance, places) === "holds";
  const isPlain = [opening, closing, ...ins, ...outs].every(({ hedge }) => hedge === undefined || hedge === "estimate");
  const isTelling = digitsOf(closing) >= LEAST && digitsOf(opening) >= LEAST && ins.length > 0 && outs.length > 0;
  if (!holds && !(isWhole && isPlain && isTelling && isOneSentence && near(relations.balance, places, "slip"))) return false;
  const option: Option = {
    kind: relations.balance,
    seats: { closing, opening, ins, outs },
    ...(holds ? { verdict: "holds" as const } : {}),
  };
  sight.add({
    options: [option],
    prior: 0.75,
    pattern: "account:told",
    cue: "đầu kỳ",
    confirm: holds,
    passage: closing.blockIndex,
  });
  return true;
}
