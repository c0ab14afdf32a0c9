import { addressKey, type Cell, type Network, type Relation } from "@khop/core";
import type { Targets } from "./targets.ts";

/** How likely each mention is each target: by mention, then by the key of the target. */
export type Beliefs = readonly ReadonlyMap<string, number>[];

/** A relation as places with what stands in them: mentions in the document, keys of targets in the catalogue. */
interface Seated<T> {
  readonly kind: string;
  readonly places: ReadonlyMap<string, readonly T[]>;
}

function seated<T>(relation: Relation, of: (cell: Cell) => T | undefined): Seated<T> {
  const places = new Map<string, T[]>();
  for (const { place, cell } of relation.seats) {
    const at = of(cell);
    if (at !== undefined) places.set(place, [...(places.get(place) ?? []), at]);
  }
  return { kind: relation.kind.kind, places };
}

/** Relations that the document makes between mentions, and those that the catalogue's rules make between targets. */
export class Structure {
  readonly #said: readonly Seated<number>[];
  readonly #known: ReadonlyMap<string, readonly Seated<string>[]>;

  constructor(document: Network, catalogue: Network, mentionOf: (cell: Cell) => number | undefined, targets: Targets) {
    const alternatives = document.choices.flatMap((choice) => choice.alternatives);
    this.#said = [...document.relations, ...alternatives].map((one) => seated(one, mentionOf)).filter(({ places }) => sizeOf(places) > 1);
    const keyOf = ({ address }: Cell): string | undefined => {
      const key = addressKey(address);
      return targets.byKey.has(key) ? key : undefined;
    };
    this.#known = Map.groupBy(
      catalogue.relations.map((one) => seated(one, keyOf)).filter(({ places }) => sizeOf(places) > 1),
      ({ kind }) => kind,
    );
  }

  /**
   * What each mention gains from the company it keeps: where the others of its relation are likely those of a rule, it is likely the one
   * that the rule lacks.
   */
  support(beliefs: Beliefs): Map<string, number>[] {
    const gains: Map<string, number>[] = beliefs.map(() => new Map());
    for (const said of this.#said) {
      for (const known of this.#known.get(said.kind) ?? []) this.#pair(said, known, beliefs, gains);
    }
    return gains;
  }

  #pair(said: Seated<number>, known: Seated<string>, beliefs: Beliefs, gains: Map<string, number>[]): void {
    const pairs: { readonly mention: number; readonly key: string; readonly belief: number; readonly isFree: boolean }[] = [];
    for (const [place, mentions] of said.places) {
      const keys = known.places.get(place) ?? [];
      if (keys.length === 0 || mentions.length > keys.length) return;
      const isFree = keys.length > 1;
      for (const { mention, key } of bestPairs(mentions, keys, beliefs))
        pairs.push({ mention, key, belief: beliefs[mention]?.get(key) ?? 0, isFree });
    }
    if (pairs.length < 2) return;
    const sum = pairs.reduce((all, { belief }) => all + belief, 0);
    for (const { mention, key, belief, isFree } of pairs) {
      // Among several parts a mention must say itself which one it is.
      if (belief === 0 && isFree && pairs.filter((one) => one.belief === 0).length > 1) continue;
      const others = (sum - belief) / (pairs.length - 1);
      const gain = gains[mention] as Map<string, number>;
      if (others > (gain.get(key) ?? 0)) gain.set(key, others);
    }
  }
}

const sizeOf = (places: ReadonlyMap<string, readonly unknown[]>): number =>
  [...places.values()].reduce((all, { length }) => all + length, 0);

/** Each mention with a key of its own, the likeliest first. */
function bestPairs(
  mentions: readonly number[],
  keys: readonly string[],
  beliefs: Beliefs,
): { readonly mention: number; readonly key: string }[] {
  const all = mentions.flatMap((mention) => keys.map((key) => ({ mention, key, belief: beliefs[mention]?.get(key) ?? 0 })));
  all.sort((a, b) => b.belief - a.belief);
  const [usedMentions, usedKeys] = [new Set<number>(), new Set<string>()];
  return all.flatMap(({ mention, key }) => {
    if (usedMentions.has(mention) || usedKeys.has(key)) return [];
    usedMentions.add(mention);
    usedKeys.add(key);
    return [{ mention, key }];
  });
}
