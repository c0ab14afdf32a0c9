import type { LevelId, OrgUnit } from "@khop/core";
import { sql } from "kysely";
import type { Acting } from "./audit.ts";
import type { Store } from "./database/open.ts";
import { refusal } from "./errors.ts";
import { sameAsSeen } from "./seen.ts";
import { transact } from "./transact.ts";

/**
 * Takes org units into a province, or changes what is known of them.
 *
 * - Throws: KhopError `store/unknown-org-unit` for a parent that is not there; `store/bad-org-unit` for a unit that ends before it
 *   begins, is given twice, or stands below itself; `store/stale` where the units of the province are others than those that were `seen`.
 */
export async function putOrgUnits(
  store: Store,
  acting: Acting,
  orgUnits: readonly OrgUnit[],
  { seen }: { readonly seen?: string } = {},
): Promise<void> {
  const { province } = acting;
  checkEach(orgUnits);
  await transact(store, acting, async ({ trx, record }) => {
    if (seen !== undefined) {
      await sql`select 1 from org_unit_version where province = ${province} for update`.execute(trx);
      const version = await orgUnitVersion({ db: trx }, province);
      const mine = new Set(orgUnits.map(({ id }) => id));
      const theirs = seen === version ? [] : (await orgUnitRows({ db: trx }, province)).filter(({ id }) => mine.has(id));
      sameAsSeen({ seen, version, mine: orgUnits, theirs });
    }
    const rows = orgUnits.map(({ id, name, level, parent, validFrom, validTo }) => ({
      province,
      id,
      name,
      level,
      parent,
      valid_from: validFrom,
      valid_to: validTo,
    }));
    await trx
      .insertInto("org_unit")
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(["province", "id"]).doUpdateSet((row) => ({
          name: row.ref("excluded.name"),
          level: row.ref("excluded.level"),
          parent: row.ref("excluded.parent"),
          valid_from: row.ref("excluded.valid_from"),
          valid_to: row.ref("excluded.valid_to"),
        })),
      )
      .execute();
    const known = await trx.selectFrom("org_unit").select(["id", "parent"]).where("province", "=", province).execute();
    const parents = new Map(known.map(({ id, parent }) => [id, parent]));
    for (const { parent } of orgUnits) if (parent !== null && !parents.has(parent)) throw unknownOrgUnit(province, parent);
    for (const { id } of orgUnits) if (isBelowItself(id, parents)) throw belowItself(id);
    record({ action: "orgUnits.put", subject: province, detail: { orgUnits } });
  });
}

function checkEach(orgUnits: readonly OrgUnit[]): void {
  const seen = new Set<string>();
  for (const { id, validFrom, validTo } of orgUnits) {
    if (seen.has(id)) {
      const said = {
        vi: `Đơn vị "${id}" được khai báo hai lần trong cùng một lần gửi. Hãy bỏ bớt một dòng.`,
        en: `The org unit "${id}" is given twice at once. Leave one of them out.`,
      };
      throw refusal("store/bad-org-unit", said, { orgUnit: id });
    }
    seen.add(id);
    if (validFrom === null || validTo === null || validFrom <= validTo) continue;
    const said = {
      vi: `Đơn vị "${id}" hết hiệu lực (${validTo}) trước khi bắt đầu (${validFrom}). Hãy sửa hai ngày này.`,
      en: `The org unit "${id}" ends (${validTo}) before it begins (${validFrom}). Mend the two days.`,
    };
    throw refusal("store/bad-org-unit", said, { orgUnit: id });
  }
}

/** Whether the parents of a unit lead back to one of themselves; whoever walks up or down them would never arrive. */
function isBelowItself(id: string, parents: ReadonlyMap<string, string | null>): boolean {
  const above = new Set<string>();
  for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) {
    if (above.has(at)) return true;
    above.add(at);
  }
  return false;
}

const belowItself = (id: string): Error =>
  refusal(
    "store/bad-org-unit",
    {
      vi: `Đơn vị "${id}" trực thuộc chính nó, trực tiếp hoặc qua đơn vị khác. Hãy sửa đơn vị cấp trên.`,
      en: `The org unit "${id}" stands below itself, at once or through others. Mend its parent.`,
    },
    { orgUnit: id },
  );

/** The org units of a province, in the order of their ids; who has just heard of which `version` they are says so, and they are not asked for it. */
export async function readOrgUnits(
  store: Pick<Store, "db">,
  province: string,
  { version: heard }: { readonly version?: string } = {},
): Promise<readonly OrgUnit[]> {
  const version = heard ?? (await orgUnitVersion(store, province));
  if (version === none) return [];
  const before = kept.get(store.db)?.get(province);
  if (before?.version === version) return before.orgUnits;
  const orgUnits = await orgUnitRows(store, province);
  // Of a work that is under way nothing is kept: it may be given up.
  if (!store.db.isTransaction) {
    const provinces = kept.get(store.db) ?? new Map();
    kept.set(store.db, provinces.set(province, { version, orgUnits }));
  }
  return orgUnits;
}

/** Of a province that has no units yet. */
const none = "0";

/** How far the units of a province have changed; "0" where there are none. */
export async function orgUnitVersion(store: Pick<Store, "db">, province: string): Promise<string> {
  const { rows } = await sql<{ version: string }>`select version::text from org_unit_version where province = ${province}`.execute(
    store.db,
  );
  return rows[0]?.version ?? none;
}

interface Kept {
  readonly version: string;
  readonly orgUnits: readonly OrgUnit[];
}

/** Units as they were last read: they change seldom, and every request asks for them. */
const kept = new WeakMap<object, Map<string, Kept>>();

async function orgUnitRows(store: Pick<Store, "db">, province: string): Promise<readonly OrgUnit[]> {
  const rows = await store.db.selectFrom("org_unit").selectAll().where("province", "=", province).orderBy("id").execute();
  return rows.map(({ id, name, level, parent, valid_from, valid_to }) => ({
    id,
    name,
    level: level as LevelId,
    parent,
    validFrom: valid_from,
    validTo: valid_to,
  }));
}

/** The provinces that there are units of. */
export async function readProvinces(store: Pick<Store, "db">): Promise<readonly string[]> {
  const rows = await store.db.selectFrom("org_unit").select("province").distinct().orderBy("province").execute();
  return rows.map(({ province }) => province);
}

export function unknownOrgUnit(province: string, orgUnit: string): Error {
  const said = {
    vi: `Tỉnh "${province}" không có đơn vị "${orgUnit}". Hãy khai báo đơn vị đó trước.`,
    en: `There is no org unit "${orgUnit}" in the province "${province}". Enter it first.`,
  };
  return refusal("store/unknown-org-unit", said, { province, orgUnit });
}
