import { fit, near, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure } from "../figures.ts";
import { closingWords, heldWords, inflowWords, openingWords, outflowWords, reachOf, says } from "../lexicon/flows.ts";
import { isFactor } from "./accounts.ts";
import { comparesAfter } from "./change/promised.ts";
import { overCommas } from "./over-commas.ts";
import { alike, type Option, type Sight } from "./sight.ts";
import { sinceOpening } from "./since-opening.ts";

/** Figures between the opening one and the last movement. */
const REACH = 24;
/** Blocks to the closing figure, over the items between. */
const FAR = 8;
/** Sentences over which an account is told. */
const SENTENCES = 4;
/** Passages back that the closing figure may stand. */
const NEAR = 1;

/**
 * `Đầu quý có 71.406 đồng hồ; phát triển mới 1.284, cắt hủy 197; cuối quý 72.493`: what there was, what came, what went, what is left, each by
 * the words before it.
 */
export function discoverBalances(sight: Sight): void {
  for (const opening of sight.quantities) {
    if (!isLevelFigure(opening) || !opens(sight, opening)) continue;
    allThereWas(sight, opening);
    const { ins, outs, closing } = movementsAfter(sight, opening);
    if (ins.length + outs.length === 0) {
      movedBefore(sight, opening, closing);
      continue;
    }
    if (closing !== undefined) {
      told(sight, { opening, ins, outs, closing });
      if (fit(relations.balance, placesOf({ opening, ins, outs, closing })) === "holds") sinceOpening(sight, opening, closing);
    } else saidBefore(sight, { opening, ins, outs });
  }
}

/** `tiếp nhận 5.306 đơn; kỳ trước chuyển sang 173 đơn. Đã xử lý 5.393/5.479 đơn`: what came and what there was make what others are counted out of; it only confirms. */
function allThereWas(sight: Sight, opening: Fig): void {
  const beside = sight
    .between(opening.order - REACH, opening.order + NEXT)
    .filter(
      (fig) => fig.blockIndex === opening.blockIndex && fig.depth === opening.depth && Math.abs(fig.sentence - opening.sentence) <= 1,
    );
  const inflow = beside.findLast((fig) => fig !== opening && isLevelFigure(fig) && alike(fig, opening) && wayOf(fig) === "in");
  const whole = beside.find((fig) => fig.under !== undefined && fig.order > opening.order && alike(fig, opening));
  if (!inflow || !whole || inflow.order > whole.order || sight.totalled.has(whole) || digitsOf(whole) < 2) return;
  const parts = inflow.order < opening.order ? [inflow, opening] : [opening, inflow];
  if (fit(relations.total, { total: whole.cell, parts: parts.map(({ cell }) => cell) }) !== "holds") return;
  sight.add({
    options: [{ kind: relations.total, seats: { total: whole, parts } }],
    prior: 0.8,
    pattern: "balance:all",
    cue: "đầu kỳ",
    confirm: true,
    passage: whole.blockIndex,
  });
}

const NEXT = 4;

interface Movements {
  readonly ins: readonly Fig[];
  readonly outs: readonly Fig[];
}

interface Balance extends Movements {
  readonly opening: Fig;
  readonly closing: Fig;
}

/** What moved, in order, until a figure is said to be left; nothing where a figure is said to be neither. */
function movementsAfter(sight: Sight, opening: Fig): Movements & { readonly closing?: Fig } {
  const [ins, outs]: [Fig[], Fig[]] = [[], []];
  for (const fig of sight.between(opening.order + 1, opening.order + REACH)) {
    // What came off may be listed in items of its own.
    if (fig.block.kind === "item" && fig.blockIndex !== opening.blockIndex) continue;
    if (fig.blockIndex - opening.blockIndex > FAR) break;
    // "349 người (đầu năm 364, vào mới 58, ra khỏi chương trình 73)": the account ends with its brackets.
    if (opening.group !== 0 && fig.group !== opening.group && fig.depth <= opening.depth) break;
    if (!isAmount(fig) || fig.depth > opening.depth || fig.twin === opening) continue;
    // "đã giải quyết 129 hồ sơ với số tiền 318,4 tỷ đồng": what is told beside in another unit.
    if (!alike(fig, opening)) continue;
    // "đã giải quyết 18.297 hồ sơ, trong đó đúng hạn 18.241 hồ sơ, quá hạn 56 hồ sơ": parts of what moved.
    const parent = sight.parents.get(fig);
    if (parent !== undefined && (ins.includes(parent) || outs.includes(parent)) && !goesOtherWay(fig, parent, ins)) continue;
    // "vận động 24.756 triệu đồng, tăng 2.894 triệu đồng so với năm trước": how it compares, and nothing that came.
    if (fig.change !== undefined && comparesAfter(fig)) continue;
    // "So với đầu năm, hộ nghèo giảm 3.236 hộ": said of both ends of the account.
    if (fig.change !== undefined && fig.cues.some(({ cue }) => cue.kind === "versus")) continue;
    // "hệ số sử dụng 1,04" beside whole doses: it counts nothing.
    if (isFactor(fig, opening)) continue;
    // "412 hộ nghèo trên tổng số 1.876 hộ": neither came nor went.
    if (fig.cues.some(({ cue, near: beside }) => beside && cue.kind === "whole")) continue;
    if (outs.length === 0 && ins.length > 0 && sumsUp(fig, [opening, ...ins])) continue;
    const way = wayOf(fig) ?? wayBy(overCommas(fig));
    if (way === "closing" || closes(fig, { opening, ins, outs })) return { ins, outs, closing: fig };
    if (ins.length > 0 && outs.length > 0 && isByNow(fig)) return { ins, outs, closing: fig };
    if (way === undefined || fig.threshold || fig.blockIndex !== opening.blockIndex || fig.sentence > opening.sentence + SENTENCES) break;
    const side = way === "in" ? ins : outs;
    // "bổ sung 85.000, thu hồi 153.853; tổng tăng 238.853": what sums up the movements before stands for them.
    if (wordsOf(fig).includes("tổng")) side.length = 0;
    side.push(fig);
  }
  return { ins, outs };
}

/** `năm trước chuyển sang 327; thu 1.486; chi 1.213; tồn quỹ 273`: what was spent and what is left make what came, as numbers do, where no word opens a list of it. */
const goesOtherWay = (fig: Fig, parent: Fig, ins: readonly Fig[]): boolean =>
  ins.includes(parent) &&
  /^(?:out|closing)$/.test(wayOf(fig) ?? "") &&
  fig.tokens === parent.tokens &&
  !fig.tokens.slice(parent.token, fig.token).some(({ cue, text }) => cue?.kind === "opener" || text === ":" || text === "(");

/** `kết nạp 5.346 hội viên, ra khỏi Hội 3.872 hội viên; tổng số đến nay 165.692 hội viên`: behind what came and what went. */
const isByNow = (fig: Fig): boolean => says(overCommas(fig), BY_NOW);
const BY_NOW = [["đến", "nay"]];

/** `… Đến ngày 30/9 có 10.435 doanh nghiệp đang hoạt động`: whatever its words say, it is what is left, to the digit. */
const closes = (closing: Fig, { opening, ins, outs }: Movements & { readonly opening: Fig }): boolean =>
  ins.length + outs.length >= 2 &&
  digitsOf(closing) >= TELLING &&
  isLevelFigure(closing) &&
  fit(relations.balance, placesOf({ opening, ins, outs, closing })) === "holds";

const TELLING = 3;

/** `kỳ trước 118 hồ sơ, tiếp nhận mới 614 hồ sơ, tổng số 732 hồ sơ`: what is told of both is neither. */
const sumsUp = (fig: Fig, parts: readonly Fig[]): boolean =>
  fit(relations.total, { total: fig.cell, parts: parts.map(({ cell }) => cell) }) === "holds";

const opens = (sight: Sight, fig: Fig): boolean =>
  says(wordsOf(fig), openingWords) || (isFirst(sight, fig) && says(fig.phrase, openingWords));

/** `Đầu năm, xã có 412 hộ nghèo`: the first figure of its sentence, behind the words of a time. */
function isFirst(sight: Sight, { order, sentence, blockIndex }: Fig): boolean {
  const before = sight.quantities[order - 1];
  return before?.sentence !== sentence || before.blockIndex !== blockIndex;
}

/** `thụ lý 226 vụ/385 bị cáo`: the words before the first of a pair are said of both. */
const wordsOf = ({ before, twin, token }: Fig): readonly string[] =>
  before.length === 0 && twin !== undefined && twin.token < token ? twin.before : before;

/** Which way a figure moves, by the last word of its phrase that says so. */
function wayOf(fig: Fig): "in" | "out" | "closing" | undefined {
  const words = wordsOf(fig);
  if (says(words, closingWords) || says(overCommas(fig), unfinishedWords)) return "closing";
  if (fig.change !== undefined) return fig.change === "rise" ? "in" : "out";
  return wayBy(words) ?? wayBy(fig.after);
}

const unfinishedWords = [...closingWords.filter(([first]) => first === "đang" || first === "chưa"), ...heldWords];

/** `thoát nghèo 97 hộ`, `97 hộ đã thoát nghèo`: by the last word that says so. */
function wayBy(words: readonly string[]): "in" | "out" | undefined {
  const [into, out] = [reachOf(words, inflowWords), reachOf(words, outflowWords)];
  return into < 0 && out < 0 ? undefined : into > out ? "in" : "out";
}

function told(sight: Sight, balance: Balance): void {
  const verdict = fit(relations.balance, placesOf(balance));
  // "giao 483 nhiệm vụ, hoàn thành 373, còn 107 trong hạn, 3 quá hạn": what is left is told in two.
  if (verdict !== "holds" && (isRough(balance) || isLeftInTwo(sight, balance) || !isSlipOff(balance))) return;
  const { opening, closing, ins, outs } = balance;
  // "1.846 người (đầu kỳ 1.902 người, mới 94 người, đưa ra khỏi danh sách 150 người)": what came and went is no list of parts.
  const all = [opening, ...ins, ...outs];
  if (verdict === "holds" && fit(relations.total, { total: closing.cell, parts: all.map(({ cell }) => cell) }) !== "holds")
    sight.takeBack(
      ({ options: [option] }) =>
        option?.kind === relations.total &&
        option.seats.total === closing &&
        all.every((fig) => (option.seats.parts as readonly unknown[]).includes(fig)),
    );
  // "đầu tuần 29 ổ, thêm 23, kết thúc 31; hiện còn 52": 52 is 29 and 23, but that is the mistake and no promise.
  if (verdict !== "holds")
    sight.takeBack(
      ({ options: [option] }) =>
        (option?.kind === relations.difference && option.seats.current === closing && option.seats.base === opening) ||
        (option !== undefined && isShorter(option, balance)),
    );
  sight.add({
    options: [optionOf(balance)],
    prior: 0.8,
    pattern: "balance:told",
    cue: "đầu kỳ",
    confirm: verdict === "holds",
    passage: balance.closing.blockIndex,
  });
}

/** `kỳ trước 24, tiếp nhận 412, giải quyết 391, rút 09, còn 45`: what is left where one of them is forgotten, and no account of its own. */
function isShorter({ kind, seats }: Option, { opening, closing, ins, outs }: Balance): boolean {
  if (kind !== relations.balance && kind !== relations.total) return false;
  const figures = [opening, closing, ...ins, ...outs];
  // "So cùng kỳ, số thụ lý giảm 66 vụ, còn tồn 161 vụ": what a time before is measured against is told between.
  if (figures.some((fig) => fig.change !== undefined || fig.sentence !== closing.sentence || fig.tokens !== closing.tokens)) return false;
  const told = new Set<unknown>(figures);
  const own = Object.values(seats).flat();
  return own.includes(closing) && own.length < told.size && own.every((seat) => told.has(seat));
}

const isRough = ({ opening, closing, ins, outs }: Balance): boolean =>
  [opening, closing, ...ins, ...outs].some(({ hedge }) => hedge !== undefined && hedge !== "estimate");

/** With the figure behind it, what is left makes the account. */
function isLeftInTwo(sight: Sight, balance: Balance): boolean {
  const { closing, outs } = balance;
  const next = sight.quantities[closing.order + 1];
  if (next === undefined || next.sentence !== closing.sentence || next.tokens !== closing.tokens || !alike(next, closing)) return false;
  return fit(relations.balance, placesOf({ ...balance, outs: [...outs, next] })) === "holds";
}

/** Off by what a person may have slipped by: a key, little, or a movement that was left out of the sum. */
function isSlipOff(balance: Balance): boolean {
  if (digitsOf(balance.closing) < 2) return false;
  const { ins, outs } = balance;
  const without = (gone: Fig): Balance => ({
    ...balance,
    ins: ins.filter((one) => one !== gone),
    outs: outs.filter((one) => one !== gone),
  });
  // "năm trước chuyển sang 327, thu 1.486, chi 1.212, tồn quỹ 274": what there was is forgotten.
  const [first, ...more] = ins;
  const { opening, closing } = balance;
  const isInOne = opening.tokens === closing.tokens && opening.sentence === closing.sentence;
  if (isInOne && first !== undefined && outs.length > 0) {
    const parts = [closing, ...outs].map(({ cell }) => cell);
    if (more.length === 0 && fit(relations.total, { total: first.cell, parts }) === "holds") return true;
  }
  if ([...ins, ...outs].some((one) => fit(relations.balance, placesOf(without(one))) === "holds")) return true;
  return near(relations.balance, placesOf(balance), "slip");
}

/** `Hộ nghèo: 3.216 hộ … (đầu năm 4.118 hộ; thoát nghèo 1.043 hộ; phát sinh 129 hộ; chuyển đến 12 hộ)`: what is left stands before; it only confirms. */
function saidBefore(sight: Sight, { opening, ins, outs }: Movements & { readonly opening: Fig }): void {
  const closing = sight
    .between(opening.order - REACH, opening.order - 1)
    .findLast(
      (fig) =>
        isLevelFigure(fig) &&
        alike(fig, opening) &&
        opening.blockIndex - fig.blockIndex <= NEAR &&
        fit(relations.balance, placesOf({ opening, ins, outs, closing: fig })) === "holds",
    );
  // "giảm 955 hộ so với đầu năm (4.102 hộ)": what it came to is said by the change from what it was.
  const known =
    closing ?? rightBefore(sight, { opening, ins, outs }) ?? (ins.length > 0 && outs.length > 0 ? cameTo(sight, opening) : undefined);
  if (known) told(sight, { opening, ins, outs, closing: known });
}

/** `Đang quản lý 85 bệnh nhân (tháng trước chuyển sang 83, thu nhận mới 11, chuyển đi 19)`: the one right before its brackets, whether it fits or not. */
function rightBefore(sight: Sight, { opening, ins, outs }: Movements & { readonly opening: Fig }): Fig | undefined {
  const before = sight.quantities[opening.order - 1];
  const isRight = before !== undefined && before.tokens === opening.tokens && before.depth === opening.depth - 1 && isLevelFigure(before);
  const isClosed = opening.tokens[opening.token - 1]?.group === opening.group && ins.length > 0 && outs.length > 0;
  return isRight && isClosed && alike(before, opening) ? before : undefined;
}

/** The figure that a change from another is told of, where that holds. */
function cameTo(sight: Sight, base: Fig): Fig | undefined {
  for (const { options } of sight.hypotheses) {
    for (const { kind, seats, verdict } of options) {
      if (kind === relations.difference && seats.base === base && verdict === "holds") return seats.current as Fig;
    }
  }
  return undefined;
}

/**
 * `637 hộ thoát nghèo, 42 hộ phát sinh; đầu năm có 3.768 hộ, cuối năm còn 3.173 hộ`, `cho vay 1.094,27 tỷ đồng; thu nợ 713,60 tỷ đồng. Tổng dư nợ
 * 3.928,86 tỷ đồng (đầu năm 3.548,19 tỷ đồng)`: what moved stands before both; it only confirms.
 */
function movedBefore(sight: Sight, opening: Fig, behind: Fig | undefined): void {
  const before = sight.quantities[opening.order - 1];
  const closing =
    behind ?? (before && before.depth < opening.depth && isLevelFigure(before) && alike(before, opening) ? before : undefined);
  if (closing === undefined) return;
  if (!isMovedTo(sight, opening, closing) && opening.depth > 0) openedInBrackets(sight, opening);
}

/** `417 hợp tác xã, trong năm thành lập mới 34, giải thể 19 (đầu năm 402)`: what is left stands first in its sentence, what there was last, in brackets; it only confirms. */
function openedInBrackets(sight: Sight, opening: Fig): void {
  const [closing, ...moved] = sight
    .between(opening.order - REACH, opening.order - 1)
    .filter(
      (fig) =>
        fig.blockIndex === opening.blockIndex &&
        fig.sentence === opening.sentence &&
        fig.depth < opening.depth &&
        isAmount(fig) &&
        alike(fig, opening),
    );
  const ins = moved.filter((fig) => wayOf(fig) === "in");
  const outs = moved.filter((fig) => wayOf(fig) === "out");
  if (closing === undefined || !isLevelFigure(closing) || ins.length + outs.length < Math.max(2, moved.length)) return;
  const balance = { opening, ins, outs, closing };
  if (fit(relations.balance, placesOf(balance)) === "holds") told(sight, balance);
}

/** Whether what moved before both makes the one of the other. */
function isMovedTo(sight: Sight, opening: Fig, closing: Fig): boolean {
  const [ins, outs]: [Fig[], Fig[]] = [[], []];
  for (const fig of sight.between(opening.order - REACH, Math.min(opening.order, closing.order) - 1)) {
    if (
      fig.blockIndex !== opening.blockIndex ||
      opening.sentence - fig.sentence > 1 ||
      !isAmount(fig) ||
      fig.threshold ||
      !alike(fig, opening)
    )
      continue;
    const way = wayOf(fig);
    if (way === "in") ins.push(fig);
    else if (way === "out") outs.push(fig);
  }
  const balance = { opening, ins, outs, closing };
  const holds = ins.length + outs.length >= 2 && fit(relations.balance, placesOf(balance)) === "holds";
  if (holds) told(sight, balance);
  return holds;
}

const placesOf = ({ opening, ins, outs, closing }: Balance) => ({
  closing: closing.cell,
  opening: opening.cell,
  ins: ins.map(({ cell }) => cell),
  outs: outs.map(({ cell }) => cell),
});

const optionOf = ({ opening, ins, outs, closing }: Balance): Option => ({
  kind: relations.balance,
  seats: { closing, opening, ins, outs },
});
