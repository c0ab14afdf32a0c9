import type { Anew } from "./anew.ts";
import type { Change } from "./changes.ts";
import type { Fact } from "./facts.ts";
import type { InNetwork } from "./measure.ts";
import type { Told } from "./network.ts";
import { reasonOf } from "./reasons.ts";

const percent = (part: number, of: number): string => `${part} of ${of}${of === 0 ? "" : ` (${((100 * part) / of).toFixed(1)} %)`}`;
export const arrow = ({ change: { before, after, line } }: Told): string => `${before} → ${after} (L${line})`;
const count = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length;

export const heading = (facts: readonly Fact[], changes: readonly Change[]): string =>
  `${facts.length} figures, ${changes.length} one-digit changes`;

/** What is noticed in the network of the unchanged text, and what is not, with the reason. */
export function caught({ caught: all, cut, missed, undetected, unfounded }: InNetwork, changes: number): string {
  const groups = Map.groupBy(missed, reasonOf);
  return [
    "in the network of the unchanged text:",
    `  a relation is broken     ${percent(all.length, changes)}`,
    `  kept only if cut         ${cut.length}: ${cut.map(arrow).join(", ")}`,
    `  noticed                  ${percent(all.length + cut.length, changes)}`,
    `  not noticed              ${missed.length}`,
    ...[...groups].flatMap(([reason, told]) => [`    ${told.length}  ${reason}:`, `        ${told.map(arrow).join(", ")}`]),
    `  not noticed, though the exhaustive search sees it: ${undetected.length === 0 ? "none" : undetected.map(arrow).join(", ")}`,
    `  noticed, though the exhaustive search sees nothing: ${unfounded.length === 0 ? "none" : unfounded.map(arrow).join(", ")}`,
  ].join("\n");
}

export function aims({ caught: all, first, unique, accused }: InNetwork): string {
  return [
    "  of the broken ones, locate names the changed figure",
    `    first, with its right value    ${percent(first, all.length)}`,
    `    and no other                   ${percent(unique, all.length)}`,
    `  and accuses another alone in: ${accused.length === 0 ? "none" : accused.map(arrow).join(", ")}`,
  ].join("\n");
}

export function anew(all: readonly Anew[]): string {
  return [
    "in the changed text, read anew:",
    `  a new finding (review or above)  ${percent(
      count(all, ({ isNew }) => isNew),
      all.length,
    )}`,
    `  names the changed figure first   ${percent(
      count(all, ({ isFirst }) => isFirst),
      all.length,
    )}`,
    `    with its right value           ${percent(
      count(all, ({ isRight }) => isRight),
      all.length,
    )}`,
    `  an error that names another one  ${percent(
      count(all, ({ isWrong }) => isWrong),
      all.length,
    )}`,
  ].join("\n");
}
