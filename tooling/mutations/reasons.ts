import type { Told } from "./network.ts";
import { isPossible } from "./search.ts";

/** Why a change breaks nothing. */
export function reasonOf({ network, cell }: Told): string {
  const kinds = [...new Set(network.relations.filter(({ cells }) => cells.includes(cell)).map(({ kind }) => kind.kind))];
  if (kinds.length === 0) return "no relation ties the figure";
  if (!isPossible(network, cell)) return "its relations were broken before";
  if (cell.quantity?.isRound) return "a count that ends in two zeros may be a rounded one";
  if (!isPossible(network, cell, true))
    return `within the rounding of its relations (${kinds.join(", ")}); whole counts behind the rates would tell`;
  return `within the rounding of its relations (${kinds.join(", ")})`;
}
