import { type Address, period, type Quantity, type Relation } from "@khop/core";
import type { Beliefs } from "./beliefs.ts";
import { openings } from "./confirm.ts";
import type { Mention } from "./contexts.ts";
import type { Doubt, Match, Matches } from "./matches.ts";
import { chapterOf, type Target, type Targets } from "./targets.ts";

/** Below this nothing is taken for its words, and nearer than this to another place neither. */
const ENOUGH = 0.3;
const APART = 0.04;
/** What is less likely by its words needs company that vouches for it and no near rival, or no rival of note. */
const LOW = 0.15;
const VOUCHED = 0.4;
const RIVAL = 0.75;
const LONE = 0.5;
/** Below this nothing is taken in a passage that tells nothing else of the kind. */
const ALONE = 0.25;
/** What is not even worth asking about. */
const WORTH_ASKING = 0.2;

export interface Evidence {
  readonly mentions: readonly Mention[];
  /** What the words alone say. */
  readonly words: Beliefs;
  readonly beliefs: Beliefs;
  /** What company says for each. */
  readonly gains: readonly ReadonlyMap<string, number>[];
  readonly targets: Targets;
  readonly relations: readonly Relation[];
}

/** Figures put to places, the surest first; then those that arithmetic or company vouches for. */
export class Assignment {
  readonly #of: Evidence;
  readonly #at = new Map<string, { readonly i: number; readonly sure: number }>();
  readonly #settled = new Set<number>();
  /** Figures whose likeliest place holds the same value already. */
  readonly #again = new Map<number, number>();

  constructor(of: Evidence) {
    this.#of = of;
    this.#takeSure();
    while (this.#takeOpening() || this.#takeVouched()) {}
  }

  #take(i: number, key: string, sure: number): void {
    for (const one of this.#twins(key)) this.#at.set(one, { i, sure });
    this.#settled.add(i);
  }

  #twins(key: string): readonly string[] {
    return this.#of.targets.twins.get(key) ?? [key];
  }

  /** The most that any other free place says for a figure. */
  #rivalOf(i: number, key: string): number {
    return Math.max(
      0,
      ...[...this.#beliefs(i)].flatMap(([one, likely]) => (this.#twins(key).includes(one) || this.#at.has(one) ? [] : [likely])),
    );
  }

  #beliefs(i: number): ReadonlyMap<string, number> {
    return this.#of.beliefs[i] as ReadonlyMap<string, number>;
  }

  #mention(i: number): Mention {
    return this.#of.mentions[i] as Mention;
  }

  #pairs(): { readonly i: number; readonly key: string; readonly belief: number }[] {
    return this.#of.beliefs
      .flatMap((own, i) => [...own].map(([key, belief]) => ({ i, key, belief })))
      .sort((a, b) => b.belief - a.belief || a.i - b.i);
  }

  #takeSure(): void {
    for (const { i, key, belief } of this.#pairs()) {
      if (belief < ENOUGH) return;
      if (this.#settled.has(i) || belief < RIVAL * (this.#again.get(i) ?? 0)) continue;
      const other = this.#at.get(key);
      if (other !== undefined) {
        const [a, b] = [this.#mention(other.i).quantity, this.#mention(i).quantity];
        if (a.value.eq(b.value) && a.unit.kind === b.unit.kind && !this.#again.has(i)) this.#again.set(i, belief);
        continue;
      }
      if (belief - this.#rivalOf(i, key) >= APART) this.#take(i, key, belief);
    }
  }

  /** Whether a figure was found that alone makes a relation of the catalogue hold, all others of which are taken. */
  #takeOpening(): boolean {
    const { relations, targets, words } = this.#of;
    const quantityAt = (key: string): Quantity | undefined => {
      const at = this.#at.get(key);
      return at === undefined ? undefined : signed(this.#mention(at.i));
    };
    for (const { key, fits, others } of openings(relations, quantityAt, (one) => targets.byKey.has(one))) {
      const passages = new Set(others.map((one) => this.#mention(this.#at.get(one)?.i ?? 0).passage));
      const found = this.#of.mentions.flatMap((mention, i) => {
        const isFree = !this.#settled.has(i) && mention.figure !== null && passages.has(mention.passage);
        return isFree && Math.max(words[i]?.get(key) ?? 0, this.#beliefs(i).get(key) ?? 0) > 0.1 && fits(signed(mention)) ? [i] : [];
      });
      const [only] = found;
      if (found.length !== 1 || only === undefined) continue;
      this.#take(only, key, Math.max(ENOUGH, this.#beliefs(only).get(key) ?? 0));
      return true;
    }
    return false;
  }

  /** Whether a figure was found that its company vouches for, and that neither another place nor another figure rivals. */
  #takeVouched(): boolean {
    const free = this.#pairs().filter(({ i, key }) => !this.#settled.has(i) && !this.#again.has(i) && !this.#at.has(key));
    for (const { i, key, belief } of free) {
      if (belief < LOW) return false;
      const isVouched = (this.#of.gains[i]?.get(key) ?? 0) >= VOUCHED;
      if (!isVouched && belief < ALONE && !this.#isAmongItsOwn(i, key)) continue;
      const rival = isVouched ? RIVAL : LONE;
      const twins = this.#twins(key);
      const isRivalled = free.some((one) => (one.i === i) !== twins.includes(one.key) && one.belief > rival * belief);
      if (isRivalled) continue;
      this.#take(i, key, belief);
      return true;
    }
    return false;
  }

  /** Whether a figure's passage tells others of the same chapter. */
  #isAmongItsOwn(i: number, key: string): boolean {
    const { passage } = this.#mention(i);
    const chapter = chapterOf(key, this.#of.targets);
    return [...this.#at].some(([one, at]) => this.#mention(at.i).passage === passage && chapterOf(one, this.#of.targets) === chapter);
  }

  /** What was settled, and what is left to ask about. */
  matches(): Matches {
    const { byKey } = this.#of.targets;
    const matches = [...this.#at].map(([key, { i, sure }]): Match => {
      const mention = this.#mention(i);
      return { ...placeOf(mention), address: dated(byKey.get(key) as Target, mention), quantity: signed(mention), sure: round(sure) };
    });
    const doubts = this.#of.mentions.flatMap((mention, i): Doubt[] => {
      if (this.#settled.has(i) || mention.figure === null || this.#again.has(i)) return [];
      const candidates = [...this.#beliefs(i)]
        .filter(([key, belief]) => belief >= WORTH_ASKING && !this.#at.has(key))
        .sort((a, b) => b[1] - a[1])
        .slice(0, 3)
        .map(([key, belief]) => ({ address: dated(byKey.get(key) as Target, this.#mention(i)), sure: round(belief) }));
      return candidates.length === 0 ? [] : [{ ...placeOf(mention), quantity: signed(mention), candidates }];
    });
    return { matches: matches.sort((a, b) => a.start - b.start), doubts };
  }
}

const round = (belief: number): number => Math.round(belief * 1000) / 1000;

/** What is told once a year belongs to the year that is named beside it, else to the last that had ended. */
function dated({ address, indicator }: Target, { year }: Mention): Address {
  const { period: of } = address;
  if (indicator.frequency !== "year" || of === undefined) return address;
  return { ...address, period: period(`${year ?? (of.frequency === "year" ? of.year : of.year - 1)}-A1`) };
}

const placeOf = ({ figure, start, end }: Mention): Pick<Match, "figure" | "start" | "end"> => ({ figure, start, end });

/** A fall is below zero. */
const signed = ({ quantity, change }: Mention): Quantity => (change === "fall" ? quantity.negated() : quantity);
