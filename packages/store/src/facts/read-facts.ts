import { type Address, type Fact, KhopError, type Period } from "@khop/core";
import { sql } from "kysely";
import type { Store } from "../database/open.ts";
import type { FactTable } from "../database/tables.ts";
import { factColumns, factIn, figureIn, figureNames, membersText, type StoredFact } from "./saying.ts";

/** Which facts to read; whatever is left out is not asked for. */
export interface FactQuery {
  readonly province: string;
  readonly periods?: readonly Period[];
  readonly orgUnits?: readonly string[];
  readonly indicators?: readonly string[];
  /** As the store knew them then: what a report of that day was made from. */
  readonly until?: Date;
}

/** The facts of a province as they stand, or stood at a time, in the order of their addresses. */
export async function readFacts(store: Pick<Store, "db">, query: FactQuery): Promise<readonly StoredFact[]> {
  const { province, periods, orgUnits, indicators, until } = query;
  let rows = store.db
    .selectFrom(until === undefined ? "fact" : "fact_version")
    .select(factColumns())
    .where("province", "=", province);
  if (periods !== undefined) rows = rows.where("period", "in", orNone(periods.map(({ id }) => id)));
  if (orgUnits !== undefined) rows = rows.where("org_unit", "in", orNone(orgUnits));
  if (indicators !== undefined) rows = rows.where("indicator", "in", orNone(indicators));
  if (until !== undefined) {
    rows = rows
      .where("said_at", "<=", until)
      .distinctOn(["period", "org_unit", "indicator", "members"])
      .orderBy("period")
      .orderBy("org_unit")
      .orderBy("indicator")
      .orderBy("members")
      .orderBy("version", "desc");
  } else rows = rows.orderBy("period").orderBy("org_unit").orderBy("indicator").orderBy("members");
  return (await rows.execute()).map((row) => factIn(row as unknown as FactTable));
}

/**
 * The figures of a province as they stand, in no order, without who said them and when, and without facts that have none.
 *
 * Many at once: what hundreds of thousands have in common comes once, so that little but their values is carried over.
 */
export async function readFigures(
  store: Pick<Store, "db">,
  { province, periods, orgUnits, indicators }: Omit<FactQuery, "until">,
): Promise<readonly Fact[]> {
  const common = figureNames.filter((name) => name !== "org_unit" && name !== "value");
  let rows = store.db
    .selectFrom("fact")
    .select(common)
    .select([sql<string[]>`json_agg(org_unit)`.as("units"), sql<string[]>`json_agg(value::text)`.as("values")])
    .where("province", "=", province)
    .where("value", "is not", null)
    .groupBy(common);
  if (periods !== undefined) rows = rows.where("period", "in", orNone(periods.map(({ id }) => id)));
  if (orgUnits !== undefined) rows = rows.where("org_unit", "=", sql<string>`any(${orNone(orgUnits)}::text[])`);
  if (indicators !== undefined) rows = rows.where("indicator", "in", orNone(indicators));
  return (await rows.execute()).flatMap(({ units, values, ...of }) => units.map((unit, i) => figureIn(of, unit, values[i] as string)));
}

/** `in ()` is no SQL; nothing is called the empty text. */
const orNone = (list: readonly string[]): string[] => (list.length === 0 ? [""] : [...list]);

/** Everything that a fact has said, the oldest first. */
export async function readVersions(store: Pick<Store, "db">, province: string, address: Address): Promise<readonly StoredFact[]> {
  const { indicator, orgUnit, period, members } = address;
  if (indicator === undefined || orgUnit === undefined || period === undefined) {
    throw new KhopError("core/not-in-scope", "The address of a fact names indicator, orgUnit and period. Give all three.", {
      what: "indicator",
      id: indicator ?? "",
      known: [],
    });
  }
  const rows = await store.db
    .selectFrom("fact_version")
    .selectAll()
    .where("province", "=", province)
    .where("period", "=", period.id)
    .where("org_unit", "=", orgUnit)
    .where("indicator", "=", indicator)
    .where("members", "=", membersText({ indicator, ...(members === undefined ? {} : { members }) }))
    .orderBy("version")
    .execute();
  return rows.map((row) => factIn(row as unknown as FactTable));
}

/** How many facts a province has, by period. */
export async function countFacts(store: Pick<Store, "db">, province: string): Promise<ReadonlyMap<string, number>> {
  const rows = await store.db
    .selectFrom("fact")
    .select(["period", sql<number>`count(*)::integer`.as("facts")])
    .where("province", "=", province)
    .groupBy("period")
    .orderBy("period")
    .execute();
  return new Map(rows.map(({ period, facts }) => [period, facts]));
}
