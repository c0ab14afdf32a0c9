import { cellWith } from "./cell.ts";
import type { Decimal } from "./decimal.ts";
import { type Network, replaceCells } from "./network.ts";

/**
 * The network as it would be if some figures said something else: what a person accepted as a repair, what is being typed.
 *
 * - Shape: values by the id of their cell, in the figure's printed unit; decimals are kept, or added where the value needs more.
 *   Cells that are not there, and those without a figure, stay as they are.
 */
export function amend(of: Network, values: ReadonlyMap<string, Decimal>): Network {
  const swaps = of.cells.flatMap((cell) => {
    const value = values.get(cell.id);
    return value === undefined || cell.quantity === null ? [] : [[cell, cellWith(cell, cell.quantity.corrected(value))] as const];
  });
  return replaceCells(of, new Map(swaps));
}
