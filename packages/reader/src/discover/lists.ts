import { fit, near, relations, sumFits } from "@khop/core";
import { type Fig, isAmount, isLevelFigure, isRate, type Passage, type Token } from "../figures.ts";
import { overlapping } from "../lexicon/overlap.ts";
import { alike, type Option, type Sight, sameNature } from "./sight.ts";

/** A stretch of text that lists the parts of a total. */
interface Listing {
  readonly passage: Passage;
  /** Totals it may be of, the likeliest first. */
  readonly totals: readonly Fig[];
  /** Figures in the stretch, and the depth of its items. */
  readonly figures: readonly Fig[];
  readonly depth: number;
  readonly prior: number;
  readonly cue: string;
  readonly pattern: string;
  /** Words in and right before the list. */
  readonly tokens: readonly Token[];
}

/** Totals with their parts, from wordings that open a list, from parentheses, and from items under a line. */
export function discoverLists(sight: Sight): void {
  for (const passage of sight.passages) {
    for (const listing of [...openers(sight, passage), ...parentheses(passage), ...under(sight, passage)]) propose(sight, listing);
  }
}

function openers(sight: Sight, passage: Passage): Listing[] {
  const found: Listing[] = [];
  passage.tokens.forEach((token, at) => {
    if (token.cue?.kind === "whole") {
      found.push(...farTotals(sight, passage, token, at));
      return;
    }
    if (token.cue?.kind !== "opener") return;
    const behind = passage.figures.filter((fig) => fig.token > at && fig.role === "quantity");
    const inside = token.depth > 0 ? behind.filter((fig) => within(passage, fig, token)) : behind.filter((fig) => fig.sentence === token.sentence);
    const totals = headsBefore(sight, passage, token, at);
    if (totals.length === 0) return;
    const last = inside.at(-1);
    const end = last === undefined ? at : last.token;
    let figures: readonly Fig[] = inside;
    if (endsOpen(passage, at, token)) figures = [...inside, ...itemsUnder(sight, passage)];
    if (figures.length === 0) return;
    found.push({
      passage,
      totals,
      figures,
      depth: token.depth,
      prior: token.cue.prior,
      cue: token.cue.words,
      pattern: `list:${token.cue.words.split(" ").slice(0, 2).join(" ")}:${token.depth > 0 ? "in" : "out"}`,
      tokens: passage.tokens.slice(Math.max(0, at - 3), end + 12),
    });
  });
  return found;
}

/** "Trong tổng số dân nói trên thì …": parts of a figure that stands farther back; only confirmed, never accused. */
function farTotals(sight: Sight, passage: Passage, token: Token, at: number): Listing[] {
  const figures = passage.figures.filter((fig) => fig.token > at && fig.sentence === token.sentence && fig.role === "quantity");
  const earlier = sight.quantities.filter((fig) => isLevelFigure(fig) && fig.depth === 0 && fig.blockIndex >= passage.index - 1 && (fig.blockIndex < passage.index || fig.token < at));
  const totals = earlier.reverse().slice(0, 8);
  const listing = { passage, totals, figures, depth: token.depth, prior: 0.3, cue: token.cue?.words ?? "", pattern: "list:far", tokens: [] };
  return figures.length >= 2 && totals.some((total) => fitting(listing, total, members(listing).filter((fig) => alike(fig, total))) !== null) ? [listing] : [];
}

const within = (passage: Passage, fig: Fig, token: Token): boolean => fig.group >= token.group && fig.depth >= token.depth && fig.token <= closing(passage, token);

function closing(passage: Passage, token: Token): number {
  const { tokens } = passage;
  for (let i = tokens.indexOf(token) + 1; i < tokens.length; i++) if ((tokens[i] as Token).depth < token.depth) return i;
  return tokens.length;
}

/** Totals that an opener may speak of: level figures before it in its sentence, else in the sentence before. */
function headsBefore(sight: Sight, passage: Passage, token: Token, at: number): Fig[] {
  const before = passage.figures.filter((fig) => fig.token < at && isLevelFigure(fig));
  const own = before.filter((fig) => fig.sentence === token.sentence && fig.depth <= token.depth).reverse();
  if (own.length > 0) return own.slice(0, 4);
  const earlier = before.filter((fig) => fig.depth === 0);
  if (earlier.length > 0) {
    const sentence = (earlier.at(-1) as Fig).sentence;
    const same = earlier.filter((fig) => fig.sentence === sentence);
    return [...new Set([same[0] as Fig, ...same.reverse()])].slice(0, 4);
  }
  const previous = sight.passages[passage.index - 1];
  if (previous === undefined) return [];
  const heads = previous.figures.filter((fig) => isLevelFigure(fig) && fig.depth === 0);
  return heads.length === 0 ? [] : [...new Set([...heads.slice(-2).reverse(), heads[0] as Fig])];
}

/** The list goes on in items below: the opener or its sentence ends in a colon and says no more. */
function endsOpen(passage: Passage, at: number, token: Token): boolean {
  const last = passage.tokens.at(-1);
  return last?.type === "sign" && (last.text === ":" || last.text === ";") && last.sentence === token.sentence && at > passage.tokens.length - 12;
}

/** The first figures of the items that stand below a block. */
function itemsUnder(sight: Sight, passage: Passage): Fig[] {
  const items: Fig[] = [];
  const base = passage.block.depth;
  let depth = -1;
  for (let i = passage.index + 1; i < sight.passages.length; i++) {
    const next = sight.passages[i] as Passage;
    if (next.block.kind === "footnote") continue;
    if (next.block.kind !== "item" || next.block.depth <= base) break;
    if (depth < 0) depth = next.block.depth;
    if (next.block.depth > depth) continue;
    const own = next.figures.filter((fig) => isLevelFigure(fig) && fig.depth === 0);
    const first = own[0];
    if (first) items.push(...own.filter((fig) => fig === first || (fig.sentence === first.sentence && fig.quantity?.unit.id === first.quantity?.unit.id)));
  }
  return items;
}

/** `55 người (Khánh Hòa: 53; 02 người ở B)`: two figures or more in parentheses right behind one. */
function parentheses(passage: Passage): Listing[] {
  const found: Listing[] = [];
  const groups = new Map<number, Fig[]>();
  for (const fig of passage.figures) {
    if (fig.group === 0 || fig.role !== "quantity") continue;
    const list = groups.get(fig.group);
    if (list) list.push(fig);
    else groups.set(fig.group, [fig]);
  }
  for (const [group, direct] of groups) {
    const open = passage.tokens.findIndex((token) => token.group === group);
    const token = passage.tokens[open] as Token;
    const opener = passage.tokens.find((one) => one.group === group && one.cue?.kind === "opener");
    const end = closing(passage, token);
    const figures = passage.figures.filter((fig) => fig.token > open && fig.token < end && fig.role === "quantity");
    if (opener !== undefined || direct.filter(isLevelFigure).length < 2) continue;
    const before = passage.figures.filter((fig) => fig.token < open && isLevelFigure(fig) && fig.sentence === token.sentence && fig.depth === token.depth - 1);
    const heads = before.slice(-2).reverse();
    if (heads.length === 0) continue;
    found.push({
      passage,
      totals: heads,
      figures,
      depth: token.depth,
      prior: 0.9,
      cue: "(",
      pattern: "list:(",
      tokens: passage.tokens.slice(Math.max(0, open - 2), end + 1),
    });
  }
  return found;
}

/** A line with a figure, and items one step deeper below it. */
function under(sight: Sight, passage: Passage): Listing[] {
  const heads = passage.figures.filter((fig) => isLevelFigure(fig) && fig.depth === 0);
  if (heads.length === 0 || passage.tokens.some((token) => token.cue?.kind === "opener")) return [];
  const figures = itemsUnder(sight, passage);
  if (figures.length < 2) return [];
  return [
    { passage, totals: [heads.at(-1) as Fig, ...heads.slice(0, -1).reverse()].slice(0, 3), figures, depth: 0, prior: 0.6, cue: "-", pattern: "list:items", tokens: passage.tokens },
  ];
}

/** The figures that count as parts: one an item, at the depth of the list, or alone in parentheses behind a name. */
function members(listing: Listing): Fig[] {
  const { figures, depth } = listing;
  const parts: Fig[] = [];
  figures.forEach((fig, i) => {
    if (!isLevelFigure(fig)) return;
    if (fig.under !== undefined) return;
    const here = fig.depth === depth || (listing.cue === "-" && fig.depth === 0);
    const alone = fig.depth === depth + 1 && !figures.some((other, j) => j !== i && other.group === fig.group && isAmount(other)) && !besideAmount(listing, fig);
    if (!here && !alone) return;
    parts.push(fig);
  });
  return parts;
}

/** In parentheses behind another amount of the same item: it explains that amount and is no part of its own. */
function besideAmount(listing: Listing, fig: Fig): boolean {
  const tokens = listing.passage.tokens;
  let i = fig.token - 1;
  while (i >= 0 && (tokens[i] as Token).group === fig.group) i -= 1;
  for (; i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.figure) return isAmount(token.figure) || isRate(token.figure);
    if (token.type === "sign" && /[,;:.)]/.test(token.text)) return false;
    if (token.text === "và") return false;
  }
  return false;
}

/** Where a further opener at the same depth begins a list of its own. */
function untilNested(listing: Listing, parts: readonly Fig[]): readonly Fig[] {
  const first = parts[0];
  if (first === undefined) return parts;
  const nested = listing.passage.tokens.find((token) => token.cue?.kind === "opener" && token.start > first.end && token.depth <= listing.depth);
  return nested === undefined ? parts : parts.filter((fig) => fig.start < nested.start || fig.blockIndex !== listing.passage.index);
}

function propose(sight: Sight, listing: Listing): void {
  const all = members(listing);
  if (all.length === 0) return;
  const partial = listing.tokens.some((token) => token.cue?.kind === "partial") || openEnded(listing, all);
  for (const total of listing.totals) {
    const alikes = all.filter((fig) => fig !== total && alike(fig, total));
    const loose = all.filter((fig) => fig !== total && sameNature(fig, total));
    const choices = [alikes, untilNested(listing, alikes), loose, untilNested(listing, loose)].filter((parts) => parts.length >= 2);
    const shared = choices.map((parts) => distributed(total, parts)).find((one) => one !== null);
    if (shared) {
      sight.hypotheses.push({ options: [shared], prior: 0.95, pattern: "list:each", cue: "mỗi", confirm: true, passage: listing.passage.index });
      return;
    }
    for (const parts of choices) {
      const run = fitting(listing, total, parts);
      if (run === null) continue;
      for (const part of run) if (!sight.parents.has(part)) sight.parents.set(part, total);
      sight.hypotheses.push(hypothesis(listing, total, [run], false));
      return;
    }
  }
  const total = listing.totals.find((head) => all.some((fig) => alike(fig, head)));
  if (total === undefined) return;
  const parts = untilNested(
    listing,
    all.filter((fig) => fig !== total && alike(fig, total)),
  );
  for (const part of parts) if (!sight.parents.has(part)) sight.parents.set(part, total);
  if (parts.length < 2 || partial || mixed(parts) || !plausible(total, parts) || overlapping(parts.map((fig) => [...fig.before, ...fig.after]))) {
    for (const part of parts) if (part.start > total.start) sight.hypotheses.push(within1(listing, part, total));
    return;
  }
  sight.hypotheses.push(hypothesis(listing, total, [parts], true));
}

/** `A, B và C mỗi tỉnh có n` counts n once a name, or once less when the first name has a figure of its own. */
function distributed(total: Fig, parts: readonly Fig[]): Option | null {
  if (parts.every((fig) => fig.each === 1)) return null;
  for (const less of [0, 1]) {
    const weights = ["-1", ...parts.map((fig) => String(Math.max(1, fig.each - (fig.each > 1 ? less : 0))))];
    const seats = { terms: [total, ...parts], weights, is: "=", constant: "0" };
    if (fit(relations.linear, { ...seats, terms: seats.terms.map((fig) => fig.cell) }) === "holds") return { kind: relations.linear, seats };
  }
  return null;
}

/** All parts, else the longest run from the first that adds up, of two or more. */
function fitting(listing: Listing, total: Fig, parts: readonly Fig[]): readonly Fig[] | null {
  if (!total.quantity) return null;
  for (let length = parts.length; length >= 2; length--) {
    const run = parts.slice(0, length);
    if (adds(total, run) && !cutsOff(listing, run, parts[length])) return run;
  }
  return null;
}

/** The figure after the run is joined to it by "và": the list cannot end before it. */
function cutsOff(listing: Listing, run: readonly Fig[], next: Fig | undefined): boolean {
  const last = run.at(-1);
  if (next === undefined || last === undefined || next.blockIndex !== last.blockIndex || next.clause !== last.clause || next.depth !== last.depth) return false;
  const between = listing.passage.tokens.slice(last.token + 1, next.token);
  return between.some(({ text }) => text === "và") && !between.some(({ type, text, cue }) => (type === "sign" && /[;.:(]/.test(text)) || cue?.kind === "opener");
}

function adds(total: Fig, parts: readonly Fig[]): boolean {
  return total.quantity !== null && sumFits(total.quantity, parts.map((fig) => fig.quantity).filter((quantity) => quantity !== null));
}

function hypothesis(listing: Listing, total: Fig, runs: readonly (readonly Fig[])[], failing: boolean): Sight["hypotheses"][number] {
  const parts = runs[0] as readonly Fig[];
  const options: Option[] = runs.map((run) => ({ kind: relations.total, seats: { total, parts: run } }));
  return {
    options,
    prior: failing ? completeness(listing, parts) : Math.max(listing.prior, 0.95),
    pattern: listing.pattern,
    cue: listing.cue,
    confirm: false,
    passage: listing.passage.index,
  };
}

function within1(listing: Listing, part: Fig, whole: Fig): Sight["hypotheses"][number] {
  return { options: [{ kind: relations.part, seats: { part, whole } }], prior: 0.8, pattern: `${listing.pattern}:part`, cue: listing.cue, confirm: true, passage: listing.passage.index };
}

/** Several figures in each item ("tháng 8 đạt …, 8 tháng đạt …"): the items are rows of a table, not parts of one total. */
function mixed(parts: readonly Fig[]): boolean {
  const clauses = new Map<string, number>();
  for (const fig of parts) {
    const key = `${fig.blockIndex}:${fig.clause}`;
    clauses.set(key, (clauses.get(key) ?? 0) + 1);
  }
  return clauses.size >= 2 && [...clauses.values()].filter((size) => size > 1).length >= 2;
}

/** A list far below its total is partial, and one far above is of something else; unless one slip of a key would mend it. */
function plausible(total: Fig, parts: readonly Fig[]): boolean {
  const cells = parts.map((fig) => fig.cell);
  return near(relations.total, { total: total.cell, parts: cells }, total.quantity && total.quantity.approximate >= 1000 ? 1 : 0);
}

/** How sure it is that a list names every part. */
function completeness(listing: Listing, parts: readonly Fig[]): number {
  let odds = listing.prior / (1 - listing.prior);
  const last = parts.at(-1) as Fig;
  const words = [...last.before, ...last.after];
  if (words.includes("khác") || (words.includes("còn") && words.includes("lại"))) odds *= 6;
  if (new Set(parts.map((fig) => fig.level)).size === parts.length && parts.every((fig) => fig.level)) odds *= 8;
  if (parts.length >= 3) odds *= 1.5;
  if (parts.length === 2) odds *= 0.7;
  return odds / (1 + odds);
}

function openEnded(listing: Listing, parts: readonly Fig[]): boolean {
  const last = parts.at(-1) as Fig;
  const { tokens } = listing.passage;
  if (last.blockIndex !== listing.passage.index) return false;
  for (let i = last.token + 1; i < Math.min(tokens.length, last.token + 14); i++) {
    const token = tokens[i] as Token;
    if (token.text === "…" || (token.text === "." && tokens[i + 1]?.text === ".")) return true;
    if (token.sentence !== last.sentence) return false;
  }
  return false;
}
