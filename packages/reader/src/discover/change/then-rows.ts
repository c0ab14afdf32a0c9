import { fit, near, relations } from "@khop/core";
import { type Fig, figuresFrom, firstAfter, isAmount, isLevelFigure, isRate, type Passage } from "../../figures.ts";
import { alike, type Option, type Sight } from "../sight.ts";
import { moves, promised } from "./promised.ts";

/**
 * `146 vụ, làm chết 58 người, bị thương 121 người. So với cùng kỳ (163 vụ, 71 người chết, 148 người bị thương): giảm 17 vụ, giảm 13 người chết, giảm 27
 * người bị thương`: what was stands in one bracket, thing by thing, between what is and the changes. One that keeps its promise says that the others make it.
 */
export function thenRows(sight: Sight): void {
  for (const passage of sight.passages) {
    const { spans, tokens } = passage;
    for (const [group, { open, close, amounts }] of spans.entries()) {
      if (group === 0 || amounts < 2 || !(comparesBefore(passage, open) || opensWithTime(passage, open))) continue;
      thenRow(
        sight,
        passage,
        figuresFrom(passage, open, (fig) => fig.token > close, MOST).filter((fig) => fig.group === group && isLevelFigure(fig)),
      );
    }
    for (const [at, token] of tokens.entries()) {
      const first = tokens[at + 1]?.figure;
      if (token.cue?.kind !== "versus" || first === undefined) continue;
      const run = figuresFrom(
        passage,
        at,
        (fig) => !isLevelFigure(fig) || fig.sentence !== first.sentence || fig.depth !== first.depth,
        MOST,
      );
      if (run.length >= 2) thenRow(sight, passage, run);
    }
  }
}

/** No sentence compares more things, and none tells of so many more about them. */
const MOST = 8;
const REACH = 40;

function thenRow(sight: Sight, passage: Passage, bases: readonly Fig[]): void {
  const { figures } = passage;
  const [first, last] = [bases[0], bases.at(-1)];
  if (first === undefined || last === undefined) return;
  const [from, to] = [firstAfter(figures, first.token - 1), firstAfter(figures, last.token)];
  const own = figures
    .slice(Math.max(0, from - REACH), from)
    .filter((fig) => isLevelFigure(fig) && fig.depth === 0 && first.sentence - fig.sentence <= 1);
  const before = own.length > 0 ? own : aboveItem(sight, passage);
  ratesBefore(sight, bases, before);
  const isChange = (fig: Fig): boolean => fig.change !== undefined && isAmount(fig) && fig.sentence === first.sentence;
  const behind = figures.slice(to, to + REACH).filter(isChange);
  // "giảm 04 vụ, giảm 04 người chết, tăng 02 người bị thương (tháng 7: 29 vụ, chết 15, bị thương 16)": the changes stand before the brackets.
  const after = behind.length > 0 || first.depth === 0 ? behind : figures.slice(Math.max(0, from - REACH), from).filter(isChange);
  const changes = new Map(bases.map((base) => [base, sameThing(base, after)]));
  const options = bases.flatMap((base): Option[] => {
    const [current, difference] = [sameThing(base, before), changes.get(base)];
    // "(50 người bị nạn, bị thương 41) giảm 9 người bị nạn": of those that a change may be of, the one that is called as it is.
    const isOther = (other: Fig): boolean =>
      changes.get(other) === difference && common(other, difference as Fig) > common(base, difference as Fig);
    if (!current || !difference || bases.some(isOther)) return [];
    return [{ kind: relations.difference, seats: { difference, current, base, falls: difference.change === "fall" } }];
  });
  const isKept = ({ seats: { difference, current, base, falls } }: Option): boolean =>
    moves(difference as Fig, current as Fig, base as Fig, falls === true);
  const isRow = options.filter(isKept).length * 2 >= options.length;
  for (const option of options) {
    const isSaid = isKept(option) || (isRow && isNear(option)) || isTurnedWithRate(sight, option);
    if (!isSaid) continue;
    sight.add(promised(option.seats.difference as Fig, "change:then-row", [option], { prior: 0.8, confirm: isKept(option) }));
    const rate = rateBehind(sight, option.seats.difference as Fig);
    const { current, base, falls } = option.seats;
    if (rate) sight.add(promised(rate, "change:then-rate", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }]));
  }
  ratesBehind(sight, bases, before, after);
}

/** `…, giảm 36 vụ, giảm 13 người chết; tương ứng giảm 10,34% số vụ, giảm 7,22% số người chết`: the rates of the row behind its changes, each called by its thing. */
function ratesBehind(sight: Sight, bases: readonly Fig[], before: readonly Fig[], changes: readonly Fig[]): void {
  const last = changes.at(-1);
  if (last === undefined) return;
  for (const rate of sight.between(last.order + 1, last.order + bases.length)) {
    if (!isRate(rate) || rate.change === undefined || rate.tokens !== last.tokens || rate.sentence !== last.sentence) return;
    const words = rate.after.filter((word) => word !== "số");
    const isCalled = ({ quantity, after }: Fig): boolean => {
      const name = [...(quantity?.unit.id.split(" ") ?? []), ...after];
      return words.length > 0 && words.every((word) => name.includes(word));
    };
    const [base, other] = bases.filter(isCalled);
    const current = base && sameThing(base, before);
    if (!base || other || !current) continue;
    const falls = rate.change === "fall";
    const places = { growth: rate.cell, current: current.cell, base: base.cell, falls };
    const holds = fit(relations.growth, places) === "holds";
    if (!holds && !near(relations.growth, places, "slip")) continue;
    const option = { kind: relations.growth, seats: { growth: rate, current, base, falls } };
    sight.add(promised(rate, "change:then-rates", [option], { prior: 0.8, confirm: holds }));
  }
}

/**
 * `xuất khẩu 8,13 triệu tấn gạo, trị giá 4,68 tỷ USD, tăng 14,3% về lượng và 35,3% về trị giá so với năm 2022 (7,11 triệu tấn, 3,46 tỷ USD)`: so many
 * rates in a row right before the bracket as it has figures, one for each.
 */
function ratesBefore(sight: Sight, bases: readonly Fig[], before: readonly Fig[]): void {
  const first = bases[0] as Fig;
  const rates = sight.between(first.order - bases.length, first.order - 1);
  const isRow =
    first.depth > 0 &&
    rates.length === bases.length &&
    rates.every((fig) => isRate(fig) && fig.sentence === first.sentence && fig.depth < first.depth) &&
    rates[0]?.change !== undefined;
  if (!isRow) return;
  bases.forEach((base, i) => {
    const rate = rates[i] as Fig;
    const current = before.findLast((fig) => alike(fig, base) && fig.order < (rates[0] as Fig).order);
    const falls = (rate.change ?? rates[0]?.change) === "fall";
    if (!current) return;
    const places = { growth: rate.cell, current: current.cell, base: base.cell, falls };
    const option = { kind: relations.growth, seats: { growth: rate, current, base, falls } };
    const isMeant = fit(relations.growth, places) === "holds" || near(relations.growth, places, "slip");
    if (isMeant)
      sight.add(promised(rate, "change:then-rates", [option], { prior: 0.75, confirm: fit(relations.growth, places) === "holds" }));
  });
}

/** `Xảy ra 21 vụ, làm 13 người chết.` and below it `- So với tháng trước (24 vụ, 11 người chết): …`: what an item compares stands in the line above it. */
function aboveItem(sight: Sight, { block, index }: Passage): readonly Fig[] {
  if (block.kind !== "item") return [];
  const above = sight.passages
    .slice(Math.max(0, index - ITEMS), index)
    .findLast((one) => one.block.kind !== "item" && one.figures.length > 0);
  return (above?.figures ?? []).filter((fig) => isLevelFigure(fig) && fig.depth === 0);
}

const ITEMS = 5;

/** `11 người chết … làm 13 người chết: giảm 02 người chết (giảm 18,2%)`: told the other way, both the change and its rate are right. */
function isTurnedWithRate(sight: Sight, { seats }: Option): boolean {
  const { difference, current, base, falls } = seats as { difference: Fig; current: Fig; base: Fig; falls: boolean };
  const rate = rateBehind(sight, difference);
  if (!rate || !moves(difference, current, base, !falls)) return false;
  return fit(relations.growth, { growth: rate.cell, current: current.cell, base: base.cell, falls: !falls }) === "holds";
}

/** `giảm 7 người (6,93%)`, `giảm 17 vụ = 10,43%`: the rate right behind a change. */
function rateBehind(sight: Sight, difference: Fig): Fig | undefined {
  const next = sight.quantities[difference.order + 1];
  return next !== undefined && isRate(next) && next.sentence === difference.sentence && next.blockIndex === difference.blockIndex
    ? next
    : undefined;
}

/** Words that compare open the bracket. */
function comparesBefore({ tokens }: Passage, open: number): boolean {
  for (let i = open - 1; i >= Math.max(0, open - 8); i--) {
    if (tokens[i]?.cue?.kind === "versus") return true;
    if (tokens[i]?.figure?.role === "quantity" || tokens[i]?.type === "sign") return false;
  }
  return false;
}

/** `(tháng 7: 29 vụ, chết 15)`: a date and a colon open the bracket. */
function opensWithTime({ tokens }: Passage, open: number): boolean {
  const inside = tokens.slice(open + 1, open + TIME);
  const colon = inside.findIndex(({ text }) => text === ":");
  return colon > 0 && inside.slice(0, colon).some(({ figure }) => figure?.role === "date");
}

const TIME = 6;

/** The figure that counts the same thing: in its unit, and of those the one that shares most words with it. */
function sameThing(of: Fig, among: readonly Fig[]): Fig | undefined {
  const all = among.filter((fig) => alike(fig, of));
  const most = Math.max(0, ...all.map((fig) => common(of, fig)));
  const best = all.filter((fig) => common(of, fig) === most);
  return best.length === 1 ? best[0] : undefined;
}

function common(of: Fig, fig: Fig): number {
  const words = new Set(wordsOf(of));
  return wordsOf(fig).filter((word) => words.has(word)).length;
}

const wordsOf = ({ before, after, quantity }: Fig): readonly string[] => [...before, ...after, ...(quantity?.unit.id.split(" ") ?? [])];

const isNear = ({ kind, seats }: Option): boolean => {
  const { difference, current, base, falls } = seats as { difference: Fig; current: Fig; base: Fig; falls: boolean };
  const cells = { difference: difference.cell, current: current.cell, base: base.cell, falls };
  // "186 vụ … so với 174 vụ …, giảm 12 vụ": a rise, called a fall.
  return near(kind, cells, "slip") || near(kind, cells, "double") || moves(difference, current, base, !falls);
};
