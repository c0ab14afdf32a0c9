import { relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isIntensive, isLevelFigure, isPercent, printedAs, sizeOf } from "../figures.ts";
import { closingWords, outflowWords, says } from "../lexicon/flows.ts";
import { nameWords } from "../words.ts";
import { alike, type Option, type Sight } from "./sight.ts";
import { holds } from "./table/proposals.ts";

const BACK = 24;
const AHEAD = 6;
const BLOCKS = 2;
const LEAST = 3;
const CLOSE = 2;

/**
 * Percentages and changes that no wording tied, where exactly one pair of figures near makes them, so closely that it is no accident: `Nợ thuế 12.908 triệu
 * đồng … Tỷ lệ nợ trên tổng thu: 6,88%` of 187.640 told four sentences before. Arithmetic alone confirms, and never accuses.
 */
export function discoverByArithmetic(sight: Sight): void {
  const bound = new Set<unknown>();
  for (const { options } of sight.hypotheses)
    for (const { seats } of options) for (const place of PLACES) if (seats[place] !== undefined) bound.add(seats[place]);
  for (const fig of sight.quantities) {
    if (isLeft(fig)) leftOver(sight, fig);
    if (bound.has(fig) || fig.hedge !== undefined || fig.threshold || fig.under !== undefined || digitsOf(fig) < LEAST) continue;
    const isRate = isPercent(fig) && (fig.quantity?.decimals ?? 0) >= 1;
    if (!isRate && !(isAmount(fig) && fig.change !== undefined)) continue;
    const option = onlyPair(sight, fig);
    if (option) sight.add({ options: [option], prior: 0.6, pattern: "arithmetic", cue: "", confirm: true, passage: fig.blockIndex });
  }
}

/** `có 9.231 hồ sơ phải giải quyết … Đã trả kết quả 8.680 hồ sơ … Số đang xử lý là 551 hồ sơ`: what is left, sentences behind what there was and what was done. */
function leftOver(sight: Sight, closing: Fig): void {
  const isTied = sight.hypotheses.some(
    ({ options: [option], pattern }) =>
      option?.kind === relations.balance &&
      option.seats.closing === closing &&
      (option.seats.outs as readonly Fig[]).length > 0 &&
      // "đầu năm 26,3, đã trả 14,8, phát sinh mới 2,1; còn 11,5": an account that forgot one of its movements is told already.
      (pattern === "balance:told" || holds(option)),
  );
  if (isTied || digitsOf(closing) < LEAST || closing.hedge !== undefined) return;
  const before = sight
    .between(closing.order - BACK, closing.order - 1)
    .filter((one) => mayMake(one, closing) && alike(one, closing) && one.depth <= closing.depth && !sight.parents.has(one));
  const found = new Map<string, Option>();
  for (const out of before.filter(isDone))
    for (const opening of before) {
      if (sizeOf(opening) <= sizeOf(out) || opening === out) continue;
      const option: Option = { kind: relations.balance, seats: { closing, opening, ins: [], outs: [out] } };
      if (holds(option)) found.set(`${printedAs(opening)} ${printedAs(out)}`, option);
    }
  const [option, other] = found.values();
  if (option && other === undefined)
    sight.add({ options: [option], prior: 0.6, pattern: "arithmetic:left", cue: "còn", confirm: true, passage: closing.blockIndex });
}

const isLeft = (fig: Fig): boolean =>
  isLevelFigure(fig) && fig.cues.some(({ cue, near }) => near && cue.kind === "remainder") && says(fig.before, closingWords);

const isDone = ({ before }: Fig): boolean => before.includes("đã") || says(before, outflowWords);

const PLACES = ["share", "growth", "difference", "ratio", "shares", "mean", "values"];

/** The pair that makes it, if there is one and no other. */
function onlyPair(sight: Sight, fig: Fig): Option | undefined {
  const near = sight.between(fig.order - BACK, fig.order + AHEAD).filter((one) => mayMake(one, fig));
  const found = new Map<string, Option>();
  for (const one of near)
    for (const other of near) {
      if (one === other || !isAbout(fig, one, other) || !alike(one, other) || (!isPercent(fig) && !alike(fig, one))) continue;
      const option = optionOf(fig, one, other);
      if (!holds(option)) continue;
      found.set(`${printedAs(one)} ${printedAs(other)}`, option);
      if (found.size > 1) return undefined;
    }
  const [option] = found.values();
  return option && (isTelling(fig) || isNamed(fig, option)) ? option : undefined;
}

const mayMake = (one: Fig, fig: Fig): boolean =>
  one !== fig &&
  isLevelFigure(one) &&
  !isIntensive(one) &&
  digitsOf(one) >= LEAST &&
  (one.hedge === undefined || one.hedge === "estimate") &&
  Math.abs(one.blockIndex - fig.blockIndex) <= BLOCKS;

/** In binary numbers, to leave out what is out of the question. */
function isAbout(fig: Fig, one: Fig, other: Fig): boolean {
  const [said, a, b] = [sizeOf(fig), sizeOf(one), sizeOf(other)];
  if (b === 0) return false;
  const falls = fig.change === "fall" ? -1 : 1;
  if (!isPercent(fig)) return Math.abs((a - b) * falls - said) <= said * ROUGHLY;
  const made = fig.change === undefined ? (100 * a) / b : (100 * (a - b) * falls) / b;
  return Math.abs(made - said) <= said * ROUGHLY;
}

const ROUGHLY = 0.02;

function optionOf(fig: Fig, one: Fig, other: Fig): Option {
  const falls = fig.change === "fall";
  if (!isPercent(fig)) return { kind: relations.difference, seats: { difference: fig, current: one, base: other, falls } };
  if (fig.change !== undefined) return { kind: relations.growth, seats: { growth: fig, current: one, base: other, falls } };
  return { kind: relations.share, seats: { share: fig, parts: [one], whole: other } };
}

/** Two decimals, or four digits of an amount: one pair in hundreds makes it by chance. */
const isTelling = (fig: Fig): boolean =>
  isPercent(fig) ? (fig.quantity?.decimals ?? 0) >= CLOSE && digitsOf(fig) >= LEAST : digitsOf(fig) > LEAST;

/** A word of its name is said of both. */
function isNamed(fig: Fig, { seats }: Option): boolean {
  const words = nameWords(fig);
  const figures = Object.values(seats)
    .flat()
    .filter((seat): seat is Fig => typeof seat === "object" && seat !== fig);
  return figures.every((one) => [...nameWords(one)].some((word) => words.has(word)));
}
