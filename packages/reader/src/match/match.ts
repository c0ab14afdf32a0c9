import type { Cell, Indicator, Network, Period } from "@khop/core";
import { type Passage, passagesOf } from "../against/passages.ts";
import type { ReadDocument } from "../document.ts";
import { Assignment } from "./assign.ts";
import { type Beliefs, Structure } from "./beliefs.ts";
import { type Mention, mentionsIn } from "./contexts.ts";
import { inherit } from "./inherit.ts";
import { likeness } from "./likeness.ts";
import type { Matches } from "./matches.ts";
import { nothingIn } from "./nothing.ts";
import { chapterOf, type Target, type Targets, targetsOf } from "./targets.ts";

export interface MatchInput {
  readonly indicators: readonly Indicator[];
  /** Every figure that may be told, as cells with addresses, and the relations that the rules make of them. */
  readonly network: Network;
  /** What the report is of. */
  readonly period: Period;
}

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
  const words = inChapters(
    mentions.map((mention) => likenessesOf(mention, targets)),
    mentions,
    targets,
  );
  let beliefs: Beliefs = words;
  let gains = structure.support(beliefs);
  for (let round = 0; round < ROUNDS; round += 1) {
    beliefs = together(words, gains, mentions, targets);
    gains = structure.support(beliefs);
  }
  return new Assignment({ mentions, words, beliefs, gains, targets, relations: input.network.relations }).matches();
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
  const fits = new Map(targets.list.map((target) => [target.key, likeness(mention, target, targets)]));
  // Of places that hold the same figure, none is likelier than another.
  const ofAll = (key: string): number => Math.min(...(targets.twins.get(key) ?? [key]).map((one) => fits.get(one) ?? 1));
  return new Map([...fits.keys()].map((key): [string, number] => [key, ofAll(key)]).filter(([, likely]) => likely > 0.05));
}

/** A passage is mostly about one source of figures: what belongs to another one is less likely in it. */
function inChapters(words: readonly ReadonlyMap<string, number>[], mentions: readonly Mention[], targets: Targets): Beliefs {
  const scores = new Map<number, Map<string, number>>();
  mentions.forEach(({ passage }, i) => {
    const score = scores.get(passage) ?? new Map<string, number>();
    scores.set(passage, score);
    const best = new Map<string, number>();
    for (const [key, belief] of words[i] as ReadonlyMap<string, number>)
      best.set(chapterOf(key, targets), Math.max(best.get(chapterOf(key, targets)) ?? 0, belief));
    for (const [chapter, belief] of best) score.set(chapter, (score.get(chapter) ?? 0) + belief * belief);
  });
  return mentions.map(({ passage }, i) => {
    const score = scores.get(passage) as ReadonlyMap<string, number>;
    const most = Math.max(...score.values(), 0.0001);
    return new Map(
      [...(words[i] as ReadonlyMap<string, number>)].map(([key, belief]) => [
        key,
        belief * (0.5 + (0.5 * (score.get(chapterOf(key, targets)) ?? 0)) / most),
      ]),
    );
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
