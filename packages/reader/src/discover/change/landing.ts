import { type Fig, isLevelFigure, isRate, type Token } from "../../figures.ts";
import type { Sight } from "../sight.ts";

/** Words that lead from a change to what it led to. */
const LEADS = new Set(["lên", "xuống", "còn", "về", "đạt", "chốt", "thành"]);
/** Words that may stand beside them. */
const BESIDE = new Set("mức ở tại chỉ hơn gần khoảng trên tới đến là ngưỡng điểm nhẹ".split(" "));
const REACH = 10;

/** `nhập khẩu tăng 12 triệu USD (4,1%) lên 305 triệu USD`, `giảm 39 USD, tương đương 1,9%, còn 2.017 USD`: right behind a change, what it led to. */
export function landingOf(sight: Sight, change: Fig): Fig | undefined {
  let last = change;
  let next = sight.quantities[last.order + 1];
  if (next?.change === change.change && next !== undefined && isRate(next) !== isRate(last) && isNext(last, next)) {
    last = next;
    next = sight.quantities[last.order + 1];
  }
  if (next === undefined || !isLevelFigure(next) || !isNext(last, next) || next.depth > change.depth) return undefined;
  const unit = new Set(last.quantity?.unit.id.split(" "));
  let leads = false;
  for (const { type, text, depth } of last.tokens.slice(last.token + 1, next.token)) {
    if (depth > next.depth || text === "," || text === ")") continue;
    if (LEADS.has(text)) leads = true;
    else if (type === "sign" || !(BESIDE.has(text) || (unit.has(text) && !leads))) return undefined;
  }
  return leads ? next : undefined;
}

/** `tăng 1,8 điểm lên 97,5 điểm; UPCoM giảm 0,13 điểm`: what an earlier change led to, which the next change is not of unless it says so. */
export function isLanding(sight: Sight, fig: Fig): boolean {
  const before = sight.quantities[fig.order - 1];
  return before?.change !== undefined && landingOf(sight, before) === fig;
}

const isNext = (a: Fig, b: Fig): boolean =>
  a.sentence === b.sentence && a.tokens === b.tokens && b.token - a.token <= REACH && !isCut(a.tokens.slice(a.token, b.token));

const isCut = (tokens: readonly Token[]): boolean => tokens.some(({ text, type }) => type === "sign" && text === ";");
