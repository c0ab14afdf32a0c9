import { sql } from "kysely";
import type { Acting } from "../audit.ts";
import type { Store } from "../database/open.ts";
import type { Tables } from "../database/tables.ts";
import { contentVersion, sameAsSeen } from "../seen.ts";
import { transact } from "../transact.ts";

/** What people are in a unit, from least to most. */
export const roles = ["reader", "clerk", "approver", "steward", "auditor", "admin"] as const;
export type Role = (typeof roles)[number];

/** A role that someone has in a unit; under one regime, or under all. */
export interface RoleGrant {
  readonly province: string;
  readonly user: string;
  readonly role: Role;
  readonly orgUnit: string;
  readonly regime?: string;
}

/** What somebody is in a unit, without whose and where. */
type Granted = Omit<RoleGrant, "province" | "user">;

/** The version of somebody's roles in a province, in whatever order they are named. */
export const rolesVersion = (grants: readonly Granted[]): string =>
  contentVersion([...new Set(grants.map(({ role, orgUnit, regime = "" }) => JSON.stringify([orgUnit, role, regime])))].sort());

/** Says which roles someone has in a province, in place of those before. Throws: KhopError `store/stale` where they are others than those that were `seen`. */
export async function putRoles(
  store: Store,
  acting: Acting,
  user: string,
  grants: readonly Granted[],
  { seen }: { readonly seen?: string } = {},
): Promise<void> {
  const { province } = acting;
  await transact(store, acting, async ({ trx, record }) => {
    // One after the other: of somebody who has no role yet there is no row to wait for.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`roles|${province}|${user}`}, 0))`.execute(trx);
    if (seen !== undefined) {
      const rows = await trx.selectFrom("role").selectAll().where("province", "=", province).where("user_id", "=", user).execute();
      const theirs = rows.map(grantIn).map(({ role, orgUnit, regime }) => ({ role, orgUnit, ...(regime === undefined ? {} : { regime }) }));
      sameAsSeen({ seen, version: rolesVersion(theirs), mine: grants, theirs });
    }
    await trx.deleteFrom("role").where("province", "=", province).where("user_id", "=", user).execute();
    const all = grants.map(({ role, orgUnit, regime = "" }) => ({ province, user_id: user, role, org_unit: orgUnit, regime }));
    // A role that is named twice is one.
    const rows = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
    if (rows.length > 0) await trx.insertInto("role").values(rows).execute();
    record({ action: "roles.put", subject: user, detail: { grants } });
  });
}

/** The roles in a province, by users. */
export const readRoles = (store: Pick<Store, "db">, province: string): Promise<readonly RoleGrant[]> =>
  grantsWhere(store, "province", province);

/** All that someone is, anywhere. */
export const readRolesOf = (store: Pick<Store, "db">, user: string): Promise<readonly RoleGrant[]> => grantsWhere(store, "user_id", user);

async function grantsWhere(store: Pick<Store, "db">, column: "province" | "user_id", value: string): Promise<readonly RoleGrant[]> {
  const rows = await store.db
    .selectFrom("role")
    .selectAll()
    .where(column, "=", value)
    .orderBy("user_id")
    .orderBy("org_unit")
    .orderBy("role")
    .orderBy("regime")
    .execute();
  return rows.map(grantIn);
}

export type RoleRow = Tables["role"];

export const grantIn = ({ province, user_id, role, org_unit, regime }: RoleRow): RoleGrant => ({
  province,
  user: user_id,
  role: role as Role,
  orgUnit: org_unit,
  ...(regime === "" ? {} : { regime }),
});
