import { fit, isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure } from "../../figures.ts";
import { alike, isUnseen, type Sight } from "../sight.ts";

const LEAST = 2;
const DIGITS = 3;

/**
 * `GRDP 37.946,6 tỷ đồng (năm trước 35.478,2); nông nghiệp 8.417,6 (8.123,9), công nghiệp 15.082,3 (13.794,8), …`: where figures of now add up, so do those of then that stand
 * behind each of them. Off by a slip of a key, one is wrong.
 */
export function sumsOfThen(sight: Sight): void {
  const then = basesOf(sight);
  const made = new Set(sight.totals.map(({ total }) => total));
  for (const { total, parts, found } of sight.totals.slice()) {
    if (isUnseen(total) || parts.some(isUnseen) || parts.length < LEAST || found.options[0]?.verdict === "violated") continue;
    const head = then.get(total);
    const bases = (parts as readonly Fig[]).map((part) => then.get(part));
    if (head === undefined || made.has(head) || bases.some((base) => base === undefined)) continue;
    const given = bases as readonly Fig[];
    if (given.some((base) => base === head || !alike(base, head)) || new Set(given).size < given.length) continue;
    const places = { total: head.cell, parts: given.map(({ cell }) => cell) };
    const holds = fit(relations.total, places) === "holds";
    const isPlain = [head, ...given].every(({ hedge }) => hedge === undefined) && digitsOf(head) >= DIGITS;
    if (!holds && !(isPlain && isOneSlipOff([{ kind: relations.total, places }]))) continue;
    made.add(head);
    sight.add({
      options: [{ kind: relations.total, seats: { total: head, parts: given } }],
      prior: 0.75,
      pattern: "then:total",
      cue: "cùng kỳ",
      confirm: holds,
      passage: head.blockIndex,
    });
  }
}

/** What each figure was before: what a change of it was held against, else what stands alone in brackets right behind it. */
function basesOf(sight: Sight): ReadonlyMap<unknown, Fig> {
  const bases = new Map<unknown, Fig>();
  for (const { options } of sight.hypotheses) {
    for (const { kind, seats } of options) {
      const isChange = kind === relations.growth || kind === relations.difference;
      if (isChange && seats.base !== undefined && !isUnseen(seats.base) && !bases.has(seats.current))
        bases.set(seats.current, seats.base as Fig);
    }
  }
  for (const base of sight.quantities) {
    const current = sight.quantities[base.order - 1];
    if (!current || bases.has(current) || !isAloneBehind(base, current)) continue;
    bases.set(current, base);
  }
  return bases;
}

function isAloneBehind(base: Fig, current: Fig): boolean {
  const { tokens, token: at } = base;
  return (
    base.tokens === current.tokens &&
    base.depth === current.depth + 1 &&
    isLevelFigure(base) &&
    alike(base, current) &&
    tokens[at - 1]?.text === "(" &&
    (tokens[at + 1]?.text === ")" || (tokens[at + 1]?.type === "word" && tokens.slice(at + 1, at + 4).some(({ text }) => text === ")")))
  );
}
