import { type Cell, check, type Fact, factKey, KhopError, type OrgUnit, type Period, type Quantity, type Relation } from "@khop/core";
import "../../errors.ts";
import { fill } from "../fill.ts";
import type { ReportRegime } from "../regime.ts";

/** Draws a figure anew: at most `whole` where one is given, else smaller with each attempt. */
export type Redraw = (fact: Fact, whole: Quantity | null, attempt: number) => Fact;

/** Kinds that say which drawn figures may stand beside each other; the others speak of what is derived. */
const binding = new Set(["total", "count", "equality", "part"]);
const attempts = 40;

/**
 * The facts of one unit and period, with parts that are no greater than their wholes: a part that came out greater is drawn anew.
 *
 * - Throws: `KhopError` "catalog/cannot-generate" when that does not help, so usual figures contradict the rules.
 */
export function settle(regime: ReportRegime, orgUnit: OrgUnit, at: Period, drawn: readonly Fact[], redraw: Redraw): readonly Fact[] {
  const needed = { ...regime, rules: regime.rules.filter(({ kind }) => binding.has(kind.kind)) };
  let facts = drawn;
  let broken: readonly Relation[] = [];
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { network } = fill(needed, { orgUnits: [orgUnit], periods: [at], facts });
    broken = check(network).checked.flatMap(({ verdict, relation }) => (verdict === "violated" ? [relation] : []));
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
