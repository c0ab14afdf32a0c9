import { PGlite } from "@electric-sql/pglite";
import { communeMonthly } from "@khop/catalog/report";
import { following, type OrgUnit, type Period, period, quantity, unitOf } from "@khop/core";
import { series, seriesNeeds } from "@khop/reporting";
import { openStore, putOrgUnits, readFacts, writeFacts } from "@khop/store";

const communes = 100;
const months = 120;
const indicator = "citizens.visits";

/** Milliseconds to tell an indicator of ten years, read from PGlite: of the province, summed over its communes, and of one commune. */
export interface Exploring {
  readonly communes: number;
  readonly province: number;
  readonly commune: number;
}

export async function exploring(): Promise<Exploring> {
  const store = await openStore({ pglite: await PGlite.create() });
  const unit = (id: string, level: OrgUnit["level"], parent: string | null): OrgUnit => ({
    id,
    name: id,
    level,
    parent,
    validFrom: null,
    validTo: null,
  });
  const units = [unit("tinh", "province", null), ...Array.from({ length: communes }, (_, i) => unit(`xa-${i}`, "commune", "tinh"))];
  const acting = { province: "p", by: "bench" };
  await putOrgUnits(store, acting, units);
  let at: Period = period("2015-M01");
  for (let month = 0; month < months; month++) {
    const told = units.slice(1).map(({ id }, i) => ({
      fact: {
        indicator,
        orgUnit: id,
        period: at,
        quantity: quantity({ value: String(100 + ((i * 7 + month) % 50)), unit: unitOf("lượt") }),
      },
    }));
    await writeFacts(store, acting, told);
    at = following(at);
  }
  const least = async (of: string): Promise<number> => {
    const taken: number[] = [];
    for (let i = 0; i < 5; i++) {
      const before = performance.now();
      const scope = { regime: communeMonthly, indicator, of: [of], orgUnits: units, lineage: [] };
      const found = series({ ...scope, facts: await readFacts(store, { province: "p", ...seriesNeeds(scope) }) });
      taken.push(performance.now() - before);
      if (found[0]?.points.some(({ quantity: said }) => said === null)) throw new Error("A month is missing.");
    }
    return Math.min(...taken);
  };
  const measured = { communes, province: await least("tinh"), commune: await least("xa-1") };
  await store.close();
  return measured;
}
