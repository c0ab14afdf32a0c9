import { fit, near, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount } from "../figures.ts";
import { closingWords, inflowWords, openingWords, outflowWords, reachOf, says, wordings } from "../lexicon/flows.ts";
import { comparesAfter } from "./change/promised.ts";
import { alike, type Option, type Sight } from "./sight.ts";
import { holds } from "./table/proposals.ts";

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
  for (const { options, confirm } of sight.hypotheses)
    for (const option of options)
      if (option.kind === relations.balance && (!confirm || holds(option))) balanced.add(option.seats.opening).add(option.seats.closing);
  for (const opening of sight.quantities) {
    if (balanced.has(opening) || !says(wordsOf(opening), openingWords) || !isOf("opening", opening)) continue;
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
        !isFactor(fig, opening) &&
        !isPartOfOther(sight, fig),
    );
  const of = (side: Side): readonly Fig[] => told.filter((fig) => isOf(side, fig));
  const [closing, other] = of("closing");
  const [ins, outs] = [of("in"), of("out")];
  if (closing === undefined || other !== undefined || of("opening").length > 1 || ins.length + outs.length === 0) return undefined;
  const account = { opening, closing, ins, outs, isWhole: ins.length + outs.length + LEAST === told.length };
  return account.isWhole ? account : (withOthers(account, told) ?? account);
}

/** `hệ số sử dụng 1,04` beside whole doses: it counts nothing. */
export const isFactor = ({ quantity: of }: Fig, opening: Fig): boolean =>
  of !== null && of.unit.id === "" && of.decimals > 0 && (opening.quantity?.decimals ?? 0) < of.decimals;

/** `đầu kỳ 2.689, tiếp nhận 412, chuyển trại khác 74, chết 10, được đặc xá 301, cuối kỳ 2.716`: what no word puts on a side goes to the one on which the account holds. */
function withOthers({ opening, closing, ins, outs }: Account, told: readonly Fig[]): Account | undefined {
  const known = new Set([opening, closing, ...ins, ...outs]);
  const others = told.filter((fig) => !known.has(fig));
  const isBetween = opening.order < closing.order && others.every((fig) => fig.order > opening.order && fig.order < closing.order);
  if (!isBetween || others.length > MOST || others.some((fig) => sideOf(fig) !== undefined || fig.sentence !== opening.sentence))
    return undefined;
  const fitting = Array.from({ length: 2 ** others.length }, (_, way): Account => {
    const [come, gone] = [others.filter((_, i) => (way >> i) % 2 === 1), others.filter((_, i) => (way >> i) % 2 === 0)];
    return { opening, closing, ins: [...ins, ...come], outs: [...outs, ...gone], isWhole: false };
  }).filter((account) => fit(relations.balance, placesOf(account)) === "holds");
  return fitting.length === 1 && digitsOf(closing) > LEAST ? fitting[0] : undefined;
}

const MOST = 3;

const placesOf = ({ opening, closing, ins, outs }: Account) => ({
  closing: closing.cell,
  opening: opening.cell,
  ins: ins.map(({ cell }) => cell),
  outs: outs.map(({ cell }) => cell),
});

/** A part of what moved, or of what there was. */
const isPartOfOther = (sight: Sight, fig: Fig): boolean => {
  const parent = sight.parents.get(fig);
  return parent !== undefined && parent.sentence === fig.sentence && parent.blockIndex === fig.blockIndex && sideOf(parent) !== undefined;
};

const isOf = (side: Side, fig: Fig): boolean => sideOf(fig) === side;

/** By the last words before it that tell a side, else by those behind it that tell which way it went. */
function sideOf(fig: Fig): Side | undefined {
  if (fig.change !== undefined) return fig.change === "rise" ? "in" : "out";
  const words = wordsOf(fig);
  return lastOf(words, SIDES) ?? lastOf(fig.after, SIDES.slice(2));
}

const wordsOf = ({ before, phrase }: Fig): readonly string[] => (before.length > 0 ? before : phrase);

function lastOf(words: readonly string[], sides: readonly (typeof SIDES)[number][]): Side | undefined {
  const reaches = sides.map(([side, lists]) => [side, Math.max(...lists.map((list) => reachOf(words, list)))] as const);
  const most = Math.max(...reaches.map(([, reach]) => reach));
  return most < 0 ? undefined : reaches.find(([, reach]) => reach === most)?.[0];
}

function balance(sight: Sight, account: Account, isOneSentence: boolean): boolean {
  const { opening, closing, ins, outs, isWhole } = account;
  const places = placesOf(account);
  const isKept = fit(relations.balance, places) === "holds";
  const isPlain = [opening, closing, ...ins, ...outs].every(({ hedge }) => hedge === undefined || hedge === "estimate");
  const isTelling = digitsOf(closing) >= LEAST && digitsOf(opening) >= LEAST && ins.length > 0 && outs.length > 0;
  if (!isKept && !(isWhole && isPlain && isTelling && isOneSentence && near(relations.balance, places, "slip"))) return false;
  const option: Option = {
    kind: relations.balance,
    seats: { closing, opening, ins, outs },
    ...(isKept ? { verdict: "holds" as const } : {}),
  };
  sight.add({
    options: [option],
    prior: 0.75,
    pattern: "account:told",
    cue: "đầu kỳ",
    confirm: isKept,
    passage: closing.blockIndex,
  });
  return true;
}
