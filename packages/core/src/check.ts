import type { Cell } from "./cell.ts";
import type { Decimal } from "./decimal.ts";
import { excuseAdjusted } from "./internal/adjusted.ts";
import { type Propagation, propagate } from "./internal/propagate.ts";
import type { Interval } from "./interval.ts";
import { type Choice, type Constraint, isChoice, type Network } from "./network.ts";
import { computedValue, gapOf, type Known, type Outcome, type Override, outcome, statedValue } from "./outcome.ts";
import type { Relation, Verdict } from "./relation.ts";

/** A relation with its verdict and the arithmetic that shows it. */
export class Checked {
  readonly relation: Relation;
  readonly verdict: Verdict;
  readonly reason: Outcome["reason"];
  /** The choice this relation was adopted for, if it is one of several readings. */
  readonly choice: Choice | undefined;

  /** @internal */
  constructor(relation: Relation, result: Outcome, choice?: Choice) {
    this.relation = relation;
    this.verdict = result.verdict;
    this.reason = result.reason;
    this.choice = choice;
  }

  /** What the focus states, in its printed unit; null when it states nothing. */
  get stated(): Decimal | null {
    return statedValue(this.relation);
  }

  /** What the other figures make of the focus, in its printed unit. */
  get computed(): Decimal | null {
    return computedValue(this.relation);
  }

  get gap(): Decimal | null {
    return gapOf(this.relation);
  }
}

export interface CheckResult {
  readonly network: Network;
  /** One entry a relation; for a choice the reading that was adopted. */
  readonly checked: readonly Checked[];
  /** What the relations say of cells that state nothing. */
  readonly known: (cell: Cell) => Interval;
}

/**
 * Gives every relation its verdict.
 *
 * - `holds`: some values that the figures may stand for keep the law. Reason `rounded`: only if a round count is one that was
 *   rounded; `adjusted`: only because a share was moved by one last digit so that all make exactly 100.
 * - `truncated`: kept only if figures were cut instead of rounded.
 * - `violated`: kept by none.
 * - `unknown`: cannot be told, with the reason; never a pass, never a fail.
 *
 * A choice takes the verdict of its best reading: it is violated only if every reading is.
 * Source: CHECK 1.3–1.6.
 */
export const check = (network: Network): CheckResult => checkAnd(network).result;

/** @internal the verdicts, and what they rest on of cells that state nothing */
export function checkAnd(network: Network): { readonly result: CheckResult; readonly known: Propagation } {
  const adopted: { relation: Relation; choice?: Choice }[] = network.relations.map((relation) => ({ relation }));
  for (const choice of network.choices) adopted.push({ relation: adopt(choice), choice });
  const known = propagate(adopted.map(({ relation }) => relation));
  const outcomes = assessAll(
    adopted.map(({ relation }) => relation),
    known,
  );
  const checked = adopted.map(({ relation, choice }, i) => new Checked(relation, outcomes[i] as Outcome, choice));
  return { result: { network, checked, known: known.interval }, known };
}

/** The reading of a choice to go by: the first that holds, else truncated, else unknown, else the likeliest. */
function adopt(choice: Choice, override?: Override): Relation {
  const order: Verdict[] = ["holds", "truncated", "unknown", "violated"];
  let best = choice.alternatives[0] as Relation;
  let rank = order.length;
  for (const relation of choice.alternatives) {
    const place = order.indexOf(assess(relation, propagate([relation], override), override).verdict);
    if (place < rank) {
      rank = place;
      best = relation;
    }
    if (rank === 0) break;
  }
  return best;
}

/** One relation against what is known of hidden cells. */
function assess(relation: Relation, known: Propagation, override?: Override): Outcome {
  if (known.conflicts.has(relation)) {
    const alone = outcome(relation, known, override);
    return alone.verdict === "truncated" ? alone : { verdict: "violated" };
  }
  return outcome(relation, othersOnly(relation, known), override);
}

/** A hidden cell that only this relation bounds says nothing about it. */
function othersOnly(relation: Relation, known: Propagation): Known {
  return { interval: known.interval, bound: (cell) => known.boundBeside(cell, relation) };
}

/** The outcomes of the constraints under an assumption, without the rest of the network; for `locate`'s "what if". */
export function outcomesUnder(constraints: readonly Constraint[], override: Override, thorough = true): Outcome[] {
  const relations = constraints.map((constraint) => (isChoice(constraint) ? adopt(constraint, override) : constraint));
  return assessAll(relations, propagate(relations, override, thorough), override);
}

/** Every relation, and then CHECK 1.5: shares that were moved so that their list makes exactly 100 are not wrong. */
function assessAll(relations: readonly Relation[], known: Propagation, override?: Override): Outcome[] {
  const outcomes = relations.map((relation) => assess(relation, known, override));
  return outcomes.some(({ verdict }) => verdict === "violated") ? excuseAdjusted(relations, outcomes, known, override) : outcomes;
}
