import type { ReportRegime } from "@khop/catalog/report";
import type { OrgUnit } from "@khop/core";
import type { FactReach, RoleGrant } from "@khop/store";
import { may, regimesOf } from "./authorise.ts";

/** Which facts of a province someone may see. */
export interface FactSight {
  /** The units that they see any fact of. */
  readonly orgUnits: readonly string[];
  reaches(orgUnit: string): boolean;
  /** What they see of one unit, or of all: units of which they see the same stand together. */
  reach(orgUnit?: string): readonly FactReach[];
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
  const reaches = (orgUnit: string): boolean => orgUnits.some(({ id }) => id === orgUnit) && hasAny(orgUnit);
  const all = (): string[] => orgUnits.map(({ id }) => id).filter(hasAny);
  return {
    get orgUnits() {
      return all();
    },
    reaches,
    reach: (orgUnit) => {
      const alike = new Map<string, { readonly orgUnits: string[]; readonly indicators?: readonly string[] }>();
      for (const id of orgUnit === undefined ? all() : [orgUnit].filter(reaches)) {
        const seen = seenOf(id);
        const name = seen === "all" ? "" : JSON.stringify([...seen]);
        const there = alike.get(name) ?? { orgUnits: [], ...(seen === "all" ? {} : { indicators: [...seen] }) };
        there.orgUnits.push(id);
        alike.set(name, there);
      }
      return [...alike.values()];
    },
    sees: ({ orgUnit, indicator }) => {
      const seen = seenOf(orgUnit);
      return seen === "all" || seen.has(indicator);
    },
  };
}
