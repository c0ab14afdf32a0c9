import type { Cell } from "../cell.ts";
import type { Decimal } from "../decimal.ts";
import { computedValue, fitsExactly, type Known, keptWithin, type Outcome, type Override } from "../outcome.ts";
import { Quantity } from "../quantity.ts";
import type { Relation } from "../relation.ts";

/**
 * Outcomes in which a share off by one last digit is not wrong, where the shares of its list were made to add up exactly, and
 * rounding each share would not have done so.
 *
 * - Source: CHECK 1.5, largest remainder.
 */
export function excuseAdjusted(relations: readonly Relation[], outcomes: readonly Outcome[], known: Known, override?: Override): Outcome[] {
  const lists = relations.filter((home, i) => home.kind.adjusted !== undefined && outcomes[i]?.verdict === "holds");
  if (lists.length === 0 || outcomes.every(({ verdict }) => verdict !== "violated")) return [...outcomes];
  const byFocus = Map.groupBy(relations, ({ focus }) => focus);
  const homes = lists.filter((home) => fitsExactly(home, override) && !fitsExactly(home, roundedShares(home, byFocus, override)));
  const adjustable = new Set(homes.flatMap(adjustableIn));
  return outcomes.map((one, i) => {
    const relation = relations[i] as Relation;
    if (one.verdict !== "violated" || !adjustable.has(relation.focus)) return one;
    return keptWithin(relation, relation.focus, known, override) ? { verdict: "holds", reason: "adjusted" } : one;
  });
}

const adjustableIn = ({ kind, places }: Relation): readonly Cell[] =>
  kind.adjusted === undefined ? [] : (places[kind.adjusted] as readonly Cell[]);

/** Whether the cell is one of those that may be moved by one last digit so that the relation fits exactly. */
export const isAdjustable = (home: Relation, cell: Cell): boolean => adjustableIn(home).includes(cell);

/** Each share of the list as rounding prints what its own relation makes of it; as stated, where that cannot be told. */
function roundedShares(home: Relation, byFocus: ReadonlyMap<Cell, readonly Relation[]>, override?: Override): Override {
  const rounded = new Map<Cell, Quantity>();
  for (const share of adjustableIn(home)) {
    for (const relation of byFocus.get(share) ?? []) {
      if (relation === home || relation.places[relation.kind.focus] === undefined) continue;
      const print = printOf(share, override);
      const made: Decimal | null = print && computedValue(relation, override);
      if (print && made) rounded.set(share, print.with(made.toDecimalPlaces(print.decimals)));
    }
  }
  return (cell) => rounded.get(cell) ?? override?.(cell);
}

function printOf(cell: Cell, override?: Override): Quantity | null {
  const assumed = override?.(cell);
  return assumed === undefined ? cell.quantity : assumed instanceof Quantity ? assumed : null;
}
