import { type Cell, domainInterval } from "../cell.ts";
import { contains, Interval, intersect, point } from "../interval.ts";
import { alternativesOf, type Constraint } from "../network.ts";
import { isEmpty, type Override, stand, unknownCells } from "../outcome.ts";
import type { Quantity } from "../quantity.ts";
import type { Relation } from "../relation.ts";
import { project, TooLarge } from "./fourier-motzkin.ts";
import { Groups } from "./groups.ts";
import { type Row, rowsOf } from "./law-rows.ts";
import { propagate } from "./propagate.ts";
import { add, divide, integer, ONE, type Rational } from "./rational.ts";
import { cellsUnder, mayBeWrong, type Scene } from "./scene.ts";

/** Figures to free so that all constraints can hold, and values that do. */
export interface Freed {
  readonly cells: readonly Cell[];
  readonly values: readonly Rational[];
  readonly cost: number;
}

/** Whole components that hold a violation: a freed figure may bring any neighbour with it. */
export function componentsOf(scene: Scene): { constraints: Constraint[]; violated: Constraint[] }[] {
  const groups = new Groups<Cell | Constraint>();
  for (const constraint of scene.checked.keys()) groups.join([constraint, ...cellsUnder(constraint)]);
  const components = new Map<Cell | Constraint, { constraints: Constraint[]; violated: Constraint[] }>();
  for (const [constraint, { verdict }] of scene.checked) {
    const root = groups.find(constraint);
    const component = components.get(root) ?? { constraints: [], violated: [] };
    component.constraints.push(constraint);
    if (verdict === "violated") component.violated.push(constraint);
    components.set(root, component);
  }
  return [...components.values()].filter(({ violated }) => violated.length > 0);
}

/**
 * All sets of least total weight whose figures, set free, let every constraint of the component hold; exact (Fellegi and Holt).
 *
 * Branches on a constraint that the freed figures cannot mend: one of its other figures must be freed too.
 */
export function lightest(constraints: readonly Constraint[], weightOf: (cell: Cell) => number): { sets: Freed[]; exceeded: boolean } {
  const found: Freed[] = [];
  const seen = new Set<string>();
  const queue: { cells: readonly Cell[]; cost: number }[] = [{ cells: [], cost: 0 }];
  for (let tries = 0; queue.length > 0; tries++) {
    if (tries === PATIENCE) return { sets: found, exceeded: true };
    const { cells, cost } = queue.shift() as (typeof queue)[number];
    if (found[0] !== undefined && cost > found[0].cost) break;
    const { values, broken } = attempt(constraints, cells);
    if (values !== null) {
      found.push({ cells, values, cost });
      continue;
    }
    for (const cell of new Set(broken.flatMap(cellsUnder))) {
      const weight = weightOf(cell);
      if (!mayBeWrong(cell) || weight === Infinity || cells.includes(cell)) continue;
      const more = [...cells, cell];
      const key = more
        .map(({ id }) => id)
        .sort()
        .join("\n");
      if (!seen.has(key)) insert(queue, { cells: more, cost: cost + weight });
      seen.add(key);
    }
  }
  return { sets: found, exceeded: false };
}

const PATIENCE = 20_000;

/** Keeps the queue sorted by cost, first come first served. */
function insert<T extends { cost: number }>(queue: T[], item: T): void {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue[middle] as T).cost <= item.cost) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, item);
}

/** Values for the freed figures, or the constraints one of whose figures must be freed as well. */
function attempt(constraints: readonly Constraint[], freed: readonly Cell[]): { values: Rational[] | null; broken: readonly Constraint[] } {
  const free: Override = (cell) => (freed.includes(cell) ? null : undefined);
  const open = (constraint: Constraint): boolean =>
    alternativesOf(constraint).some(({ cells }) => cells.some((cell) => isEmpty(cell, free)));
  const settled = constraints.filter((constraint) => !open(constraint));
  const wrong = settled.find((constraint) => alternativesOf(constraint).every((relation) => system([relation], free) === null));
  if (wrong !== undefined) return { values: null, broken: [wrong] };
  const loose = constraints.filter(open);
  for (const relations of readings(loose)) {
    const rows = system(relations, free);
    const values = rows && chosen(rows, freed);
    if (values !== null) return { values, broken: [] };
  }
  return { values: null, broken: loose };
}

function readings(constraints: readonly Constraint[]): Relation[][] {
  let all: Relation[][] = [[]];
  for (const constraint of constraints) all = all.flatMap((before) => alternativesOf(constraint).map((relation) => [...before, relation]));
  return all;
}

/** The relations and domains as rows over the free cells; null when they contradict each other. */
function system(relations: readonly Relation[], free: Override): Row[] | null {
  const known = propagate(relations, free);
  if (relations.some((relation) => known.conflicts.has(relation))) return null;
  const rows: Row[] = [];
  const cells = new Set<Cell>();
  for (const relation of relations) {
    for (const cell of relation.cells) if (isEmpty(cell, free)) cells.add(cell);
    rows.push(...(rowsOf(relation.law.law, (cell) => isEmpty(cell, free), stand(unknownCells, free)) ?? []));
  }
  for (const cell of cells) {
    const domain = domainInterval(cell.domain);
    if (domain !== null && (domain.low !== null || domain.high !== null)) rows.push({ weights: new Map([[cell, ONE]]), within: domain });
  }
  try {
    return project(rows) === null ? null : rows;
  } catch (error) {
    if (error instanceof TooLarge) return rows;
    throw error;
  }
}

/** A value for each figure, the nearest to the printed one that the values before it allow. */
function chosen(rows: readonly Row[], freed: readonly Cell[]): Rational[] | null {
  const values: Rational[] = [];
  const left = [...rows];
  for (const cell of freed) {
    const range = project(left, cell);
    if (range === null) return null;
    const value = nearest(range, (cell.quantity as Quantity).base);
    values.push(value);
    left.push({ weights: new Map([[cell, ONE]]), within: point(value) });
  }
  return values;
}

function nearest(range: Interval, printed: Rational): Rational {
  if (contains(range, printed)) return printed;
  const [end, closed, inwards] =
    intersect(range, new Interval(printed, null)) === null
      ? ([range.high, range.hiClosed, -1] as const)
      : ([range.low, range.loClosed, 1] as const);
  if (closed || end === null) return end ?? printed;
  const other = inwards > 0 ? range.high : range.low;
  return other === null ? add(end, integer(inwards)) : divide(add(end, other), integer(2));
}
