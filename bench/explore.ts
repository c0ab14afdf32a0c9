import { PGlite } from "@electric-sql/pglite";
import { communeMonthly } from "@khop/catalog/report";
import { following, type OrgUnit, type Period, period, quantity, unitOf } from "@khop/core";
import { KeptSeries } from "@khop/reporting";
import { openStore, putOrgUnits, readFigures, readPeriods, type Store, touchedSince, writeFacts } from "@khop/store";

/** As many as the country has since July 2025, under one unit, over ten years. */
const communes = 3321;
const months = 120;
const indicator = "citizens.visits";
const province = "p";

/** Milliseconds to tell an indicator of ten years, read from PGlite. */
export interface Exploring {
  readonly communes: number;
  /** Of the unit above, summed over all of them: asked for the first time, again, and after one commune told a figure. */
  readonly first: number;
  readonly again: number;
  readonly afterOne: number;
  /** Of one commune. */
  readonly commune: number;
}

export async function exploring(): Promise<Exploring> {
  const pglite = await PGlite.create();
  const store = await openStore({ pglite });
  const unit = (id: string, level: OrgUnit["level"], parent: string | null): OrgUnit => ({
    id,
    name: id,
    level,
    parent,
    validFrom: null,
    validTo: null,
  });
  const orgUnits = [unit("tinh", "province", null), ...Array.from({ length: communes }, (_, i) => unit(`xa-${i}`, "commune", "tinh"))];
  await putOrgUnits(store, acting, orgUnits);
  const at = await tenYears(store, pglite, orgUnits);
  const kept = new KeptSeries();
  const ask = async (of: string): Promise<number> => {
    const before = performance.now();
    const found = await kept.series(
      province,
      { regime: communeMonthly, indicator, of: [of], orgUnits, lineage: [] },
      {
        touched: (since) => touchedSince(store, province, since),
        periods: (wanted) => readPeriods(store, { province, ...wanted }),
        facts: (wanted) => readFigures(store, { province, ...wanted }),
      },
    );
    const taken = performance.now() - before;
    if (found[0]?.points.length !== months || found[0].points.some(({ quantity: said }) => said === null))
      throw new Error("A month is missing.");
    return taken;
  };
  const least = async (of: string): Promise<number> => Math.min(await ask(of), await ask(of), await ask(of));
  const first = await ask("tinh");
  const again = await least("tinh");
  const afterOne: number[] = [];
  for (let i = 1; i <= 3; i++) {
    await writeFacts(store, acting, [told(`xa-${i}`, at, String(900 + i))]);
    afterOne.push(await ask("tinh"));
  }
  const measured = { communes, first, again, afterOne: Math.min(...afterOne), commune: await least("xa-1") };
  await store.close();
  return measured;
}

const acting = { province, by: "bench" };

const told = (orgUnit: string, at: Period, value: string) => ({
  fact: { indicator, orgUnit, period: at, quantity: quantity({ value, unit: unitOf("lượt") }) },
});

/** A first month as the communes told it, and the same figures again in every month since; gives the last. */
async function tenYears(store: Store, pglite: PGlite, orgUnits: readonly OrgUnit[]): Promise<Period> {
  let at = period("2015-M01");
  const [firstMonth, [, one]] = [at.id, orgUnits];
  await writeFacts(
    store,
    acting,
    orgUnits.slice(1).map(({ id }, i) => told(id, at, String(100 + (i % 50)))),
  );
  for (let month = 1; month < months; month++) {
    at = following(at);
    await writeFacts(store, acting, [told((one as OrgUnit).id, at, "100")]);
    await pglite.query(
      `insert into fact select (jsonb_populate_record(fact, jsonb_build_object('period', $1::text))).* from fact
       where province = $2 and period = $3 and org_unit <> $4`,
      [at.id, province, firstMonth, (one as OrgUnit).id],
    );
  }
  return at;
}
