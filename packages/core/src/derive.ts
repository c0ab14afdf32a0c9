import { type Cell, cellWith } from "./cell.ts";
import { type CheckResult, check, checkAnd } from "./check.ts";
import { Groups } from "./internal/groups.ts";
import type { Propagation } from "./internal/propagate.ts";
import { divide, equals, fromDecimal, multiply, powerOfTen, type Rational, toPlaces } from "./internal/rational.ts";
import { solve } from "./internal/solve.ts";
import type { Interval } from "./interval.ts";
import { type Network, replaceCells } from "./network.ts";
import type { Override } from "./outcome.ts";
import { Quantity, quantity } from "./quantity.ts";
import type { Relation } from "./relation.ts";
import { noUnit, type Unit } from "./unit.ts";

/** How a cell that is to be filled will be printed; a share has no exact decimal, but it has one at two decimals. */
export interface Precision {
  readonly decimals: number;
  readonly unit?: Unit;
  readonly exponent?: number;
}

export interface DeriveOptions {
  /** The wanted precision of a cell; without one only an exact value fills it. */
  readonly precision?: (cell: Cell) => Precision | undefined;
}

export interface Derived {
  readonly network: Network;
  /** The filled cells, with their new quantities. */
  readonly filled: readonly Cell[];
  /** Cells that stay empty: more than one value would do, or none. */
  readonly undetermined: readonly Cell[];
}

/**
 * Fills the cells whose implied interval is one value, and lists the others.
 *
 * Relations that share empty cells are solved together. Where they contradict each other nothing is filled, and a fill that would
 * change the verdict of any relation to or from `violated` is dropped with its group, so the violations before and after are the same.
 *
 * - Unit: a cell takes unit, multiplier and decimals from its relation's other cells where these agree, else the base unit.
 */
export function derive(of: Network, options: DeriveOptions = {}): Derived {
  const empty = of.cells.filter((cell) => cell.quantity === null);
  const fillable = empty.filter((cell) => cell.status !== "notApplicable");
  const { result: before, known } = checkAnd(of);
  const violated = new Set(before.checked.filter(({ verdict }) => verdict === "violated").map(({ relation }) => relation));
  const groups = groupsOf(of.relations, fillable).filter(({ relations }) => !relations.some((relation) => violated.has(relation)));
  // Groups share no empty cell: without choices and conflicts, each knows of its cells what the whole does.
  const isKnown = of.choices.length === 0 && known.conflicts.size === 0;
  const fills = groups.map((group) => fill(group, options, isKnown ? known : undefined));
  const { network, swaps } = kept(of, fills, violations(before));
  return { network, filled: [...swaps.values()], undetermined: empty.filter((cell) => !swaps.has(cell)) };
}

interface Group {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
}

/** Empty cells with all relations that mention them; groups share no empty cell. */
function groupsOf(relations: readonly Relation[], empty: readonly Cell[]): Group[] {
  const wanted = new Set(empty);
  const joined = new Groups<Cell>();
  for (const relation of relations) joined.join(relation.cells.filter((cell) => wanted.has(cell)));
  const groups = new Map<Cell, { cells: Cell[]; relations: Relation[] }>();
  for (const cell of empty) {
    const root = joined.find(cell);
    const group = groups.get(root) ?? { cells: [], relations: [] };
    group.cells.push(cell);
    groups.set(root, group);
  }
  for (const relation of relations) {
    const first = relation.cells.find((cell) => wanted.has(cell));
    if (first !== undefined) groups.get(joined.find(first))?.relations.push(relation);
  }
  return [...groups.values()].filter((group) => group.relations.length > 0);
}

/** Rounds of solving; what one round fills may make a ratio linear in the next. */
function fill(group: Group, { precision }: DeriveOptions, known: Propagation | undefined): Map<Cell, Cell> {
  const filled = new Map<Cell, Cell>();
  for (;;) {
    const left = group.cells.filter((cell) => !filled.has(cell));
    if (left.length === 0) return filled;
    const assume: Override = (cell) => filled.get(cell)?.quantity ?? undefined;
    const ranges = solve(group.relations, left, assume, filled.size === 0 ? known : undefined);
    if (ranges === null) return new Map();
    let more = false;
    for (const [cell, range] of ranges) {
      const made = single(cell, range, group.relations, precision?.(cell));
      if (made === null) continue;
      filled.set(cell, cellWith(cell, made));
      more = true;
    }
    if (!more) return filled;
  }
}

/** The one quantity that the interval leaves for the cell, or null. */
function single(cell: Cell, { low, high, isPoint }: Interval, relations: readonly Relation[], wanted?: Precision): Quantity | null {
  if (low === null || high === null) return null;
  const { unit, exponent, decimals } = wanted === undefined ? manner(cell, relations) : { unit: noUnit, exponent: 0, ...wanted };
  const printed = (end: Rational): Rational => inUnitOf(end, exponent + (unit.exponent ?? 0));
  if (wanted === undefined) return isPoint ? exactly(printed(low), { unit, exponent, decimals }) : null;
  const nearest = toPlaces(printed(low), decimals);
  if (!isPoint && !equals(nearest, toPlaces(printed(high), decimals))) return null;
  const isExact = isPoint && equals(nearest, printed(low)) && unit.kind === "count" && exponent === 0 && decimals === 0;
  return new Quantity(nearest, decimals, unit, exponent, isExact, undefined, undefined);
}

/** A value of the base unit in another, so many powers of ten larger. */
const inUnitOf = (base: Rational, shift: number): Rational =>
  shift >= 0 ? divide(base, powerOfTen(shift)) : multiply(base, powerOfTen(-shift));

/** A value with all its decimals, if they end. */
function exactly(value: Rational, { unit, exponent, decimals }: { unit: Unit; exponent: number; decimals: number }): Quantity | null {
  const all = value.toDecimal();
  if (!equals(fromDecimal(all), value)) return null;
  return quantity({ value: all, unit, exponent, decimals: Math.max(decimals, all.decimalPlaces()), exact: true });
}

/** How the cell's neighbours in a weighted sum are printed, when they agree. */
function manner(cell: Cell, relations: readonly Relation[]): { unit: Unit; exponent: number; decimals: number } {
  for (const relation of relations) {
    if (!relation.cells.includes(cell) || relation.law.linear === null) continue;
    const others = relation.cells.flatMap((one) => (one.quantity === null ? [] : [one.quantity]));
    const first = others[0];
    if (first === undefined || !others.every(({ unit, exponent }) => unit.id === first.unit.id && exponent === first.exponent)) continue;
    return { unit: first.unit, exponent: first.exponent, decimals: Math.max(0, ...others.map(({ decimals }) => decimals)) };
  }
  return { unit: noUnit, exponent: 0, decimals: 0 };
}

/** The network with all fills; where they would change what is violated (through a choice, say), with those groups that do not. */
function kept(
  of: Network,
  fills: readonly ReadonlyMap<Cell, Cell>[],
  before: string,
): { network: Network; swaps: ReadonlyMap<Cell, Cell> } {
  const all = new Map(fills.flatMap((fill) => [...fill]));
  const network = replaceCells(of, all);
  if (all.size === 0 || violations(check(network)) === before) return { network, swaps: all };
  let swaps = new Map<Cell, Cell>();
  for (const fill of fills) {
    const more = new Map([...swaps, ...fill]);
    if (violations(check(replaceCells(of, more))) === before) swaps = more;
  }
  return { network: replaceCells(of, swaps), swaps };
}

/** Which relations are violated, as one text to compare. */
const violations = ({ checked }: CheckResult): string => checked.map(({ verdict }) => verdict === "violated").join();
