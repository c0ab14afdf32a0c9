import type { Cell } from "./cell.ts";
import { type Checked, check, outcomesUnder } from "./check.ts";
import type { Examination } from "./examine.ts";
import type { Finding } from "./finding.ts";
import { inOrder, judge } from "./judge.ts";
import { locate } from "./locate.ts";
import { type Choice, type Constraint, type Network, network } from "./network.ts";
import type { Quantity } from "./quantity.ts";
import type { Relation } from "./relation.ts";
import { judgeSigns, type Sign } from "./signs.ts";

/** What ties an examined document to another: relations over figures of both, and signs that something was carried over. */
export interface Ties {
  readonly relations: readonly Relation[];
  readonly choices: readonly Choice[];
  readonly signs: readonly Sign[];
}

/**
 * An examination with what another document adds: the relations that tie the two, checked and judged beside the document's own.
 *
 * The document's own findings stay as they are. What is wrong in it already is not held against it a second time: a tie that holds
 * once the figure that is accused says what it should is no finding.
 */
export function examineAgainst(own: Examination, ties: Ties): Examination {
  const settled = new Set<Cell>();
  const tied = new Set<Constraint>([...ties.relations, ...ties.choices]);
  const alone = check(network(ties));
  for (const { relation, verdict } of alone.checked) if (verdict !== "unknown") settled.add(relation.focus);
  const kept = own.checked.filter(({ verdict, reason, relation }) => !(waits(verdict, reason) && settled.has(relation.focus)));
  const result = check(together(own, kept, ties));
  const added = result.checked.filter(({ relation, choice }) => tied.has(choice ?? relation));
  const mended = expectations(own.findings);
  const findings = judge({ ...result, checked: [] }, locate(result)).filter(
    ({ relations }) => relations.some((relation) => isTied(relation, ties)) && !isExplained(relations, mended),
  );
  return {
    network: network({
      cells: own.network.cells,
      relations: [...own.network.relations, ...ties.relations],
      choices: [...own.network.choices, ...ties.choices],
    }),
    checked: [...kept, ...added],
    known: result.known,
    findings: inOrder([...own.findings, ...findings, ...judgeSigns(ties.signs)]),
  };
}

const waits = (verdict: Checked["verdict"], reason: Checked["reason"]): boolean => verdict === "unknown" && reason === "hidden-operand";

const isTied = (relation: Relation, { relations, choices }: Ties): boolean =>
  relations.includes(relation) || choices.some((choice) => choice.alternatives.includes(relation));

/** What holds in the document by itself, and the ties: what does not hold in it has its findings already. */
function together(own: Examination, kept: readonly Checked[], ties: Ties): Network {
  const sound = kept.filter(({ verdict }) => verdict !== "violated");
  return network({
    cells: own.network.cells,
    relations: [...sound.filter(({ choice }) => choice === undefined).map(({ relation }) => relation), ...ties.relations],
    choices: [...sound.flatMap(({ choice }) => choice ?? []), ...ties.choices],
  });
}

/** What each accused figure should say, by the document's own findings. */
function expectations(findings: readonly Finding[]): ReadonlyMap<Cell, Quantity> {
  const mended = new Map<Cell, Quantity>();
  for (const { suspects } of findings) {
    for (const { cell, expected } of suspects) {
      if (expected !== null && cell.quantity !== null && !mended.has(cell)) mended.set(cell, cell.quantity.corrected(expected));
    }
  }
  return mended;
}

function isExplained(relations: readonly Relation[], mended: ReadonlyMap<Cell, Quantity>): boolean {
  if (!relations.some(({ cells }) => cells.some((cell) => mended.has(cell)))) return false;
  return outcomesUnder(relations, (cell) => mended.get(cell)).every(({ verdict }) => verdict !== "violated");
}
