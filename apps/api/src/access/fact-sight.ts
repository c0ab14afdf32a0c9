import type { ReportRegime } from "@khop/catalog/report";
import type { OrgUnit } from "@khop/core";
import type { RoleGrant } from "@khop/store";
import { reached, regimesOf } from "./authorise.ts";

/** Which facts of a province someone may see. */
export interface FactSight {
  /** The units that they see any fact of. */
  readonly orgUnits: readonly string[];
  sees(fact: { readonly orgUnit: string; readonly indicator: string }): boolean;
}

/** Of a unit that someone reaches for one regime alone they see the indicators that this regime has, and no others. */
export function factSight(
  grants: readonly RoleGrant[],
  province: string,
  orgUnits: readonly OrgUnit[],
  regimes: readonly Pick<ReportRegime, "id" | "indicators">[],
): FactSight {
  const whole = new Set(reached(grants, "facts.read", { province }, orgUnits));
  const parts = new Map<string, Set<string>>();
  for (const regime of regimesOf(grants, "facts.read")) {
    const indicators = regimes.find(({ id }) => id === regime)?.indicators ?? [];
    if (regime === undefined || indicators.length === 0) continue;
    for (const orgUnit of reached(grants, "facts.read", { province, regime }, orgUnits)) {
      const seen = parts.get(orgUnit) ?? new Set();
      for (const { id } of indicators) seen.add(id);
      parts.set(orgUnit, seen);
    }
  }
  return {
    orgUnits: orgUnits.map(({ id }) => id).filter((id) => whole.has(id) || parts.has(id)),
    sees: ({ orgUnit, indicator }) => whole.has(orgUnit) || parts.get(orgUnit)?.has(indicator) === true,
  };
}
