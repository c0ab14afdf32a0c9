import { type Cell, domainInterval } from "../cell.ts";
import { everything, Interval, integersIn, intersect, point } from "../interval.ts";
import { cellsOf } from "../law.ts";
import { impliedInterval, isRound, type Known, type Override, outcome, isEmpty as statesNothing } from "../outcome.ts";
import { Quantity } from "../quantity.ts";
import type { Relation } from "../relation.ts";
import { add, ceiling, compare, divide, equals, floor, integer, multiply, ONE, powerOfTen, type Rational, subtract } from "./rational.ts";

/**
 * What the relations say of cells that state nothing.
 *
 * First each relation with a single empty cell gives that cell an interval; where those exclude each other, all of them are in
 * conflict. Then relations with several empty cells narrow them further until nothing moves; one that would leave a cell without
 * any value is itself in conflict and narrows nothing. So blame falls on the relation that ties the hidden cells together, not
 * on every figure behind them.
 */
export interface Propagation extends Known {
  /** True when something beside this relation bounds the cell. */
  readonly boundBeside: (cell: Cell, relation: Relation) => boolean;
  readonly conflicts: ReadonlySet<Relation>;
  readonly intervals: ReadonlyMap<Cell, Interval>;
}

const nothing: Propagation = {
  interval: (cell) => domainInterval(cell.domain) ?? everything,
  bound: () => false,
  boundBeside: () => false,
  conflicts: new Set(),
  intervals: new Map(),
};

const ROUNDS = 40;
/** Cells without a bound on one side that push each other up or down do so for ever; after so many rounds nothing more is learnt from them. */
const OPEN_ROUNDS = 6;

/** Hidden cells in a circle narrow each other forever, in fractions that grow; ends longer than this are set out to a grid. */
const LONGEST = 2n ** 64n;
const GRID = powerOfTen(15);

/** The interval, or a hair more: with ends short enough to go on with. */
function shortened(interval: Interval): Interval {
  const { low, high, loClosed, hiClosed } = interval;
  if (!isLong(low) && !isLong(high)) return interval;
  return new Interval(
    low && isLong(low) ? divide(floor(multiply(low, GRID)), GRID) : low,
    high && isLong(high) ? divide(ceiling(multiply(high, GRID)), GRID) : high,
    loClosed,
    hiClosed,
  );
}

const isLong = (end: Rational | null): boolean => end !== null && typeof end.d === "bigint" && end.d > LONGEST;

/** @param thorough whether a conflict is also tried with the numbers that a round count may have been rounded from */
export function propagate(relations: readonly Relation[], override?: Override, thorough = true): Propagation {
  const stated = spread(relations, override);
  if (stated.conflicts.size === 0 || !thorough) return stated;
  // A conflict that is gone for some number that a round count may have been rounded from was none.
  const near = boundTo(stated.conflicts, relations, override);
  let best = stated.conflicts.size;
  let reading: Override | undefined;
  for (const [cell, values] of roundCounts(near, override)) {
    for (const value of values) {
      if (best === 0) break;
      const assume: Override = (one) => (one === cell ? value : override?.(one));
      const left = spread(near, assume).conflicts.size;
      if (left < best) [best, reading] = [left, assume];
    }
  }
  return reading ? spread(relations, reading) : stated;
}

/** The relations that are bound to those in conflict through hidden cells. */
function boundTo(conflicts: ReadonlySet<Relation>, relations: readonly Relation[], override?: Override): Relation[] {
  const hidden = relations
    .map((relation) => ({ relation, empty: relation.cells.filter((cell) => statesNothing(cell, override)) }))
    .filter(({ empty }) => empty.length > 0);
  const cells = new Set<Cell>();
  const found = new Set<Relation>(conflicts);
  for (let before = -1; before !== found.size + cells.size; ) {
    before = found.size + cells.size;
    for (const { relation, empty } of hidden) {
      if (!found.has(relation) && !empty.some((cell) => cells.has(cell))) continue;
      found.add(relation);
      for (const cell of empty) cells.add(cell);
    }
  }
  return [...found];
}

const MOST = 1001;

/** The numbers that each round count beside hidden cells may have been rounded from; where they are too many, the count stays as stated. */
function roundCounts(relations: readonly Relation[], override?: Override): Map<Cell, Interval[]> {
  const found = new Map<Cell, Interval[]>();
  for (const relation of relations) {
    if (!relation.cells.some((cell) => statesNothing(cell, override))) continue;
    for (const cell of relation.cells) {
      if (found.has(cell) || !isRound(cell, override)) continue;
      const assumed = override?.(cell);
      const quantity = assumed instanceof Quantity ? assumed : cell.quantity;
      if (quantity?.exact) found.set(cell, numbersIn(quantity.rounded));
    }
  }
  return found;
}

function numbersIn({ low, high }: Interval): Interval[] {
  if (low === null || high === null || compare(subtract(high, low), integer(MOST)) > 0) return [];
  const numbers: Interval[] = [];
  for (let n = ceiling(low); compare(n, high) <= 0; n = add(n, ONE)) numbers.push(point(n));
  return numbers;
}

function spread(relations: readonly Relation[], override: Override | undefined): Propagation {
  const isEmpty = (cell: Cell): boolean => statesNothing(cell, override);
  const single = new Map<Cell, Relation[]>();
  const several: Relation[] = [];
  let any = false;
  for (const relation of relations) {
    let empty: Cell | undefined;
    let more = false;
    for (const cell of relation.cells) {
      if (!isEmpty(cell)) continue;
      if (empty === undefined) empty = cell;
      else more = true;
    }
    if (empty === undefined) continue;
    any = true;
    if (more) several.push(relation);
    else {
      const list = single.get(empty);
      if (list) list.push(relation);
      else single.set(empty, [relation]);
    }
  }
  if (!any) return nothing;

  const intervals = new Map<Cell, Interval>();
  const bounded = new Map<Cell, Set<Relation>>();
  const conflicts = new Set<Relation>();
  const known: Known = {
    interval: (cell) => intervals.get(cell) ?? domainInterval(cell.domain) ?? everything,
    bound: (cell) => intervals.has(cell),
  };
  const credit = (cell: Cell, relation: Relation): void => {
    const sources = bounded.get(cell);
    if (sources) sources.add(relation);
    else bounded.set(cell, new Set([relation]));
  };
  const tighten = (cell: Cell, by: Interval, relation: Relation): boolean | null => {
    const before = known.interval(cell);
    const meet = intersect(before, by);
    const after = meet && cell.domain.integer ? integersIn(meet) : meet;
    if (after === null) return null;
    if (same(before, after)) return false;
    intervals.set(cell, after);
    credit(cell, relation);
    return true;
  };

  for (const [cell, defining] of single) {
    const unbound: Known = { interval: (one) => domainInterval(one.domain) ?? everything, bound: () => false };
    const free = defining.map((relation) => impliedInterval(relation, cell, unbound, override));
    let failed = free.some((interval) => interval === null);
    if (!failed)
      for (let i = 0; i < defining.length && !failed; i++) failed = tighten(cell, free[i] as Interval, defining[i] as Relation) === null;
    if (!failed) {
      // One that only says again what another has said bounds the cell as well, whichever comes first.
      free.forEach((interval, i) => {
        if (interval !== null && intervals.has(cell) && !same(interval, everything)) credit(cell, defining[i] as Relation);
      });
      continue;
    }
    intervals.delete(cell);
    const alone = defining.filter((relation, i) => free[i] === null || outcome(relation, unbound, override).verdict === "violated");
    for (const relation of alone.length > 0 ? alone : defining) conflicts.add(relation);
  }

  for (let round = 0, moved = several.length > 0; moved && round < ROUNDS; round++) {
    moved = false;
    for (const relation of several) {
      // Bases that are only compared do not narrow each other: each stays what its own ratio says.
      if (conflicts.has(relation) || relation.kind.consensus) continue;
      for (const cell of relation.cells) {
        if (!isEmpty(cell)) continue;
        const free = impliedInterval(relation, cell, known, override);
        const step = free === null ? null : tighten(cell, shortened(free), relation);
        if (step === null) {
          conflicts.add(relation);
          break;
        }
        moved ||= step && (round < OPEN_ROUNDS || isBounded(known.interval(cell)));
      }
    }
  }
  for (const relation of several) {
    const empty = relation.cells.filter(isEmpty);
    if (!conflicts.has(relation) && empty.every((cell) => intervals.has(cell))) for (const cell of empty) bounded.get(cell)?.add(relation);
  }
  const boundBeside = (cell: Cell, relation: Relation): boolean => {
    const sources = bounded.get(cell);
    return sources !== undefined && (sources.size > 1 || !sources.has(relation) || counts(relation, cell));
  };
  return { ...known, boundBeside, conflicts, intervals };
}

const isBounded = ({ low, high }: Interval): boolean => low !== null && high !== null;

/** A relation that states several figures about one hidden cell says something by itself. */
const counts = ({ law: { law } }: Relation, cell: Cell): boolean =>
  law.op === "all" && law.laws.filter((one) => cellsOf(one).includes(cell)).length > 1;

function same(a: Interval, b: Interval): boolean {
  return a.loClosed === b.loClosed && a.hiClosed === b.hiClosed && isSameEnd(a.low, b.low) && isSameEnd(a.high, b.high);
}

const isSameEnd = (a: Rational | null, b: Rational | null): boolean => a === b || (a !== null && b !== null && equals(a, b));
