import { check } from "@khop/core";
import type { ReadDocument } from "@khop/reader";
import { type Change, changesOf } from "./changes.ts";
import { type Fact, type Field, factsOf } from "./facts.ts";
import { aimOf, type Told, tell } from "./network.ts";
import { isPossible } from "./search.ts";

export interface InNetwork {
  readonly caught: readonly Told[];
  /** Kept only if figures were cut instead of rounded: told as a habit of rounding. */
  readonly cut: readonly Told[];
  readonly missed: readonly Told[];
  /** Missed, though the search shows that the figures cannot all be true. */
  readonly undetected: readonly Told[];
  /** Caught, though the search finds nothing wrong. */
  readonly unfounded: readonly Told[];
  readonly first: number;
  readonly unique: number;
  readonly accused: readonly Told[];
}

/** The facts of a field, and every one-digit change of them. */
export function changesIn(field: Field, read: ReadDocument): { facts: readonly Fact[]; changes: readonly Change[] } {
  const facts = factsOf(field, read);
  return { facts, changes: facts.flatMap(changesOf) };
}

/** Each change made in the network of the unchanged text. */
export function inNetwork({ network }: ReadDocument, changes: readonly Change[]): InNetwork {
  const before = check(network);
  const told = changes.map((change) => tell(before, change));
  const caught = told.filter(({ broken }) => broken.length > 0);
  const rest = told.filter(({ broken }) => broken.length === 0);
  const missed = rest.filter(({ cut }) => cut.length === 0);
  const aims = caught.map(aimOf);
  return {
    caught,
    cut: rest.filter(({ cut }) => cut.length > 0),
    missed,
    undetected: missed.filter(
      ({ network: changed, cell, change }) => !isPossible(changed, cell) && isPossible(network, change.figure.cell ?? cell),
    ),
    unfounded: caught.filter(({ network: changed, cell }) => isPossible(changed, cell)),
    first: aims.filter(({ first }) => first).length,
    unique: aims.filter(({ unique }) => unique).length,
    accused: caught.filter((_, index) => aims[index]?.wrong),
  };
}
