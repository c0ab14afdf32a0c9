import { fit, relations, sumFits } from "@khop/core";
import { type Fig, isAmount, isIntensive, isLevelFigure, isPercent, telling } from "../figures.ts";
import { tellingWords, verbOf } from "../words.ts";
import { alike, isUnseen, type Option, type Sight } from "./sight.ts";

/**
 * Totals whose parts are told later, in sentences of their own: all that one sentence says in their unit, or what follows the same
 * verb again and again. Where two columns of such rows add up, so do the changes and the other figures of the rows. Arithmetic finds
 * them, so they only confirm.
 */
export function discoverToldApart(sight: Sight): void {
  const known = new Set(sight.totals.map(({ total, parts }) => nameOf(total as Fig, parts as readonly Fig[])));
  const add = (total: Fig, parts: readonly Fig[], pattern: string): boolean => {
    if (known.has(nameOf(total, parts))) return false;
    known.add(nameOf(total, parts));
    sight.add({
      options: [{ kind: relations.total, seats: { total, parts }, verdict: "holds" }],
      prior: 0.8,
      pattern,
      cue: "",
      confirm: true,
      passage: total.blockIndex,
    });
    for (const part of parts) if (!sight.parents.has(part)) sight.parents.set(part, total);
    return true;
  };
  for (const parts of sentencesOf(sight)) {
    const total = totalBefore(sight, parts);
    if (total) add(total, parts, "apart:sentence");
  }
  for (const total of sight.quantities) {
    if (!adds(total) || isDivided(sight, total)) continue;
    const parts = sameVerb(sight, total);
    if (parts) add(total, parts, "apart:verb");
  }
  for (const { total, parts } of sight.totals.slice())
    if (!isUnseen(total) && !parts.some(isUnseen)) beside(sight, total, parts as readonly Fig[], add);
}

/** Divided before; what its own sentence says was done of it and is left is no such list. */
const isDivided = (sight: Sight, total: Fig): boolean =>
  sight.totals.some(
    (one) =>
      one.total === total &&
      one.parts.some(
        (part) => isUnseen(part) || part.sentence !== total.sentence || part.blockIndex !== total.blockIndex || part.depth > total.depth,
      ),
  );

const nameOf = (total: Fig, parts: readonly Fig[]): string => [total, ...parts].map((one) => one.index ?? "-").join(" ");

const adds = (fig: Fig): boolean =>
  isLevelFigure(fig) && isAmount(fig) && !isIntensive(fig) && !fig.cues.some(({ cue, near }) => near && cue.kind === "mean");
const addUp = (total: Fig, parts: readonly Fig[]): boolean =>
  total.quantity !== null &&
  sumFits(
    total.quantity,
    parts.map(({ quantity }) => quantity).filter((one) => one !== null),
  );

/** What each sentence says in one unit, outside parentheses: two figures and more. */
function sentencesOf(sight: Sight): readonly (readonly Fig[])[] {
  return sight.passages.flatMap(({ figures }) => {
    const sentences = Map.groupBy(
      figures.filter((fig) => adds(fig) && fig.depth === 0 && fig.under === undefined),
      ({ sentence }) => sentence,
    );
    return [...sentences.values()].flatMap((own) => {
      const units = Map.groupBy(own, ({ quantity }) => quantity?.unit.id ?? "");
      const [first] = own;
      if (units.size > 1 && !own.every((fig) => alike(fig, first as Fig)))
        return [...units.values()].filter((one) => one.length >= 2 && one.length === own.length / units.size);
      // "đã giải quyết 1.061 tin; trong đó 702, 318, 41; tạm đình chỉ 57 tin; đang giải quyết 151 tin": without the parts of one of them.
      const all = new Set<unknown>(own);
      const tops = own.filter((fig) => !all.has(sight.parents.get(fig)));
      return [own, ...(tops.length < own.length ? [tops] : [])].filter(({ length }) => length >= 2);
    });
  });
}

const BACK = 12;

/** The nearest of the totals before a sentence that it adds up to; of three digits with three parts or a word for the whole, else of four. */
function totalBefore(sight: Sight, parts: readonly Fig[]): Fig | undefined {
  const first = parts[0] as Fig;
  const least = parts.length >= 3 || ofWhole(first) ? 3 : 4;
  let seen = 0;
  for (let i = first.order - 1; i >= 0 && seen < BACK && first.blockIndex - (sight.quantities[i] as Fig).blockIndex <= 3; i--) {
    const total = sight.quantities[i] as Fig;
    if (!adds(total) || total.depth > 0 || !alike(total, first)) continue;
    seen += 1;
    if (total.hedge === undefined && telling(total) >= least && addUp(total, parts)) return total;
  }
  return undefined;
}

/** "Trong số vụ vi phạm, …": the sentence says that it divides something. */
const ofWhole = ({ tokens, token: at, sentence }: Fig): boolean =>
  tokens.slice(0, at).some((token) => token.sentence === sentence && (token.cue?.kind === "whole" || token.cue?.kind === "opener"));

const REACH = 60;
const BLOCKS = 8;

/** `thụ lý tổng cộng 11.041 vụ … Án hình sự thụ lý 1.319 vụ … Án dân sự: thụ lý 4.512 vụ`: the figures behind the same verb. */
function sameVerb(sight: Sight, total: Fig): readonly Fig[] | undefined {
  const verb = verbOf(total);
  if (verb === "" || telling(total) < 3) return undefined;
  const run: Fig[] = [];
  for (const fig of sight.between(total.order + 1, total.order + REACH)) {
    if (fig.blockIndex - total.blockIndex > BLOCKS) break;
    if (!adds(fig) || fig.depth !== total.depth || !alike(fig, total) || verbOf(fig) !== verb) continue;
    if (run.at(-1)?.sentence === fig.sentence && run.at(-1)?.clause === fig.clause && run.at(-1)?.blockIndex === fig.blockIndex) continue;
    run.push(fig);
    if (run.length >= 2 && (run.length >= 3 || telling(total) >= 4) && addUp(total, run)) return run;
  }
  return undefined;
}

/** The other columns of the rows that a total and its parts open: figures of one unit and direction, row by row in the same words. */
function beside(
  sight: Sight,
  total: Fig,
  parts: readonly Fig[],
  add: (total: Fig, parts: readonly Fig[], pattern: string) => boolean,
): void {
  const heads = [total, ...parts];
  if (heads.some((fig, i) => i > 0 && isSameSentence(fig, heads[i - 1] as Fig))) return;
  if (heads.some((fig, i) => i > 0 && fig.order < (heads[i - 1] as Fig).order)) return;
  const rows = heads.map((head, i) =>
    sight
      .between(head.order + 1, Math.min((heads[i + 1]?.order ?? head.order + WIDE) - 1, head.order + WIDE))
      .filter((fig) => isAmount(fig) && !isPercent(fig) && fig.under === undefined),
  );
  const [first = [], ...others] = rows;
  const taken = new Set<Fig>();
  for (const head of first) {
    const cells = others.map((row) => row.find((fig) => !taken.has(fig) && isSameColumn(fig, head)));
    if (cells.some((fig) => fig === undefined)) continue;
    const column = cells.filter((fig) => fig !== undefined);
    for (const fig of column) taken.add(fig);
    if (telling(head) < 2) continue;
    if (head.change === undefined) {
      if (!sight.totalled.has(head) && addUp(head, column)) add(head, column, "apart:beside");
    } else signed(sight, head, column);
  }
}

const WIDE = 14;

const isSameSentence = (a: Fig, b: Fig): boolean => a.blockIndex === b.blockIndex && a.sentence === b.sentence;

function isSameColumn(fig: Fig, head: Fig): boolean {
  if ((fig.change === undefined) !== (head.change === undefined) || !alike(fig, head)) return false;
  return tellingWords(fig) === tellingWords(head);
}

/** `giảm 277 vụ … giảm 73 vụ … giảm 9 vụ`: changes add up with their signs. */
function signed(sight: Sight, total: Fig, parts: readonly Fig[]): void {
  const sign = (fig: Fig): string => (fig.change === "fall" ? "-1" : "1");
  const seats = {
    terms: [total, ...parts],
    weights: [total.change === "fall" ? "1" : "-1", ...parts.map(sign)],
    is: "=",
    constant: "0",
    changes: true,
  };
  const sameWay = parts.every(({ change }) => change === total.change);
  const option: Option = sameWay
    ? { kind: relations.total, seats: { total, parts }, ...(addUp(total, parts) ? { verdict: "holds" as const } : {}) }
    : { kind: relations.linear, seats };
  const holds = sameWay ? addUp(total, parts) : fit(relations.linear, { ...seats, terms: seats.terms.map(({ cell }) => cell) }) === "holds";
  if (holds) sight.add({ options: [option], prior: 0.8, pattern: "apart:changes", cue: "", confirm: true, passage: total.blockIndex });
}
