import type { Passage } from "./passages.ts";
import { containedIn, likenessOf } from "./words.ts";

/** Two passages that are the same one of two reports, and how sure that is, 0–1. */
export interface Aligned {
  readonly before: Passage;
  readonly now: Passage;
  readonly sure: number;
}

/** A pair of words that stands in more passages than this tells none apart. */
const COMMON = 40;
/** Candidates that are looked at for one passage. */
const CANDIDATES = 8;
const ALIKE = 0.45;
const CONTAINED = 0.75;

/**
 * Pairs the passages of two reports by their words without numbers, wherever they moved.
 *
 * First those with the very same words, in one section and then anywhere, in their order; then the likest, best first, a passage
 * beside others that are paired before one far off; last those that were merged or cut in two.
 */
export function align(before: readonly Passage[], now: readonly Passage[]): Aligned[] {
  const state = new State(before, now);
  state.same(({ section, kind, words }) => `${section}\n${kind === "row"}\n${words.join(" ")}`, 1);
  state.same(({ kind, words }) => (words.length < 4 ? undefined : `${kind === "row"}\n${words.join(" ")}`), 0.97);
  state.likest();
  state.merged();
  return state.pairs;
}

class State {
  readonly pairs: Aligned[] = [];
  readonly #before: readonly Passage[];
  readonly #now: readonly Passage[];
  readonly #ofNow = new Map<Passage, Aligned>();
  readonly #ofBefore = new Map<Passage, Aligned>();

  constructor(before: readonly Passage[], now: readonly Passage[]) {
    this.#before = before;
    this.#now = now;
  }

  #pair(before: Passage, now: Passage, sure: number): void {
    const pair = { before, now, sure };
    this.pairs.push(pair);
    if (!this.#ofNow.has(now)) this.#ofNow.set(now, pair);
    if (!this.#ofBefore.has(before)) this.#ofBefore.set(before, pair);
  }

  get #restBefore(): Passage[] {
    return this.#before.filter((one) => !this.#ofBefore.has(one));
  }

  get #restNow(): Passage[] {
    return this.#now.filter((one) => !this.#ofNow.has(one));
  }

  /** Passages with one key, the first with the first: less surely where there are more of them on one side. */
  same(keyOf: (passage: Passage) => string | undefined, sure: number): void {
    const there = Map.groupBy(this.#restBefore, keyOf);
    for (const [key, here] of Map.groupBy(this.#restNow, keyOf)) {
      const others = key === undefined ? undefined : there.get(key);
      if (others === undefined) continue;
      const odd = others.length !== here.length;
      if (odd && (here[0] as Passage).words.length === 0) continue;
      here.slice(0, others.length).forEach((now, i) => {
        this.#pair(others[i] as Passage, now, odd ? sure * 0.6 : sure);
      });
    }
  }

  likest(): void {
    const rest = this.#restBefore;
    const index = postings(rest);
    const found: { before: Passage; now: Passage; likeness: number; score: number }[] = [];
    for (const now of this.#restNow) {
      for (const before of candidates(now, index)) {
        if ((now.kind === "row") !== (before.kind === "row")) continue;
        const likeness = likenessOf(now.shingles, before.shingles);
        if (likeness < ALIKE) continue;
        found.push({ before, now, likeness, score: likeness + this.#bonus(before, now) });
      }
    }
    found.sort((a, b) => b.score - a.score || a.now.index - b.now.index || a.before.index - b.before.index);
    for (const { before, now, likeness } of found) {
      if (this.#ofNow.has(now) || this.#ofBefore.has(before)) continue;
      this.#pair(before, now, Math.min(0.97, likeness ** 0.25));
    }
  }

  /** A passage under the same heading, or right behind one that is paired with its neighbour, is likelier the same. */
  #bonus(before: Passage, now: Passage): number {
    const section = before.section === now.section ? 0.1 : 0;
    const above = this.#now[now.index - 1];
    const follows = above !== undefined && this.#ofNow.get(above)?.before.index === before.index - 1;
    const far = Math.abs(before.index / this.#before.length - now.index / this.#now.length);
    return section + (follows ? 0.1 : 0) + 0.05 * (1 - far);
  }

  merged(): void {
    const ofNow = postings(this.#now);
    for (const before of this.#restBefore) {
      if (before.shingles.size < 4 || before.kind === "row") continue;
      for (const now of candidates(before, ofNow)) {
        const share = now.kind === "row" ? 0 : containedIn(before.shingles, now.shingles);
        if (share >= CONTAINED) {
          this.#pair(before, now, 0.9 * share);
          break;
        }
      }
    }
    const ofBefore = postings(this.#before);
    for (const now of this.#restNow) {
      if (now.shingles.size < 4 || now.kind === "row") continue;
      for (const before of candidates(now, ofBefore)) {
        const share = before.kind === "row" ? 0 : containedIn(now.shingles, before.shingles);
        if (share >= CONTAINED) {
          this.#pair(before, now, 0.9 * share);
          break;
        }
      }
    }
  }
}

function postings(passages: readonly Passage[]): ReadonlyMap<string, readonly Passage[]> {
  const index = new Map<string, Passage[]>();
  for (const passage of passages) {
    for (const shingle of passage.shingles) {
      const list = index.get(shingle);
      if (list === undefined) index.set(shingle, [passage]);
      else if (list.length <= COMMON) list.push(passage);
    }
  }
  return index;
}

/** The passages that share most pairs of words with one, rare ones above all. */
function candidates(passage: Passage, index: ReadonlyMap<string, readonly Passage[]>): Passage[] {
  const votes = new Map<Passage, number>();
  for (const shingle of passage.shingles) {
    const list = index.get(shingle);
    if (list === undefined || list.length > COMMON) continue;
    for (const other of list) votes.set(other, (votes.get(other) ?? 0) + 1 / list.length);
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, CANDIDATES)
    .map(([other]) => other);
}
