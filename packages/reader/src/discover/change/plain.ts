import { fit, isOneSlipOff, near, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure, isPerOther, isRate, sizeOf, type Token } from "../../figures.ts";
import { past } from "../../lexicon/earlier.ts";
import { alike, isUnseen, type Option, type Sight, type Unseen } from "../sight.ts";
import { isOnlyMeant } from "./only-base.ts";
import { isPoints } from "./points.ts";
import { moves, promised } from "./promised.ts";

const BACK = 6;
const FAR = 9;
const TELLING = 3;

/**
 * Changes that nothing else has tied: what there is stands before, and what there was, or what was planned, right behind, so that nothing else is meant.
 *
 * - `tăng 13,4% (162.508 tỷ)`, `vượt 8,8% kế hoạch (3.000)`, `nhiều hơn tháng trước 23,7 triệu USD (tháng 7: 388,9 triệu USD)`;
 * - `tăng 1,2 tạ/ha so với mức 62,3 tạ/ha của vụ trước`, `tăng 0,3 điểm phần trăm so với mức 52,1% năm 2022`;
 * - `tăng 7,2%, trong khi cùng kỳ năm trước mới 2.918 nghìn tấn`; `5.238 con (+0,9%, năm trước 5.190 con)`.
 *
 * Off by a slip of a key, or told the other way, one is wrong.
 */
export function plainChanges(sight: Sight): void {
  const tied = new Set<unknown>();
  for (const { options } of sight.hypotheses)
    for (const { seats } of options)
      if (isPrinted(seats.base) || isPrinted(seats.whole)) for (const place of PLACES) tied.add(seats[place]);
  for (const change of sight.quantities) {
    if (change.change === undefined || change.hedge !== undefined || tied.has(change)) continue;
    const base = baseOf(sight, change);
    const current = base && currentOf(sight, change, base);
    if (current) tell(sight, change, current, base);
    else if (isAmount(change)) withRate(sight, change);
  }
}

const PLACES = ["growth", "difference", "share"];
const isPrinted = (seat: unknown): boolean => seat !== undefined && !isUnseen(seat as Fig | Unseen);

function baseOf(sight: Sight, change: Fig): Fig | undefined {
  const base = sight.quantities[change.order + 1];
  if (!base || base.tokens !== change.tokens || base.sentence !== change.sentence || base.change !== undefined || base.hedge !== undefined)
    return undefined;
  if (isPoints(change) ? !isRate(base) : !isLevelFigure(base)) return undefined;
  if (isAmount(change) && !alike(change, base)) return undefined;
  const between = change.tokens.slice(change.token + 1, base.token).filter(({ text }) => !UNIT.test(text));
  if (between.length > FAR || between.some(({ cue }) => cue !== undefined && cue.kind !== "versus" && cue.kind !== "plan"))
    return undefined;
  if (base.depth === change.depth + 1) return isInOwnBrackets(base, between) ? base : undefined;
  if (base.depth !== change.depth) return undefined;
  const versus = between.findIndex(({ cue }) => cue?.kind === "versus");
  // "so với mức 62,3 tạ/ha của vụ trước", and not "so với 3 tháng đầu năm"
  if (versus >= 0) return between.slice(versus + 1).every(({ text }) => LEVEL.has(text)) ? base : undefined;
  return between.some(isTime) &&
    between.every(({ type, text, figure }) => figure?.role === "date" || type === "word" || /^[,;]$/.test(text))
    ? base
    : undefined;
}

const UNIT = /^(?:%|điểm|phần trăm|\/)$/;
const LEVEL = new Set(["mức", "con", "số", "tỷ", "lệ", "con số", "tỷ lệ", "là"]);

const isTime = ({ text, figure }: Token): boolean => figure?.role === "date" || text.split(" ").some((word) => past.has(word));

/** Alone in brackets: with nothing, a time, or the word for a plan before it. */
function isInOwnBrackets({ tokens, token: at, depth }: Fig, between: readonly Token[]): boolean {
  const open = between.findIndex(({ text }) => text === "(");
  if (open < 0) return false;
  const isTold = ({ text, cue, type, figure }: Token): boolean =>
    cue?.kind === "plan" ||
    figure?.role === "date" ||
    text === ":" ||
    (type === "word" && text.split(" ").every((word) => TOLD.has(word) || past.has(word)));
  const outside = between.slice(0, open);
  const end = tokens.slice(at + 1, at + 1 + FAR).findIndex((token) => token.depth < depth || token.text === ")");
  const isAlone = end >= 0 && tokens.slice(at + 1, at + 1 + end).every(({ type, text }) => type === "word" || text === "/");
  return (
    isAlone &&
    between.slice(open + 1).every(isTold) &&
    outside.every(({ cue, type }) => cue?.kind === "plan" || cue?.kind === "versus" || type === "word")
  );
}

const TOLD = new Set("năm tháng quý cùng kỳ là giao đạt có mức chỉ được".split(" "));

/** The last figure of its kind before the change in its sentence, over rates and what brackets tell. */
const currentOf = (sight: Sight, change: Fig, base: Fig): Fig | undefined =>
  sight
    .between(change.order - BACK, change.order - 1)
    .findLast(
      (fig) =>
        fig.sentence === change.sentence &&
        fig.tokens === change.tokens &&
        fig.change === undefined &&
        fig.depth <= Math.min(change.depth, base.depth) &&
        (isPoints(change) ? isRate(fig) : isLevelFigure(fig) && alike(fig, base) && isPerOther(fig) === isPerOther(base)),
    );

function tell(sight: Sight, change: Fig, current: Fig, base: Fig): void {
  if ([current, base].some(({ hedge }) => hedge !== undefined && hedge !== "estimate")) return;
  const falls = change.change === "fall";
  const option: Option =
    isRate(change) && !isPoints(change)
      ? { kind: relations.growth, seats: { growth: change, current, base, falls } }
      : { kind: relations.difference, seats: { difference: change, current, base, falls } };
  const places = { ...option.seats, [option.kind.focus]: change.cell, current: current.cell, base: base.cell };
  const isTurned =
    isRate(change) && !isPoints(change) ? fit(option.kind, { ...places, falls: !falls }) === "holds" : moves(change, current, base, !falls);
  const digits = [current, base].map(digitsOf);
  const isLong = Math.min(...digits) >= TELLING || (isAmount(change) && Math.min(...digits, digitsOf(change)) >= 2);
  const isMeasured = !isRate(change) || isPoints(change) || (change.quantity?.decimals ?? 0) >= 1;
  if (!isLong || !isMeasured) return;
  const isMeant = (): boolean =>
    isOneSlipOff([{ kind: option.kind, places }]) ||
    (base.depth > change.depth && near(option.kind, places, "some")) ||
    isOnlyMeant(sight, change, current, base);
  if (!isTurned && !isMeant()) return;
  // What it was held against when nothing printed fitted is not printed.
  sight.takeBack(
    ({ pattern, options: [first] }) => pattern === "change:rate" && Object.values(first?.seats ?? {}).includes(change as never),
  );
  sight.add(promised(change, "change:plainly", [option], { prior: 0.75, confirm: false }));
}

/** `giảm 417 hồ sơ, bằng 7,3%`, `cao hơn 226 nghìn đôi hay 13,8%`: the same change as a rate, right behind. */
function withRate(sight: Sight, amount: Fig): void {
  const rate = sight.quantities[amount.order + 1];
  if (!rate || !isRate(rate) || rate.change !== undefined || rate.tokens !== amount.tokens || (rate.quantity?.decimals ?? 0) < 1) return;
  const between = amount.tokens.slice(amount.token + 1, rate.token).filter(({ type, text }) => type !== "word" || RATHER.test(text));
  if (rate.depth !== amount.depth || digitsOf(amount) < TELLING || !between.some(({ text }) => RATHER.test(text)) || between.length > 3)
    return;
  const current = sight
    .between(amount.order - BACK, amount.order - 1)
    .findLast(
      (fig) =>
        fig.sentence === amount.sentence &&
        fig.depth <= amount.depth &&
        isLevelFigure(fig) &&
        alike(fig, amount) &&
        fig.change === undefined,
    );
  if (!current || sizeOf(current) < sizeOf(amount) || digitsOf(current) < TELLING) return;
  const falls = amount.change === "fall";
  const places = { growth: rate.cell, current: current.cell, difference: amount.cell, falls };
  if (fit(relations.growth, places) === "holds" || !isOneSlipOff([{ kind: relations.growth, places }])) return;
  // "tăng 12 vụ, bằng 84,5% kế hoạch": of something else.
  if (rate.after.length > 0 && !past.has(rate.after.at(-1) ?? "")) return;
  const option: Option = { kind: relations.growth, seats: { growth: rate, current, difference: amount, falls } };
  sight.add(promised(amount, "change:plainly", [option], { prior: 0.7, confirm: false }));
}

const RATHER = /^(?:bằng|hay|tương đối|tương đương|tức)/;
