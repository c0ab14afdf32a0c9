import { type Cell, domainInterval } from "../cell.ts";
import { everything, type Interval, integersIn, intersect } from "../interval.ts";
import { type Override, stand } from "../outcome.ts";
import type { Relation } from "../relation.ts";
import { project, solved, TooLarge } from "./fourier-motzkin.ts";
import { type Row, rowsOf } from "./law-rows.ts";
import { propagate } from "./propagate.ts";
import { ONE } from "./rational.ts";

/** Eliminating further cells than these, pair by pair, is not worth the time; equations and propagation go on. */
const MOST = 14;

/**
 * What all relations together leave for each of some cells that state nothing; null when they contradict each other.
 *
 * Linear relations are solved together, exactly; the others narrow cell by cell.
 *
 * @param known what the relations say cell by cell, where that has been worked out
 */
export function solve(
  relations: readonly Relation[],
  cells: readonly Cell[],
  assume: Override,
  known = propagate(relations, assume),
): Map<Cell, Interval> | null {
  if (relations.some((relation) => known.conflicts.has(relation))) return null;
  // What a relation alone settles is a number for all the others.
  const free = new Set(cells.filter((cell) => !known.interval(cell).isPoint));
  const rows: Row[] = [];
  for (const relation of relations) rows.push(...(rowsOf(relation.law.law, (cell) => free.has(cell), stand(known, assume)) ?? []));
  for (const cell of cells) {
    const domain = domainInterval(cell.domain);
    if (domain === null) return null;
    if (!free.has(cell)) continue;
    if (domain.isBounded || domain.low !== null || domain.high !== null) rows.push({ weights: new Map([[cell, ONE]]), within: domain });
  }
  if (!feasible(rows)) return null;
  const ranges = new Map<Cell, Interval>();
  for (const cell of cells) {
    const alone = known.interval(cell);
    const together = free.has(cell) ? intersect(alone, jointly(rows, cell)) : alone;
    const range = together && cell.domain.integer ? integersIn(together) : together;
    if (range === null) return null;
    ranges.set(cell, range);
  }
  return ranges;
}

function feasible(rows: readonly Row[]): boolean {
  try {
    return project(rows) !== null;
  } catch (error) {
    if (error instanceof TooLarge) return true;
    throw error;
  }
}

function jointly(rows: readonly Row[], cell: Cell): Interval {
  try {
    const left = solved(rows, cell);
    const cells = new Set(left.flatMap(({ weights }) => [...weights.keys()]));
    return (
      (cells.size > MOST
        ? project(
            left.filter(({ weights }) => only(weights, cell)),
            cell,
          )
        : project(left, cell)) ?? everything
    );
  } catch (error) {
    if (error instanceof TooLarge) return everything;
    throw error;
  }
}

const only = (weights: ReadonlyMap<Cell, unknown>, cell: Cell): boolean => weights.size === 1 && weights.has(cell);
