import {
  type Cell,
  type Checked,
  check,
  type Fact,
  factKey,
  KhopError,
  type OrgUnit,
  type Period,
  type Quantity,
  type Relation,
} from "@khop/core";
import "../../errors.ts";
import { factsIn, fill, networkOf } from "../fill.ts";
import type { ReportRegime } from "../regime.ts";

/** Draws a figure anew: at most `whole` where one is given, else smaller with each attempt. */
export type Redraw = (fact: Fact, whole: Quantity | null, attempt: number) => Fact;

/** Kinds that make wholes of what is drawn; `part` then says which of them may stand beside each other. */
const sums = new Set(["total", "count", "equality"]);
const attempts = 40;

/**
 * The facts of one unit and period, with parts that are no greater than their wholes: a part that came out greater is drawn anew.
 *
 * - Throws: `KhopError` "catalog/cannot-generate" when that does not help, so usual figures contradict the rules.
 */
export function settle(regime: ReportRegime, orgUnit: OrgUnit, at: Period, drawn: readonly Fact[], redraw: Redraw): readonly Fact[] {
  const making = { ...regime, rules: regime.rules.filter(({ kind }) => sums.has(kind.kind)) };
  const binding = { ...regime, rules: regime.rules.filter(({ kind }) => kind.kind === "part") };
  const scope = { orgUnits: [orgUnit], periods: [at] };
  let facts = drawn;
  let broken: readonly Relation[] = [];
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { network } = fill(making, { ...scope, facts });
    const parts = networkOf(binding, { ...scope, facts: factsIn(network) });
    broken = [network, parts].flatMap((one) => check(one).checked.flatMap((found) => (holds(found) ? [] : [found.relation])));
    if (broken.length === 0) return facts;
    facts = lowered(facts, broken, (fact, whole) => redraw(fact, whole, attempt));
  }
  const relations = broken.map(({ id }) => id);
  throw new KhopError(
    "catalog/cannot-generate",
    `No figures were found that keep ${relations.map((id) => `"${id}"`).join(", ")} of "${regime.id}". Make the usual figures of its parts smaller.`,
    { regime: regime.id, relations },
  );
}

/** Whether figures fit as they stand; that 1.100 may be a round figure for 1.133 is no help to one that was drawn. */
const holds = ({ verdict, reason }: Checked): boolean => verdict !== "violated" && reason !== "rounded";

/** A part that was drawn goes below its whole; of one that follows from others, these are drawn anew. */
function lowered(
  facts: readonly Fact[],
  broken: readonly Relation[],
  redraw: (fact: Fact, whole: Quantity | null) => Fact,
): readonly Fact[] {
  const wholes = new Map(
    broken.map(({ places: { part, whole } }) => [(part as Cell | undefined)?.id, (whole as Cell | undefined)?.quantity ?? null]),
  );
  const keys = new Set(facts.map(factKey));
  const derived = broken.map(({ focus }) => focus).filter(({ id }) => !keys.has(id));
  const indicators = new Set(derived.map(({ address }) => address.indicator));
  return facts.map((fact) => {
    const whole = wholes.get(factKey(fact));
    if (whole !== undefined) return redraw(fact, whole);
    return indicators.has(fact.indicator) ? redraw(fact, null) : fact;
  });
}
