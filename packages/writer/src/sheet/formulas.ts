import { type Cell, cellsIn, type Formula, formulaOf, type Network, type Relation } from "@khop/core";
import { isNumber } from "./shown.ts";

/**
 * The figures that are worked out, each with its formula: those that a relation is there to make, those that no fact states, and those
 * that only say another figure again.
 *
 * Where several relations make a figure, the one that asks for fewest figures from elsewhere does; none that would lead back to it.
 */
export function formulasOf({ relations }: Network, placed: ReadonlySet<Cell>): ReadonlyMap<Cell, Formula> {
  const ties = new Map<Cell, Relation[]>();
  for (const relation of relations) {
    for (const cell of relation.cells) {
      if (!placed.has(cell) || !isNumber(cell)) continue;
      const list = ties.get(cell);
      if (list === undefined) ties.set(cell, [relation]);
      else list.push(relation);
    }
  }
  const chosen = new Map<Cell, Formula>();
  const choose = (which: (relation: Relation, cell: Cell, formula: Formula) => boolean): void => {
    for (const [cell, relations] of ties) {
      if (chosen.has(cell)) continue;
      const found = relations.flatMap((relation) => {
        const formula = formulaOf(relation, cell);
        const isFit =
          formula !== null && which(relation, cell, formula) && cellsIn(formula).every(isNumber) && !leadsTo(formula, cell, chosen);
        return isFit ? [formula] : [];
      });
      const far = (formula: Formula): number => cellsIn(formula).filter((one) => !placed.has(one)).length;
      const best = found.reduce<Formula | undefined>(
        (least, one) => (least === undefined || far(one) < far(least) ? one : least),
        undefined,
      );
      if (best !== undefined) chosen.set(cell, best);
    }
  };
  // A total is made of its parts before a part is what the others leave.
  choose((relation, cell) => relation.places[relation.kind.focus] === cell);
  choose((_, cell, formula) => cell.anchor?.in !== "fact" || saysAgain(formula));
  return chosen;
}

const saysAgain = (formula: Formula): boolean => formula.op === "cell" || (formula.op === "round" && saysAgain(formula.of));

/** Whether a formula asks, through those of others, for the cell itself. */
function leadsTo(formula: Formula, cell: Cell, chosen: ReadonlyMap<Cell, Formula>): boolean {
  const seen = new Set<Cell>();
  const asks = (one: Formula): boolean =>
    cellsIn(one).some((other) => {
      if (other === cell) return true;
      if (seen.has(other)) return false;
      seen.add(other);
      const next = chosen.get(other);
      return next !== undefined && asks(next);
    });
  return asks(formula);
}
