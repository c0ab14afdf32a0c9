import type { Address, Cell, Indicator, Network, Period, Quantity } from "@khop/core";
import { type Passage, passagesOf } from "../against/passages.ts";
import type { ReadDocument } from "../document.ts";
import { type Beliefs, Structure } from "./beliefs.ts";
import { type Mention, mentionsIn } from "./contexts.ts";
import { inherit } from "./inherit.ts";
import { likeness } from "./likeness.ts";
import { nothingIn } from "./nothing.ts";
import { type Target, type Targets, targetsOf } from "./targets.ts";

export interface MatchInput {
  readonly indicators: readonly Indicator[];
  /** Every figure that may be told, as cells with addresses, and the relations that the rules make of them. */
  readonly network: Network;
  /** What the report is of. */
  readonly period: Period;
}

/** A figure of a document, and where it belongs. */
export interface Match {
  readonly address: Address;
  /** As printed, in the unit and multiplier of the text; a fall is below zero. */
  readonly quantity: Quantity;
  /** The id of the figure; null where words say that there is none of it. */
  readonly figure: string | null;
  /** UTF-16 offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  /** 0–1. */
  readonly sure: number;
}

/** A figure that may belong to several places, or to none, the likeliest first. */
export interface Doubt extends Omit<Match, "address" | "sure"> {
  readonly candidates: readonly { readonly address: Address; readonly sure: number }[];
}

export interface Matches {
  /** In the order of the text; one address once, but for figures that are said again. */
  readonly matches: readonly Match[];
  readonly doubts: readonly Doubt[];
}

/** Below this nothing is taken, and nearer than this to another place neither. */
const ENOUGH = 0.4;
const APART = 0.04;
/** What is not even worth asking about. */
const WORTH_ASKING = 0.25;
const ROUNDS = 4;
/** How much company counts beside words. */
const COMPANY = 0.5;

/**
 * Matches the figures of a report to the addresses that a regime has for them: by the words about each, its unit and its level, and by the
 * company it keeps, for a share belongs to what it is a share of. Nothing is invented: what more than one place would do for is a doubt.
 *
 * - Throws: nothing; a document that has nothing to do with the regime gives no matches.
 */
export function matchFigures(document: Pick<ReadDocument, "text" | "figures" | "blocks" | "network">, input: MatchInput): Matches {
  const targets = targetsOf(input.indicators, input.network, input.period);
  const mentions = inherit(mentionsOf(passagesOf(document)), document);
  const byFigure = new Map(mentions.flatMap(({ figure }, i) => (figure === null ? [] : [[figure, i] as const])));
  const cells = new Map<Cell, number>();
  for (const { id, cell } of document.figures) {
    const at = byFigure.get(id);
    if (cell !== null && at !== undefined) cells.set(cell, at);
  }
  const structure = new Structure(document.network, input.network, (cell) => cells.get(cell), targets);
  const words = inChapters(mentions.map((mention) => likenessesOf(mention, targets)), mentions, targets);
  let beliefs: Beliefs = words;
  for (let round = 0; round < ROUNDS; round += 1) beliefs = together(words, structure.support(beliefs), mentions, targets);
  return assign(mentions, beliefs, targets);
}

/** Every mention, headings aside: a number in a heading is no figure of the report. */
function mentionsOf(passages: readonly Passage[]): Mention[] {
  let lead = "";
  return passages.flatMap((passage) => {
    if (passage.kind === "heading") return [];
    const above = passage.kind === "item" || passage.kind === "row" ? lead : "";
    if (passage.kind === "paragraph") lead = passage.text.slice(0, 200);
    return [...mentionsIn(passage, above), ...nothingIn(passage, above)];
  });
}

function likenessesOf(mention: Mention, targets: Targets): ReadonlyMap<string, number> {
  return new Map(
    targets.list.flatMap((target): [string, number][] => {
      const fits = likeness(mention, target, targets);
      return fits > 0.05 ? [[target.key, fits]] : [];
    }),
  );
}

/** A passage is mostly about one source of figures: what belongs to another one is less likely in it. */
function inChapters(words: readonly ReadonlyMap<string, number>[], mentions: readonly Mention[], { byKey }: Targets): Beliefs {
  const chapterOf = (key: string): string => (byKey.get(key) as Target).indicator.id.split(".")[0] ?? "";
  const scores = new Map<number, Map<string, number>>();
  mentions.forEach(({ passage }, i) => {
    const score = scores.get(passage) ?? new Map<string, number>();
    scores.set(passage, score);
    const best = new Map<string, number>();
    for (const [key, belief] of words[i] as ReadonlyMap<string, number>) best.set(chapterOf(key), Math.max(best.get(chapterOf(key)) ?? 0, belief));
    for (const [chapter, belief] of best) score.set(chapter, (score.get(chapter) ?? 0) + belief * belief);
  });
  return mentions.map(({ passage }, i) => {
    const score = scores.get(passage) as ReadonlyMap<string, number>;
    const most = Math.max(...score.values(), 0.0001);
    return new Map([...(words[i] as ReadonlyMap<string, number>)].map(([key, belief]) => [key, belief * (0.75 + (0.25 * (score.get(chapterOf(key)) ?? 0)) / most)]));
  });
}

/** Words and company: where a figure keeps company it counts as much as the words, which tell apart what keeps the same. */
function together(words: Beliefs, gains: readonly ReadonlyMap<string, number>[], mentions: readonly Mention[], targets: Targets): Beliefs {
  return words.map((own, i) => {
    const gained = gains[i] as ReadonlyMap<string, number>;
    if (gained.size === 0) return own;
    const keys = new Set([...own.keys(), ...gained.keys()]);
    return new Map(
      [...keys].flatMap((key): [string, number][] => {
        const said = own.get(key) ?? 0;
        if (said === 0 && likeness(mentions[i] as Mention, targets.byKey.get(key) as Target, targets) === 0) return [];
        return [[key, (1 - COMPANY) * said + COMPANY * (gained.get(key) ?? 0)]];
      }),
    );
  });
}

function assign(mentions: readonly Mention[], beliefs: Beliefs, { byKey }: Targets): Matches {
  const all = mentions
    .flatMap((mention, i) => [...(beliefs[i] as ReadonlyMap<string, number>)].map(([key, belief]) => ({ mention, i, key, belief })))
    .sort((a, b) => b.belief - a.belief || a.i - b.i);
  const taken = new Map<string, Mention>();
  const settled = new Set<number>();
  /** Figures whose likeliest place holds the same value already: said again, unless another place is nearly as likely. */
  const again = new Map<number, number>();
  const matches: Match[] = [];
  for (const { mention, i, key, belief } of all) {
    if (settled.has(i) || belief < ENOUGH || belief < 0.75 * (again.get(i) ?? 0)) continue;
    const other = taken.get(key);
    if (other !== undefined) {
      if (other.quantity.value.eq(mention.quantity.value) && other.quantity.unit.kind === mention.quantity.unit.kind && !again.has(i)) again.set(i, belief);
      continue;
    }
    const rival = Math.max(0, ...[...(beliefs[i] as ReadonlyMap<string, number>)].flatMap(([one, likely]) => (one === key || taken.has(one) ? [] : [likely])));
    settled.add(i);
    if (belief - rival < APART) continue;
    taken.set(key, mention);
    matches.push({ ...placeOf(mention), address: (byKey.get(key) as Target).address, quantity: signed(mention), sure: round(belief) });
  }
  const matched = new Set(matches.map(({ start }) => start));
  const doubts = mentions.flatMap((mention, i): Doubt[] => {
    if (matched.has(mention.start) || mention.figure === null || again.has(i)) return [];
    const candidates = [...(beliefs[i] as ReadonlyMap<string, number>)]
      .filter(([key, belief]) => belief >= WORTH_ASKING && !taken.has(key))
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3)
      .map(([key, belief]) => ({ address: (byKey.get(key) as Target).address, sure: round(belief) }));
    return candidates.length === 0 ? [] : [{ ...placeOf(mention), quantity: signed(mention), candidates }];
  });
  return { matches: matches.sort((a, b) => a.start - b.start), doubts };
}

const round = (belief: number): number => Math.round(belief * 1000) / 1000;

const placeOf = ({ figure, start, end }: Mention): Pick<Match, "figure" | "start" | "end"> => ({ figure, start, end });

/** A fall is below zero. */
const signed = ({ quantity, change }: Mention): Quantity => (change === "fall" ? quantity.negated() : quantity);
