import type { Cell } from "./cell.ts";
import type { CheckResult } from "./check.ts";
import type { Decimal } from "./decimal.ts";
import { consensusOf } from "./internal/consensus.ts";
import { type Edit, isOneKeystroke, toPrinted } from "./internal/keystrokes.ts";
import { type Fix, isOneSlip, MARGIN, several, singles } from "./internal/repair.ts";
import { regionsOf, type Scene, sceneOf } from "./internal/scene.ts";
import { componentsOf, lightest } from "./internal/weighted.ts";
import type { Constraint } from "./network.ts";
import type { Quantity } from "./quantity.ts";
import type { Relation } from "./relation.ts";

export type { Edit } from "./internal/keystrokes.ts";

/** Figures to put in place of printed ones. */
export interface Repair {
  readonly cells: readonly {
    readonly cell: Cell;
    /** In the printed unit. */
    readonly expected: Decimal;
    /** How the printed figure may have come about. */
    readonly edit: Edit;
  }[];
  /** −log likelihood of these slips; the sum of weights when weights are given. */
  readonly cost: number;
  /** 0–1 among the repairs listed. */
  readonly posterior: number;
}

/** Violated relations that share figures, and what may be wrong with them. */
export interface Culprits {
  /** The violated relations that the repairs explain. */
  readonly relations: readonly Relation[];
  /** All within a factor of 20 of the likeliest, the likeliest first. */
  readonly repairs: readonly Repair[];
  /** True when the first repair is 20 times likelier than the next, and no slip of one key in any other figure would do. */
  readonly unique: boolean;
  /** True when no repair of up to three figures was found. */
  readonly exceeded: boolean;
  /** Bases of one meaning: one is far from all others (`odd`), or they merely differ. */
  readonly consensus?: "odd" | "differ";
}

export interface LocateOptions {
  /** How many figures may be wrong at once, at most; 3 unless given. */
  readonly figures?: 1 | 3;
  /**
   * Plain weights instead of keystrokes: what it costs to change a cell, 1 unless given, Infinity for never. Values are then any
   * number that the domain allows, and all sets of least weight are listed.
   */
  readonly weights?: ReadonlyMap<Cell, number>;
}

/**
 * The smallest and likeliest sets of wrong figures behind the violated relations, and what each should have been.
 *
 * Accuses nobody where repairs tie: look at `unique` first. Fixed cells and cells that state nothing are never accused.
 *
 * Source: Fellegi and Holt 1976; CHECK 2.4 for the costs, 1.9 for bases.
 */
export function locate(result: CheckResult, options: LocateOptions = {}): Culprits[] {
  const odd = consensusOf(result);
  const scene = sceneOf(result, new Set(odd.flatMap(({ relations }) => relations)));
  const bases = odd.map(({ base, relations, fixes, unique }): Culprits => {
    const repairs = repairsOf(fixes.map((change) => ({ changes: [change], cost: change.variant.cost })));
    return { relations, repairs, unique, exceeded: base !== null && fixes.length === 0, consensus: base === null ? "differ" : "odd" };
  });
  const { weights, figures = 3 } = options;
  const rest =
    weights === undefined ? regionsOf(scene).flatMap((region) => explain(scene, region, new Map(), figures)) : weighted(scene, weights);
  return [...rest, ...bases];
}

type Given = ReadonlyMap<Cell, Quantity>;

/** Whether one slip of a key in one figure would mend all that is violated; far cheaper than {@link locate}. */
export function isOneSlipAway(result: CheckResult): boolean {
  const scene = sceneOf(result);
  return scene.violated.length > 0 && isOneSlip(scene, scene.violated);
}

/** One figure if one explains the region, else several; several that each explain a part by themselves are told apart. */
function explain(scene: Scene, region: readonly Constraint[], given: Given, figures: 1 | 3 = 3): Culprits[] {
  const relations = relationsOf(scene, region);
  const one = singles(scene, region, given);
  if (one.length > 0) return [{ relations, repairs: repairsOf(one), unique: isUnique(one), exceeded: false }];
  if (figures === 1) return [{ relations, repairs: [], unique: false, exceeded: true }];
  const { fixes, exceeded } = several(scene, region);
  const parts = fixes[0] !== undefined && isUnique(fixes) ? split(scene, region, fixes[0]) : exceeded ? peel(scene, region, given) : null;
  return parts ?? [{ relations, repairs: repairsOf(fixes), unique: isUnique(fixes), exceeded }];
}

/** Independent errors in one region: each change mends relations of its own, and would be found there by itself. */
function split(scene: Scene, region: readonly Constraint[], { changes }: Fix): Culprits[] | null {
  const found: Culprits[] = [];
  const left = new Set(region);
  for (const { cell } of changes) {
    const others = new Map(changes.filter((change) => change.cell !== cell).map((change) => [change.cell, change.variant.quantity]));
    const touched = new Set(scene.touched(cell));
    const own = region.filter(
      (constraint) => touched.has(constraint) && ![...others.keys()].some((other) => scene.touched(other).includes(constraint)),
    );
    if (own.length === 0) return null;
    const fixes = singles(scene, own, others);
    if (!isUnique(fixes) || fixes[0]?.changes[0]?.cell !== cell) return null;
    for (const constraint of own) left.delete(constraint);
    found.push({ relations: relationsOf(scene, own), repairs: repairsOf(fixes), unique: true, exceeded: false });
  }
  return left.size === 0 ? found : null;
}

/** Where the whole is out of reach: a figure that alone, by one key, mends two or more relations comes out, and the rest is looked at again. */
function peel(scene: Scene, region: readonly Constraint[], given: Given): Culprits[] | null {
  for (const cell of new Set(region.flatMap((constraint) => [...(scene.checked.get(constraint)?.relation.cells ?? [])]))) {
    const own = region.filter((constraint) => scene.touched(cell).includes(constraint));
    if (own.length < 2 || own.length === region.length || given.has(cell)) continue;
    const fixes = singles(scene, own, given);
    const first = fixes[0]?.changes[0];
    if (first?.cell !== cell || !isOneKeystroke(first.variant.edit) || !isUnique(fixes)) continue;
    const rest = region.filter((constraint) => !own.includes(constraint));
    return [
      { relations: relationsOf(scene, own), repairs: repairsOf(fixes), unique: true, exceeded: false },
      ...explain(scene, rest, new Map([...given, [cell, first.variant.quantity]])),
    ];
  }
  return null;
}

const relationsOf = (scene: Scene, constraints: readonly Constraint[]): Relation[] =>
  constraints.flatMap((constraint) => scene.checked.get(constraint)?.relation ?? []);

/** 20 times likelier than the next, and no other figure has a rival that takes one key, however unlikely. */
function isUnique(fixes: readonly Fix[]): boolean {
  const [first, second] = fixes;
  if (first === undefined) return false;
  if (second !== undefined && second.cost - first.cost < MARGIN) return false;
  return fixes.every(
    ({ changes: [change, ...more] }) =>
      more.length > 0 || change === undefined || change.cell === first.changes[0]?.cell || !isOneKeystroke(change.variant.edit),
  );
}

function repairsOf(fixes: readonly Fix[]): Repair[] {
  const best = fixes[0]?.cost ?? 0;
  const kept = fixes.filter(({ cost }) => cost - best <= MARGIN);
  const total = kept.reduce((sum, { cost }) => sum + Math.exp(best - cost), 0);
  return kept.map(({ changes, cost }) => ({
    cells: changes.map(({ cell, variant }) => ({ cell, expected: variant.quantity.value, edit: variant.edit })),
    cost,
    posterior: Math.exp(best - cost) / total,
  }));
}

function weighted(scene: Scene, weights: ReadonlyMap<Cell, number>): Culprits[] {
  return componentsOf(scene).map(({ constraints, violated }) => {
    const { sets, exceeded } = lightest(constraints, (cell) => weights.get(cell) ?? 1);
    const repairs = sets.map(({ cells, values, cost }) => ({
      cells: cells.map((cell, i) => ({
        cell,
        expected: toPrinted(cell.quantity as Quantity, values[i] as never).toDecimal(),
        edit: "arbitrary" as const,
      })),
      cost,
      posterior: 1 / sets.length,
    }));
    return { relations: relationsOf(scene, violated), repairs, unique: repairs.length === 1, exceeded: exceeded || sets.length === 0 };
  });
}
