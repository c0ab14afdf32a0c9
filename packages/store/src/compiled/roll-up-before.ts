import { ancestry, type Comparison, type Decimal, daysOf, existsIn, type Period } from "@khop/core";
import type { Store } from "../database/open.ts";
import { lineageOf } from "../lineage.ts";
import { readOrgUnits } from "../org-units.ts";
import { byKind, inOrderOf, type RollUpQuery, reportersUnder, sumOver } from "./roll-up.ts";

/** What the units that report now, or those that they were made of, made together in an earlier period. */
export interface RolledUpBefore {
  readonly indicator: string;
  readonly members: Readonly<Record<string, string>>;
  /** As in a roll-up; null too where it cannot be compared. */
  readonly value: Decimal | null;
  readonly missing: readonly string[];
  /** Undefined where the same units reported; else whether they could be recast. */
  readonly comparison: Comparison | undefined;
}

/**
 * A roll-up of an earlier period over the units of this one: as they were, summed over those that were merged, split or renamed into them, or
 * not compared. Where every part of a unit is among those that are added up, a split makes no difference.
 */
export async function rollUpBefore(store: Pick<Store, "db">, query: RollUpQuery, earlier: Period): Promise<readonly RolledUpBefore[]> {
  const { province, period, to, windows } = query;
  const orgUnits = await readOrgUnits(store, province);
  const lineage = await lineageOf(store, province, orgUnits);
  const [now, then] = [daysOf(period, windows), daysOf(earlier, windows)];
  const top = orgUnits.find(({ id }) => id === to);
  const until = top?.validTo !== undefined && top.validTo !== null && top.validTo < now.to ? top.validTo : now.to;
  const byId = new Map(orgUnits.map((one) => [one.id, one]));
  const all = await Promise.all(
    byKind(query).map(async ({ entries, isStock }) => {
      const reporters = reportersUnder(orgUnits, query, isStock);
      const atEnd = ancestry(reporters, then.to, until, lineage);
      const within = ancestry(atEnd.orgUnits, then.from, then.to, lineage);
      const of = isStock ? atEnd.orgUnits : within.ever;
      const strays = isStock ? atEnd.strays : [...new Set([...atEnd.strays, ...within.strays])];
      const days = isStock ? { from: then.to, to: then.to } : then;
      const unborn = of.filter((id) => !existsIn(byId.get(id) ?? unheardOf, days));
      const counted = new Set(of);
      const gone = reportersUnder(orgUnits, { ...query, period: earlier }, isStock).filter((id) => !counted.has(id));
      const isThere = top === undefined || existsIn(top, now);
      const why = !isThere ? ("ended" as const) : strays.length > 0 ? ("parted" as const) : ("unknownOrigin" as const);
      const apart = !isThere ? [to] : strays.length > 0 ? strays : [...unborn, ...gone];
      const isSame = of.length === reporters.length && reporters.every((id) => counted.has(id));
      const told = (
        rest: Omit<Comparison, "orgUnit" | "period" | "indicator" | "members">,
        one: { indicator: string; members: Comparison["members"] },
      ) => ({
        orgUnit: to,
        period: earlier,
        indicator: one.indicator,
        members: one.members,
        ...rest,
      });
      if (apart.length > 0) {
        return entries.map(({ indicator, members = {} }): RolledUpBefore => {
          const comparison = told({ is: "notComparable", why, of: apart }, { indicator, members });
          return { indicator, members, value: null, missing: [], comparison };
        });
      }
      const sums = await sumOver(store, { ...query, period: earlier, entries, of });
      return sums.map((one): RolledUpBefore => {
        const { indicator, members, value, missing } = one;
        if (isSame) return { indicator, members, value, missing, comparison: undefined };
        if (value !== null) return { indicator, members, value, missing, comparison: told({ is: "recast", of }, one) };
        const [because, which] = missing.length > 0 ? (["missing", missing] as const) : (["rounded", of] as const);
        return { indicator, members, value, missing, comparison: told({ is: "notComparable", why: because, of: which }, one) };
      });
    }),
  );
  return inOrderOf(query, all.flat());
}

/** A unit that is not known never existed. */
const unheardOf = { id: "", name: "", level: "commune", parent: null, validFrom: "9999-12-31", validTo: "0000-01-01" } as const;
