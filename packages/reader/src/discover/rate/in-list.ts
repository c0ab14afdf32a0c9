import { fit, relations } from "@khop/core";
import { contributes, type Fig, figuresFrom, firstAfter, isLevelFigure, isRate, type Passage, type Token } from "../../figures.ts";
import type { Sight } from "../sight.ts";
import { turnedMean } from "./changes-of-parts.ts";
import { NEAR } from "./derived.ts";
import { interleaved } from "./in-step.ts";
import { weighings } from "./weighings.ts";

/** `đạt 98%, trong đó khối A 99%; khối B 96%; khối C 97%`: rates of parts about the rate of the whole. */
export function ratesInList(sight: Sight, passage: Passage): void {
  for (const at of passage.openers) {
    const token = passage.tokens[at] as Token;
    if (token.cue?.kind === "whole") continue;
    const first = firstAfter(passage.figures, at);
    const own = passage.figures
      .slice(Math.max(0, first - NEAR), first)
      .filter((fig) => isRate(fig) && fig.sentence >= token.sentence - 1 && !fig.threshold);
    const heads =
      own.length > 0
        ? own
        : (sight.passages[passage.index - 1]?.figures ?? []).filter((fig) => isRate(fig) && !fig.threshold && fig.depth === 0).slice(0, 1);
    const parts = figuresFrom(passage, at, (fig) => fig.sentence !== token.sentence, NEAR).filter(
      (fig) => isRate(fig) && !fig.threshold && fig.hedge !== "range",
    );
    if (token.cue?.kind === "respectively") interleaved(sight, passage, heads, parts);
    else between(sight, passage, token, heads, parts);
  }
}

/** `cấp tỉnh 99,2%, cấp huyện 97,1%, cấp xã 98,5%; bình quân toàn tỉnh 98,3%`: the rates of the levels about that of the whole, with no opener. */
export function ratesOfLevels(sight: Sight, { figures }: Passage): void {
  const rates = figures.filter((fig) => isRate(fig) && !fig.threshold && !sight.shares.has(fig) && fig.hedge !== "range");
  for (let from = 0; from < rates.length - 1; from++) {
    const levels = new Set<string>();
    let to = from;
    for (let fig = rates[to]; fig?.level !== undefined && !levels.has(fig.level) && fig.change === rates[from]?.change; fig = rates[++to]) {
      if (to > from && fig.sentence - (rates[from] as Fig).sentence > 1) break;
      levels.add(fig.level);
    }
    if (to - from < 2) continue;
    const values = rates.slice(from, to);
    const head = [rates[from - 1], rates[to]].find((fig) => fig !== undefined && isOfAll(fig) && fig.change === values[0]?.change);
    from = to - 1;
    if (head === undefined || Math.abs(head.sentence - (values[0] as Fig).sentence) > 1) continue;
    sight.add({
      options: weighings(sight, head, values),
      prior: 0.8,
      pattern: "rates:levels",
      cue: "cấp",
      confirm: true,
      passage: head.blockIndex,
    });
  }
}

/** `trong mức tăng 5,73% của toàn nền kinh tế, A tăng 2,65%; B tăng 5,81%; C …`: the first rate of each clause about that of the whole. */
export function ratesOfWhole(sight: Sight, { figures, index }: Passage): void {
  const rates = figures.filter((fig) => isRate(fig) && fig.change !== undefined && !fig.threshold && fig.depth === 0 && !contributes(fig));
  rates.forEach((head, at) => {
    if (!isOfAll(head)) return;
    const clauses = new Map<number, Fig>();
    for (const fig of rates.slice(at + 1)) {
      if (fig.sentence !== head.sentence) break;
      if (!clauses.has(fig.clause)) clauses.set(fig.clause, fig);
    }
    const values = [...clauses.values()];
    if (values.length < 2 || values.some((fig) => fig.change !== head.change)) return;
    sight.add({
      options: [{ kind: relations.mean, seats: { mean: head, values } }],
      prior: 0.8,
      pattern: "rates:whole",
      cue: "chung",
      confirm: true,
      passage: index,
    });
  });
}

const WHOLE = new Set(["toàn", "chung", "cả"]);

const isOfAll = ({ phrase, after }: Fig): boolean => [...phrase, ...after].some((word) => WHOLE.has(word));

function between(sight: Sight, passage: Passage, token: Token, heads: readonly Fig[], parts: readonly Fig[]): void {
  for (const head of [...heads].reverse()) {
    const rates = parts.filter(
      (fig) =>
        (fig.change === undefined) === (head.change === undefined) &&
        fig.quantity?.unit.kind === head.quantity?.unit.kind &&
        !afterAmount(passage, fig) &&
        !inBracketsOf(fig, parts) &&
        !isReason(fig, parts) &&
        !isShareOf(sight, fig),
    );
    if (rates.length < 2 || (!head.change && sight.shares.has(head))) continue;
    const levels = new Set(rates.map((fig) => fig.level ?? "")).size === rates.length;
    // "cấp tỉnh … (tăng 2,59%), trong đó …; cấp huyện … (tăng 5,92%); cấp xã …": one level beside others is no whole of them.
    if (levels && !isOfAll(head) && head.level !== undefined && rates.every(({ level }) => level !== undefined && level !== head.level))
      continue;
    sight.add({
      options: rates.every((fig) => fig.change === head.change) ? weighings(sight, head, rates) : [turnedMean(head, rates)],
      prior: 0.8,
      pattern: "rates:between",
      cue: token.cue?.words ?? "",
      confirm: !levels,
      passage: passage.index,
    });
    return;
  }
}

/** It fits what it was read to be a share of, as printed. */
function isShareOf({ shares }: Sight, fig: Fig): boolean {
  const seats = shares.get(fig);
  if (seats === undefined) return false;
  const { parts, whole } = seats;
  const isRough = [...parts, whole].some(({ hedge }) => hedge !== undefined && hedge !== "estimate");
  return !isRough && fit(relations.share, { share: fig.cell, parts: parts.map(({ cell }) => cell), whole: whole.cell }) === "holds";
}

const inBracketsOf = (fig: Fig, others: readonly Fig[]): boolean =>
  fig.depth > 0 && others.some((other) => other.depth === 0 && other.order === fig.order - 1);

/** `thực phẩm tăng 0,57% do giá thịt lợn tăng 2,29%`: why the one before it rose, and no part beside it. */
const isReason = (fig: Fig, others: readonly Fig[]): boolean =>
  others.some(
    (other) =>
      other.tokens === fig.tokens &&
      other.clause === fig.clause &&
      other.order < fig.order &&
      fig.tokens.slice(other.token + 1, fig.token).some(({ text }) => text === "do" || text === "vì" || text === "nhờ"),
  );

/** The rate belongs to an amount right before it, so it is a share of something and no rate of a part. */
function afterAmount(passage: Passage, fig: Fig): boolean {
  if (fig.change) return false;
  for (let i = fig.token - 1; i >= 0; i--) {
    const token = passage.tokens[i] as Token;
    if (token.figure) return isLevelFigure(token.figure);
    if (token.type === "sign" && /[;:.,]/.test(token.text)) return false;
  }
  return false;
}
