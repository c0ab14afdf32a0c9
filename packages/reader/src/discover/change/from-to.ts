import { fit, near, relations } from "@khop/core";
import { type Fig, isAmount, isLevelFigure, isRate } from "../../figures.ts";
import { alike, type Sight } from "../sight.ts";
import { promised } from "./promised.ts";

const ARRIVES = new Set(["lên", "xuống", "còn", "đến"]);
const REACH = 3;
/** Figures that may tell what the one or the other is made of. */
const PARTS = 6;

/** `giảm từ 1.934 triệu đồng xuống 1.648 triệu đồng, tức giảm 14,8%`: from one figure to another, and by how much. */
export function fromTo(sight: Sight, base: Fig): void {
  const current = overBrackets(sight, base);
  if (base.tokens[base.token - 1]?.text !== "từ" || !current || !isBeside(base, current)) return;
  if (!(isLevelFigure(base) && alike(base, current)) && !(isRate(base) && isRate(current))) return;
  if (!ARRIVES.has(current.tokens[current.token - 1]?.text ?? "")) return;
  if (current.tokens[current.token - 1]?.text === "đến" && !isSaidToMove(base)) return;
  rateBefore(sight, base, current);
  if (amountBefore(sight, base, current)) return;
  const behind = sight.between(current.order + 1, current.order + REACH + PARTS);
  // "còn 65 đơn vị, gồm 52 xã và 13 phường, giảm 96 đơn vị": what the other is made of stands between.
  const divided = behind.findIndex((fig) => sight.parents.get(fig) !== current);
  for (const change of behind.slice(Math.max(0, divided)).slice(0, REACH)) {
    if (change.change === undefined || !isBeside(base, change) || (divided <= 0 && isOfOther(current, change))) return;
    const falls = change.change === "fall";
    const isMeant = (kind: typeof relations.growth | typeof relations.difference, places: Places): boolean =>
      divided > 0 ? fit(kind, places) === "holds" : isNear(kind, places);
    if (isRate(change) && isAmount(base)) {
      const seats = { growth: change, current, base, falls };
      const places = { growth: change.cell, current: current.cell, base: base.cell, falls };
      if (isMeant(relations.growth, places))
        sight.add(promised(change, "change:from-to", [{ kind: relations.growth, seats }], { prior: 0.8, confirm: false }));
    } else if (alike(change, base) || (isRate(change) && isRate(base))) {
      const seats = { difference: change, current, base, falls };
      const places = { difference: change.cell, current: current.cell, base: base.cell, falls };
      if (isMeant(relations.difference, places))
        sight.add(promised(change, "change:from-to", [{ kind: relations.difference, seats }], { prior: 0.8, confirm: false }));
    }
  }
}

type Places = Readonly<Record<string, unknown>>;

/** `từ 161 đơn vị (127 xã, 21 phường, 13 thị trấn) còn 65 đơn vị`: the next figure, over what brackets tell of the first. */
const overBrackets = (sight: Sight, base: Fig): Fig | undefined =>
  sight.between(base.order + 1, base.order + PARTS).find(({ depth }) => depth <= base.depth);

/** `giảm 3,64% do mưa sớm, nhu cầu bơm tưới từ 97,63 triệu kWh còn 94,08 triệu kWh`: the rate stands before both; the wrong way round, or a slip off. */
function rateBefore(sight: Sight, base: Fig, current: Fig): void {
  const rate = sight.quantities[base.order - 1];
  // "doanh thu tăng 4,6% và cổ tức cũng tăng từ 0,57 lên 0,63": that has a verb of its own.
  if (rate && base.tokens.slice(rate.token + 1, base.token).some(({ cue }) => cue?.kind === "rise" || cue?.kind === "fall")) return;
  if (!rate?.change || !isRate(rate) || !isAmount(base) || rate.quantity?.unit.kind !== "percent" || !isBeside(rate, base)) return;
  if ((rate.quantity.decimals ?? 0) < 1) return;
  const falls = rate.change === "fall";
  const places = { growth: rate.cell, current: current.cell, base: base.cell, falls };
  const isTurned = fit(relations.growth, { ...places, falls: !falls }) === "holds";
  if (!isTurned && fit(relations.growth, places) !== "holds" && !near(relations.growth, places, "slip")) return;
  sight.add(
    promised(rate, "change:from-to", [{ kind: relations.growth, seats: { growth: rate, current, base, falls } }], {
      prior: 0.8,
      confirm: false,
    }),
  );
}

/** `giảm 41 phòng (từ 206 xuống 165)`, `tăng 16.938 triệu đồng so với đầu năm (từ … lên …)`: the brackets right behind a change tell from what and to what. */
function amountBefore(sight: Sight, base: Fig, current: Fig): boolean {
  const change = sight.quantities[base.order - 1];
  if (!change?.change || !isAmount(change) || !alike(change, base) || !isBeside(change, base)) return false;
  const isInBrackets = base.depth === change.depth + 1 && base.group === current.group && base.tokens[base.token - 2]?.text === "(";
  // "giảm 6 đơn vị hành chính cấp xã, từ 154 xuống còn 148": behind a comma, in its own unit or in none.
  const isBehindComma = base.depth === change.depth && base.tokens[base.token - 2]?.text === "," && change.hedge === undefined;
  if (!isInBrackets && !isBehindComma) return false;
  const seats = { difference: change, current, base, falls: change.change === "fall" };
  sight.add(promised(change, "change:from-to", [{ kind: relations.difference, seats }], { prior: 0.9, confirm: false }));
  return true;
}

/** `giảm thuế từ 40% xuống 30% sẽ giúp giá xe giảm 7%`, `lên 1.390 lít, nhiều hơn 100 lít so với người anh em`: another thing that falls, or another that it is held against. */
function isOfOther(current: Fig, change: Fig): boolean {
  const unit = new Set(current.quantity?.unit.id.split(" "));
  const between = current.tokens.slice(current.token + 1, change.token);
  const words = between.filter(({ type, text }) => type === "word" && !unit.has(text) && !SAYS_AGAIN.has(text));
  return (change.depth === current.depth && words.length > MOST_WORDS) || between.at(-1)?.text.endsWith("hơn") === true;
}

const SAYS_AGAIN = new Set("tức là tương đương ứng với nghĩa mức điểm phần trăm".split(" "));
const MOST_WORDS = 5;

/** A verb of rising or falling stands before it in its sentence. */
const isSaidToMove = ({ tokens, token: at, sentence }: Fig): boolean =>
  tokens
    .slice(Math.max(0, at - 8), at)
    .some(({ cue, sentence: own }) => own === sentence && (cue?.kind === "rise" || cue?.kind === "fall"));

const isNear = (kind: typeof relations.growth | typeof relations.difference, places: Places): boolean =>
  near(kind, places, "double") || near(kind, places, "slip");

const isBeside = (a: Fig, b: Fig): boolean => a.sentence === b.sentence && a.blockIndex === b.blockIndex;
