import { existsIn, type Lineage, type OrgUnit } from "@khop/core";
import { sql, type Transaction } from "kysely";
import type { Acting } from "./audit.ts";
import type { Store } from "./database/open.ts";
import type { Tables } from "./database/tables.ts";
import { refusal } from "./errors.ts";
import { readOrgUnits, unknownOrgUnit } from "./org-units.ts";
import { sameAsSeen } from "./seen.ts";
import { transact } from "./transact.ts";

/** What became of a province's units, and the version of them and of it: one that was seen is named when it is changed. */
export interface StandingLineage {
  readonly lineage: readonly Lineage[];
  readonly version: number;
}

/**
 * Says what became of org units: the whole list, in the place of the one before, which stays in the trail.
 *
 * - `seen`: the version that the list was made from; refused when units or lineage are others since.
 * - Throws: KhopError `store/unknown-org-unit`; `store/bad-lineage` for a change that cannot have been; `store/stale`.
 */
export async function putLineage(
  store: Store,
  acting: Acting,
  lineage: readonly Lineage[],
  { seen }: { readonly seen?: number } = {},
): Promise<StandingLineage> {
  const { province } = acting;
  return transact(store, acting, async ({ trx, record }) => {
    const version = await lockVersion(trx, province);
    if (seen !== undefined && seen !== version) {
      const { lineage: theirs } = await standingIn(trx, province);
      sameAsSeen({ seen: `${seen}`, version: `${version}`, mine: lineage, theirs });
    }
    checkLineage(province, lineage, await readOrgUnits({ db: trx }, province));
    await trx.deleteFrom("lineage").where("province", "=", province).execute();
    const rows = lineage.map(({ on, change, from, into, source }) => ({
      province,
      on_day: on,
      change,
      from_units: [...from],
      into_units: [...into],
      source,
    }));
    if (rows.length > 0) await trx.insertInto("lineage").values(rows).execute();
    record({ action: "lineage.put", subject: province, detail: { lineage, whole: true } });
    return standingIn(trx, province);
  });
}

/** What became of a province's org units, the oldest first. */
export const readLineage = async (store: Pick<Store, "db">, province: string): Promise<readonly Lineage[]> =>
  (await readStandingLineage(store, province)).lineage;

/** The same with its version. */
export const readStandingLineage = (store: Pick<Store, "db">, province: string): Promise<StandingLineage> => standingIn(store.db, province);

/** What was known of it at a time, from the trail: what a report of that day was made from. */
export async function readLineageThen(store: Pick<Store, "db">, province: string, then: Date): Promise<readonly Lineage[]> {
  const rows = await store.db
    .selectFrom("audit")
    .select("detail")
    .where("province", "=", province)
    .where("action", "=", sql.lit("lineage.put"))
    .where("at", "<=", then)
    .orderBy("seq")
    .execute();
  const keyOf = ({ on, from, into }: Lineage): string => JSON.stringify([on, from, into]);
  let known = new Map<string, Lineage>();
  for (const { detail } of rows) {
    const { lineage, whole } = detail as { lineage: readonly Lineage[]; whole?: boolean };
    // Earlier versions added to what there was.
    if (whole === true) known = new Map();
    for (const one of lineage) known.set(keyOf(one), one);
  }
  return [...known.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

const beside = new WeakMap<readonly OrgUnit[], Promise<readonly Lineage[]>>();

/** What became of units that were just read; asked for once as long as they stay the same. */
export function lineageOf(store: Pick<Store, "db">, province: string, orgUnits: readonly OrgUnit[]): Promise<readonly Lineage[]> {
  const before = beside.get(orgUnits);
  if (before !== undefined) return before;
  const asked = readLineage(store, province);
  beside.set(orgUnits, asked);
  asked.catch(() => beside.delete(orgUnits));
  return asked;
}

async function standingIn(db: Store["db"] | Transaction<Tables>, province: string): Promise<StandingLineage> {
  // The version first: a list that is newer than it is asked for once more, and never the other way round.
  const head = await db.selectFrom("org_unit_version").select("version").where("province", "=", province).executeTakeFirst();
  const rows = await db
    .selectFrom("lineage")
    .selectAll()
    .where("province", "=", province)
    .orderBy("on_day")
    .orderBy("from_units")
    .execute();
  const lineage = rows.map(({ on_day, change, from_units, into_units, source }) => ({
    on: on_day,
    change: change as Lineage["change"],
    from: from_units,
    into: into_units,
    source,
  }));
  return { lineage, version: Number(head?.version ?? 0) };
}

async function lockVersion(trx: Transaction<Tables>, province: string): Promise<number> {
  const { rows } = await sql<{ version: string }>`select version from org_unit_version where province = ${province} for update`.execute(
    trx,
  );
  return Number(rows[0]?.version ?? 0);
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** How many units a change has on its two sides at least. */
const shapes: Readonly<Record<Lineage["change"], readonly [from: number, into: number]>> = { merge: [2, 1], split: [1, 2], rename: [1, 1] };

function checkLineage(province: string, lineage: readonly Lineage[], orgUnits: readonly OrgUnit[]): void {
  const units = new Map(orgUnits.map((one) => [one.id, one]));
  const known = (id: string): OrgUnit => {
    const found = units.get(id);
    if (found === undefined) throw unknownOrgUnit(province, id);
    return found;
  };
  const seen = new Set<string>();
  for (const one of lineage) {
    const { on, change, from, into } = one;
    const [fewestBefore, fewestAfter] = shapes[change];
    const isShaped =
      change === "rename" ? from.length === 1 && into.length === 1 : from.length >= fewestBefore && into.length >= fewestAfter;
    if (!isShaped) throw badLineage(one, "số đơn vị không hợp với loại thay đổi", "the number of units does not suit the kind of change");
    const key = JSON.stringify([on, [...from].sort(), [...into].sort()]);
    if (seen.has(key) || new Set(from).size < from.length || new Set(into).size < into.length)
      throw badLineage(one, "ghi hai lần", "it is given twice");
    seen.add(key);
    const before = dayBefore(on);
    for (const id of from) {
      if (!existsIn(known(id), { from: before, to: before }))
        throw badLineage(one, `"${id}" không có vào ngày trước đó`, `"${id}" did not exist the day before`);
      if (existsIn(known(id), { from: on, to: on }) && !isMadeOn(lineage, on, id))
        throw badLineage(one, `"${id}" vẫn còn: hãy ghi vào cả bên "into"`, `"${id}" goes on: write it on the side "into" as well`);
    }
    for (const id of into) {
      if (!existsIn(known(id), { from: on, to: on }))
        throw badLineage(one, `"${id}" chưa có vào ngày đó`, `"${id}" does not exist on that day`);
      if (!from.includes(id) && lineage.some((other) => other !== one && other.on === on && other.from.includes(id)))
        throw badLineage(
          one,
          `"${id}" vừa hình thành vừa mất đi trong một ngày: hãy ghi gộp`,
          `"${id}" comes and goes on one day: write it as one change`,
        );
    }
  }
}

const isMadeOn = (lineage: readonly Lineage[], day: string, id: string): boolean =>
  lineage.some(({ on, from, into }) => on === day && from.includes(id) && into.includes(id));

function badLineage({ on, from, into }: Lineage, vi: string, en: string): Error {
  const what = `${from.join(", ")} → ${into.join(", ")} (${on})`;
  return refusal("store/bad-lineage", { vi: `Thay đổi ${what}: ${vi}.`, en: `The change ${what}: ${en}.` }, { on, from, into });
}
