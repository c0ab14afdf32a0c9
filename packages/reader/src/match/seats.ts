import { addressKey } from "@khop/core";
import type { ReadDocument } from "../document.ts";
import { type MatchInput, matchFigures } from "./match.ts";

/**
 * Which figure of its regime each figure of a report surely is, by the figure's id: the same text for the same figure of every period, so that
 * two reports of one kind can be laid side by side however each is worded.
 *
 * - Throws: nothing.
 */
export function seatsIn(
  document: Pick<ReadDocument, "text" | "figures" | "blocks" | "network">,
  input: MatchInput,
): ReadonlyMap<string, string> {
  const seats = new Map<string, string>();
  for (const { figure, address } of matchFigures(document, input).matches) {
    if (figure === null) continue;
    const { orgUnit: _whose, period, ...what } = address;
    seats.set(figure, `${addressKey(what)}|${period?.frequency ?? ""}`);
  }
  return seats;
}
