import type { Cell } from "./cell.ts";
import { KhopError } from "./errors.ts";
import type { Misprint } from "./misprint.ts";
import type { Relation } from "./relation.ts";

/** Several relations of which exactly one is meant: two possible bases, "%" as percent or as points. */
export interface Choice {
  readonly id: string;
  /** The likeliest first. */
  readonly alternatives: readonly Relation[];
}

/** Cells, the relations that tie them, and the choices between relations. */
export interface Network {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
  readonly choices: readonly Choice[];
  /** Cells whose numbers are written as none is. */
  readonly misprints?: readonly Misprint[];
}

/** A relation that must hold, or a choice of which one must. */
export type Constraint = Relation | Choice;

export const isChoice = (constraint: Constraint): constraint is Choice => "alternatives" in constraint;

export const alternativesOf = (constraint: Constraint): readonly Relation[] =>
  isChoice(constraint) ? constraint.alternatives : [constraint];

/** Every relation and choice. */
const constraintsOf = (network: Network): readonly Constraint[] => [...network.relations, ...network.choices];

/**
 * A network from its parts; cells of relations that are not listed are added.
 *
 * @throws KhopError `core/duplicate-id` when two cells share an id.
 */
export function network(input: {
  cells?: readonly Cell[];
  relations?: readonly Relation[];
  choices?: readonly Choice[];
  misprints?: readonly Misprint[];
}): Network {
  const cells = new Map<string, Cell>();
  const put = (cell: Cell): void => {
    const before = cells.get(cell.id);
    if (before !== undefined && before !== cell) {
      throw new KhopError("core/duplicate-id", `Two cells are called "${cell.id}". Give each its own id.`, { id: cell.id });
    }
    cells.set(cell.id, cell);
  };
  const relations = input.relations ?? [];
  const choices = input.choices ?? [];
  input.cells?.forEach(put);
  for (const relation of relations) relation.cells.forEach(put);
  for (const choice of choices) for (const relation of choice.alternatives) relation.cells.forEach(put);
  const { misprints = [] } = input;
  for (const { cell } of misprints) put(cell);
  return { cells: [...cells.values()], relations, choices, ...(misprints.length > 0 ? { misprints } : {}) };
}

/** The network with other cells in place of some, every relation that mentions them re-tied. */
export function replaceCells(of: Network, swaps: ReadonlyMap<Cell, Cell>): Network {
  if (swaps.size === 0) return of;
  const swap = (cell: Cell): Cell => swaps.get(cell) ?? cell;
  return {
    cells: of.cells.map(swap),
    relations: of.relations.map((relation) => (relation.cells.some((cell) => swaps.has(cell)) ? relation.replace(swap) : relation)),
    choices: of.choices.map((choice) => ({ ...choice, alternatives: choice.alternatives.map((relation) => relation.replace(swap)) })),
    ...(of.misprints === undefined ? {} : { misprints: of.misprints.map((one) => ({ ...one, cell: swap(one.cell) })) }),
  };
}

/** For each cell the constraints that mention it. */
export function incidence(of: Network): ReadonlyMap<Cell, readonly Constraint[]> {
  const at = new Map<Cell, Constraint[]>();
  for (const constraint of constraintsOf(of)) {
    for (const cell of new Set(alternativesOf(constraint).flatMap((relation) => relation.cells))) {
      const list = at.get(cell);
      if (list) list.push(constraint);
      else at.set(cell, [constraint]);
    }
  }
  return at;
}
