import type { ReportRegime } from "@khop/catalog/report";
import { ancestry, daysOf, type Lineage, type OrgUnit, type Period, type Recast, recast } from "@khop/core";
import { lineageOf, readFacts, readLineageThen, type Store } from "@khop/store";

/** Whose facts, seen from which period. */
export interface ComparedFacts {
  readonly province: string;
  readonly regime: ReportRegime;
  readonly period: Period;
  /** Units of the province, all of them. */
  readonly orgUnits: readonly OrgUnit[];
  /** As facts and lineage were known then. */
  readonly until?: Date;
}

/** The facts of units as they are to be compared in a period: the earlier ones told of the units as they are in it, or left out and said. */
export async function comparedFacts(
  store: Pick<Store, "db">,
  { province, regime, period, orgUnits, until }: ComparedFacts,
  units: readonly OrgUnit[],
): Promise<ReadonlyMap<string, Recast>> {
  const then = until === undefined ? {} : { until };
  const lineage = until === undefined ? await lineageOf(store, province, orgUnits) : await readLineageThen(store, province, until);
  const families = new Map(units.map(({ id }) => [id, ancestry([id], "", daysOf(period, regime.windows).to, lineage).ever]));
  const facts = await readFacts(store, { province, orgUnits: [...new Set([...families.values()].flat())], ...then });
  const byUnit = Map.groupBy(facts, ({ orgUnit }) => orgUnit);
  return new Map(
    units.map((unit) => {
      const near = (families.get(unit.id) ?? []).flatMap((id) => byUnit.get(id) ?? []);
      const made = recast(scopeOf(unit, regime, period, lineage), near);
      return [unit.id, { ...made, facts: made.facts.filter(({ orgUnit }) => orgUnit === unit.id) }];
    }),
  );
}

const scopeOf = (unit: OrgUnit, { indicators, windows }: ReportRegime, period: Period, lineage: readonly Lineage[]) => ({
  unit,
  period,
  indicators,
  lineage,
  ...(windows === undefined ? {} : { windows }),
});
