import type { Cell } from "../cell.ts";
import type { Checked, CheckResult } from "../check.ts";
import { hull, type Interval } from "../interval.ts";
import { alternativesOf, type Constraint, incidence, isChoice } from "../network.ts";
import { fitsExactly } from "../outcome.ts";
import type { Quantity } from "../quantity.ts";
import type { Relation } from "../relation.ts";
import { isAdjustable } from "./adjusted.ts";
import { Groups } from "./groups.ts";

/** A checked network, ready for the question which figures touch which constraints. */
export interface Scene {
  readonly checked: ReadonlyMap<Constraint, Checked>;
  readonly violated: readonly Constraint[];
  /** Constraints that mention the cell, or a hidden cell of one that does. */
  readonly touched: (cell: Cell) => readonly Constraint[];
  /** Constraints bound to this one through hidden cells, itself among them. */
  readonly bound: (constraint: Constraint) => readonly Constraint[];
  /** A figure of it may be moved by one last digit so that a list makes 100; what it leaves for others is then no bound. */
  readonly elastic: (constraint: Constraint) => boolean;
  /** Steps left for repairs of several figures, in all its regions: a text of nothing but faults is not searched to its end. */
  readonly effort: { left: number };
}

const EFFORT = 20_000;

/** Soft laws accuse nobody, and agreement of bases is looked at by itself. */
const silent = (relation: Relation): boolean => relation.kind.soft === true || relation.kind.consensus !== undefined;

export const cellsUnder = (constraint: Constraint): Cell[] => [...new Set(alternativesOf(constraint).flatMap(({ cells }) => cells))];

/** @param handled relations whose violation is explained already */
export function sceneOf({ checked: all, network }: CheckResult, handled: ReadonlySet<Relation> = new Set()): Scene {
  const checked = new Map<Constraint, Checked>();
  for (const one of all) if (!silent(one.relation)) checked.set(one.choice ?? one.relation, one);
  const constraints = [...checked.keys()];
  const mention = incidence(network);
  const groups = new Groups<Cell>();
  const hidden = new Map(constraints.map((constraint) => [constraint, cellsUnder(constraint).filter(({ quantity }) => quantity === null)]));
  for (const cells of hidden.values()) groups.join(cells);
  const members = new Map<Cell, Constraint[]>();
  for (const [constraint, [first]] of hidden) {
    if (first === undefined) continue;
    const root = groups.find(first);
    members.set(root, [...(members.get(root) ?? []), constraint]);
  }
  const bound = (constraint: Constraint): readonly Constraint[] => {
    const first = hidden.get(constraint)?.[0];
    return first === undefined ? [constraint] : (members.get(groups.find(first)) ?? [constraint]);
  };
  const { homesOf, membersOf } = adjustedLists(constraints);
  const touched = new Map<Cell, Constraint[]>();
  return {
    checked,
    effort: { left: EFFORT },
    violated: constraints.filter((constraint) => {
      const one = checked.get(constraint);
      return one?.verdict === "violated" && !handled.has(one.relation);
    }),
    bound,
    touched: (cell) => {
      const before = touched.get(cell);
      if (before !== undefined) return before;
      const near = (mention.get(cell) ?? []).filter((constraint) => checked.has(constraint)).flatMap(bound);
      const found = [...new Set([...near, ...near.flatMap(homesOf).flatMap((home) => (excuses(home, cell) ? membersOf(home) : [home]))])];
      touched.set(cell, found);
      return found;
    },
    elastic: (constraint) => homesOf(constraint).length > 0,
  };
}

/** Only a list that adds up exactly excuses its shares: one that does now, or one that the cell may make do so. */
const excuses = (home: Constraint, cell: Cell): boolean => !isChoice(home) && (home.cells.includes(cell) || fitsExactly(home));

/**
 * Lists of shares that may have been made to add up, and the constraints that such a list speaks for: whether one share is excused
 * hangs on what rounding makes of the others.
 */
function adjustedLists(constraints: readonly Constraint[]) {
  const homes = new Map<Cell, Constraint[]>();
  for (const home of constraints) {
    if (isChoice(home) || home.kind.adjusted === undefined) continue;
    for (const cell of home.cells) if (isAdjustable(home, cell)) homes.set(cell, [...(homes.get(cell) ?? []), home]);
  }
  const members = new Map<Constraint, Constraint[]>();
  const homesOf = (constraint: Constraint): readonly Constraint[] =>
    homes.size === 0
      ? []
      : alternativesOf(constraint).flatMap(({ focus }) => (homes.get(focus) ?? []).filter((home) => home !== constraint));
  for (const constraint of homes.size === 0 ? [] : constraints) {
    for (const home of homesOf(constraint)) members.set(home, [...(members.get(home) ?? [home]), constraint]);
  }
  return { homesOf, membersOf: (home: Constraint): readonly Constraint[] => members.get(home) ?? [home] };
}

/** Violated constraints that share a figure which may be wrong, directly or through hidden cells. */
export function regionsOf(scene: Scene): Constraint[][] {
  const groups = new Groups<Cell | Constraint>();
  for (const constraint of scene.violated) {
    groups.join([
      constraint,
      ...scene
        .bound(constraint)
        .flatMap(cellsUnder)
        .filter((cell) => cell.quantity === null || mayBeWrong(cell)),
    ]);
  }
  const regions = new Map<Cell | Constraint, Constraint[]>();
  for (const constraint of scene.violated) {
    const root = groups.find(constraint);
    regions.set(root, [...(regions.get(root) ?? []), constraint]);
  }
  return [...regions.values()];
}

export const mayBeWrong = (cell: Cell): boolean => cell.quantity !== null && cell.domain.fixed !== true;

/** All true values under any reading that a verdict allows: rounded, cut, or a round count. */
export function widest(quantity: Quantity): Interval {
  const wide = hull(quantity.interval(), quantity.interval("truncate"));
  return quantity.isRound ? hull(wide, quantity.rounded) : wide;
}
