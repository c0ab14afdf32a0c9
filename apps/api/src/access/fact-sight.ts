import type { ReportRegime } from "@khop/catalog/report";
import type { OrgUnit } from "@khop/core";
import type { RoleGrant } from "@khop/store";
import { may, regimesOf } from "./authorise.ts";

/** Which facts of a province someone may see. */
export interface FactSight {
  /** The units that they see any fact of. */
  readonly orgUnits: readonly string[];
  reaches(orgUnit: string): boolean;
  sees(fact: { readonly orgUnit: string; readonly indicator: string }): boolean;
}

/** Of a unit that someone reaches for one regime alone they see the indicators that this regime has, and no others. A unit is looked at when it is asked about. */
export function factSight(
  grants: readonly RoleGrant[],
  province: string,
  orgUnits: readonly OrgUnit[],
  regimes: readonly Pick<ReportRegime, "id" | "indicators">[],
): FactSight {
  const parts = regimes.filter(({ id }) => regimesOf(grants, "facts.read").includes(id));
  const known = new Map<string, ReadonlySet<string> | "all">();
  const seenOf = (orgUnit: string): ReadonlySet<string> | "all" => {
    const before = known.get(orgUnit);
    if (before !== undefined) return before;
    const isSeen = (regime?: string): boolean =>
      may(grants, "facts.read", { province, orgUnit, ...(regime === undefined ? {} : { regime }) }, orgUnits);
    const seen = isSeen()
      ? "all"
      : new Set(parts.filter(({ id }) => isSeen(id)).flatMap(({ indicators }) => indicators.map(({ id }) => id)));
    known.set(orgUnit, seen);
    return seen;
  };
  const hasAny = (orgUnit: string): boolean => {
    const seen = seenOf(orgUnit);
    return seen === "all" || seen.size > 0;
  };
  return {
    get orgUnits() {
      return orgUnits.map(({ id }) => id).filter(hasAny);
    },
    reaches: (orgUnit) => orgUnits.some(({ id }) => id === orgUnit) && hasAny(orgUnit),
    sees: ({ orgUnit, indicator }) => {
      const seen = seenOf(orgUnit);
      return seen === "all" || seen.has(indicator);
    },
  };
}
