import { existsIn, type OrgUnit, type Window } from "@khop/core";
import type { Submission } from "../api/collecting.ts";

/** A unit with those below it, of whom something is owed. */
export interface Branch {
  readonly unit: OrgUnit;
  /** What it owes itself; undefined where only units below it do. */
  readonly submission: Submission | undefined;
  readonly below: readonly Branch[];
  /** How many submissions are owed below it, and how many of them were sent. */
  readonly owed: number;
  readonly sent: number;
}

/** A line of the tree as it is shown. */
export interface Line extends Branch {
  readonly depth: number;
}

/** Units of which something is owed, below those that they belong to, as they were in the window. */
export function branchesOf(units: readonly OrgUnit[], submissions: readonly Submission[], window: Window | null): readonly Branch[] {
  const there = units.filter((one) => existsIn(one, window));
  const ids = new Set(there.map(({ id }) => id));
  const own = new Map(submissions.map((one) => [one.orgUnit, one]));
  const under = new Map<string, OrgUnit[]>();
  for (const one of there) {
    const above = one.parent !== null && ids.has(one.parent) ? one.parent : "";
    under.set(above, [...(under.get(above) ?? []), one]);
  }
  const branch = (unit: OrgUnit): Branch => {
    const below = grown(under.get(unit.id) ?? []);
    const all = below.flatMap((one) => [one, ...flat(one.below)]).flatMap(({ submission }) => submission ?? []);
    return { unit, submission: own.get(unit.id), below, owed: all.length, sent: all.filter(isSent).length };
  };
  const grown = (some: readonly OrgUnit[]): readonly Branch[] =>
    some.map(branch).filter(({ submission, below }) => submission !== undefined || below.length > 0);
  return grown(under.get("") ?? []);
}

const flat = (branches: readonly Branch[]): readonly Branch[] => branches.flatMap((one) => [one, ...flat(one.below)]);

const isSent = ({ state }: Submission): boolean => state === "submitted" || state === "approved" || state === "locked";

/** The lines that are to be seen: those below a shut unit are not. */
export const linesOf = (branches: readonly Branch[], shut: ReadonlySet<string>, depth = 0): readonly Line[] =>
  branches.flatMap((one) => [{ ...one, depth }, ...(shut.has(one.unit.id) ? [] : linesOf(one.below, shut, depth + 1))]);

/** Those whose submission is so, out of their tree. */
export const only = (branches: readonly Branch[], wanted: (submission: Submission) => boolean): readonly Line[] =>
  flat(branches).flatMap((one) => (one.submission !== undefined && wanted(one.submission) ? [{ ...one, below: [], depth: 0 }] : []));

/** The unit that decides next on a submission: the nearest above that has not; itself, where there is nobody. */
export function nextAbove({ orgUnit, approvedBy }: Submission, units: readonly OrgUnit[], window: Window | null): OrgUnit | undefined {
  const there = new Map(units.filter((one) => existsIn(one, window)).map((one) => [one.id, one]));
  const chain: OrgUnit[] = [];
  for (let at = there.get(orgUnit)?.parent ?? null; at !== null; ) {
    const above = there.get(at);
    if (above === undefined || chain.includes(above)) break;
    chain.push(above);
    at = above.parent;
  }
  return chain.length === 0 ? there.get(orgUnit) : chain[approvedBy.length];
}
