import type { Cell } from "../cell.ts";
import type { Checked, CheckResult } from "../check.ts";
import { type Interval, meets } from "../interval.ts";
import { impliedInterval, stand, unknownCells } from "../outcome.ts";
import type { Quantity } from "../quantity.ts";
import type { Relation } from "../relation.ts";
import { type Variant, variantsOf } from "./keystrokes.ts";
import { implied } from "./law-verdict.ts";
import { absolute, compare, multiply, type Rational, subtract } from "./rational.ts";

/** A base that lies far from all others, with what would bring it back; or bases that merely differ (`base` null). */
export interface Odd {
  readonly base: Cell | null;
  readonly relations: readonly Relation[];
  readonly fixes: readonly { readonly cell: Cell; readonly variant: Variant }[];
  readonly unique: boolean;
}

/**
 * Bases worked out from different figures: one farther than the tolerance from every other is wrong, and only its own figures are
 * suspects; bases within the tolerance that do not meet come from different years, and are one finding without a culprit.
 *
 * Source: CHECK 1.9.
 */
export function consensusOf({ checked, known }: CheckResult): Odd[] {
  if (checked.every(({ relation }) => relation.kind.consensus === undefined)) return [];
  const violated = new Set(checked.filter(({ verdict }) => verdict === "violated").map(({ relation }) => relation));
  const tiesOf = tiesByCell(checked);
  return checked.flatMap(({ relation }) => {
    const { consensus } = relation.kind;
    if (consensus === undefined) return [];
    const bases = basesOf(relation, consensus.place, tiesOf, known);
    const wrong = violated.has(relation) || bases.some(({ ties }) => ties.some((tie) => violated.has(tie)));
    return wrong ? group(relation, bases, consensus.tolerance) : [];
  });
}

interface Base {
  readonly cell: Cell;
  /** The relations that give it its value. */
  readonly ties: readonly Relation[];
  readonly interval: Interval;
}

/** The relations of each cell, those that only compare bases left out. */
function tiesByCell(checked: readonly Checked[]): ReadonlyMap<Cell, readonly Relation[]> {
  const ties = new Map<Cell, Relation[]>();
  for (const { relation } of checked) {
    if (relation.kind.consensus !== undefined) continue;
    for (const cell of relation.cells) {
      const list = ties.get(cell);
      if (list) list.push(relation);
      else ties.set(cell, [relation]);
    }
  }
  return ties;
}

function basesOf(
  relation: Relation,
  place: string,
  tiesOf: ReadonlyMap<Cell, readonly Relation[]>,
  known: (cell: Cell) => Interval,
): Base[] {
  return (relation.places[place] as Cell[]).map((cell) => {
    const ties = tiesOf.get(cell) ?? [];
    // a base that no whole number fits still lies somewhere
    const [only, ...more] = ties.map((tie) => implied(tie.law, cell, stand(unknownCells)));
    return { cell, ties, interval: cell.quantity?.interval() ?? (more.length === 0 ? only : null) ?? known(cell) };
  });
}

function group(relation: Relation, bases: readonly Base[], tolerance: Rational): Odd[] {
  const near = (a: Interval, b: Interval): boolean => apart(a, b, tolerance) === false;
  const odd = bases.filter((base) => bases.every((other) => other === base || !near(base.interval, other.interval)));
  const even = bases.filter((base) => !odd.includes(base));
  const found = odd.map((base): Odd => {
    const others = (even.length > 0 ? even : bases).filter((other) => other !== base).map(({ interval }) => interval);
    const fixes = back(base, others, near);
    return { base: base.cell, relations: [relation, ...base.ties], fixes, unique: even.length > 0 && fixes.length === 1 };
  });
  const settled = [...even.map(({ interval }) => [interval]), ...odd.map((base, i) => repaired(base, found[i]?.fixes ?? []))].filter(
    ({ length }) => length > 0,
  );
  const differ = even.length > 0 && settled.some((a) => settled.some((b) => a.every((x) => b.every((y) => !meets(x, y)))));
  return differ ? [...found, { base: null, relations: [relation], fixes: [], unique: false }] : found;
}

/** Whether the gap between two intervals is more than so much of the nearer end. */
function apart(a: Interval, b: Interval, tolerance: Rational): boolean {
  if (meets(a, b)) return false;
  const gaps: [Rational, Rational][] = [];
  if (a.high !== null && b.low !== null && compare(a.high, b.low) <= 0) gaps.push([a.high, b.low]);
  if (b.high !== null && a.low !== null && compare(b.high, a.low) <= 0) gaps.push([b.high, a.low]);
  return gaps.every(([below, above]) => compare(subtract(above, below), multiply(absolute(above), tolerance)) > 0);
}

/**
 * Other readings of the base's own figures that bring it near another base: a separator first, then slips in the focus (in the
 * others when the focus states nothing). Those that meet another base come before those that are merely near; the cheapest win.
 */
function back(base: Base, others: readonly Interval[], near: (a: Interval, b: Interval) => boolean): Odd["fixes"] {
  const ranked: { cell: Cell; variant: Variant; rank: number }[] = [];
  for (const tie of base.ties) {
    const stated = tie.cells.filter((cell) => cell.quantity !== null && cell.domain.fixed !== true);
    const main = stated.includes(tie.focus) ? [tie.focus] : stated;
    for (const cell of stated)
      for (const variant of variantsOf(cell.quantity as Quantity)) {
        if (variant.edit !== "separator" && !main.includes(cell)) continue;
        const interval = under(base, tie, cell, variant);
        if (interval === null || !others.some((other) => near(interval, other))) continue;
        ranked.push({
          cell,
          variant,
          rank: (others.some((other) => meets(interval, other)) ? 0 : 2) + (variant.edit === "separator" ? 0 : 1),
        });
      }
  }
  const separators = ranked.filter(({ variant }) => variant.edit === "separator");
  const left = separators.length > 0 ? separators : ranked;
  const best = Math.min(...left.map(({ rank }) => rank));
  const kept = left.filter(({ rank }) => rank === best);
  const cheapest = Math.min(...kept.map(({ variant }) => variant.cost));
  return kept.filter(({ variant }) => variant.cost - cheapest < 1e-9).map(({ cell, variant }) => ({ cell, variant }));
}

const under = (base: Base, tie: Relation, cell: Cell, variant: Variant): Interval | null =>
  impliedInterval(tie, base.cell, unknownCells, (one) => (one === cell ? variant.quantity : undefined));

function repaired(base: Base, fixes: Odd["fixes"]): Interval[] {
  return fixes.flatMap(({ cell, variant }) =>
    base.ties.flatMap((tie) => (tie.cells.includes(cell) ? (under(base, tie, cell, variant) ?? []) : [])),
  );
}
