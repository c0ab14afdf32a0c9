import { randomBytes } from "node:crypto";
import {
  anPhuLineage,
  anPhuOrgUnits,
  collecting,
  departmentMonthly,
  october2024,
  references2024,
  september2024,
  workCalendar,
} from "@khop/catalog/report";
import {
  type Acting,
  entryKey,
  openPeriod,
  putLineage,
  putOrgUnits,
  putRoles,
  type RoleGrant,
  readProvinces,
  type Store,
  saveEntries,
  writeFacts,
} from "@khop/store";
import type { Accounts } from "./access/accounts.ts";
import { foundCommunes } from "./found-communes.ts";

/** An account that was just made; its password is shown this once. */
export interface FirstAccount {
  readonly email: string;
  readonly password: string;
  readonly role: string;
}

const newPassword = (): string => randomBytes(12).toString("base64url");

/** A province of your own with its first administrator, who makes the other accounts; nothing where it is there already. */
export async function foundProvince(
  store: Store,
  accounts: Accounts,
  { province, name, admin }: { readonly province: string; readonly name: string; readonly admin: string },
): Promise<readonly FirstAccount[]> {
  if ((await readProvinces(store)).includes(province)) return [];
  const acting = { province, by: "khop" };
  await putOrgUnits(store, acting, [{ id: province, name, level: "province", parent: null, validFrom: null, validTo: null }]);
  const roles = ["admin", "steward", "auditor"] as const;
  return [
    await addAccount(
      store,
      accounts,
      acting,
      admin,
      "Quản trị",
      roles.map((role) => ({ role, orgUnit: province })),
    ),
  ];
}

const example = "an-phu";

/** The example province, which is nowhere: its units, what was before, and October half finished. */
export async function foundExample(store: Store, accounts: Accounts): Promise<readonly FirstAccount[]> {
  if ((await readProvinces(store)).includes(example)) return [];
  const acting = { province: example, by: "khop" };
  await putOrgUnits(store, acting, anPhuOrgUnits);
  await putLineage(store, acting, anPhuLineage);
  await writeFacts(
    store,
    acting,
    [...references2024, ...september2024.facts].map((fact) => ({ fact })),
  );
  const regime = collecting(departmentMonthly);
  const { period, facts } = october2024;
  await openPeriod(store, acting, regime, period, { calendar: workCalendar });
  const asked = new Set(regime.entries.filter(({ frequency }) => frequency === undefined).map(entryKey));
  const key = { regime: regime.id, period: period.id, orgUnit: example };
  const entered = facts.filter((fact) => fact.orgUnit === example && fact.period.id === period.id && asked.has(entryKey(fact)));
  await saveEntries(
    store,
    acting,
    regime,
    key,
    entered.map((fact) => ({ fact })),
  );
  await foundCommunes(store, example);
  const [hoaLac, catVang] = ["an-phu.hoa-lac", "an-phu.dong-con.cat-vang"];
  const people = [
    ["quan-tri@an-phu.example", "Quản trị", ["admin", "steward", "auditor"], example],
    ["can-bo@an-phu.example", "Cán bộ nhập liệu", ["clerk"], example],
    ["cat-vang@an-phu.example", "Cán bộ phường Cát Vàng", ["clerk"], catVang],
    ["hoa-lac@an-phu.example", "Văn phòng huyện Hòa Lạc", ["approver"], hoaLac],
    ["lanh-dao@an-phu.example", "Lãnh đạo", ["approver"], example],
  ] as const;
  const made: FirstAccount[] = [];
  for (const [email, name, roles, orgUnit] of people) {
    made.push(
      await addAccount(
        store,
        accounts,
        acting,
        email,
        name,
        roles.map((role) => ({ role, orgUnit })),
      ),
    );
  }
  return made;
}

async function addAccount(
  store: Store,
  accounts: Accounts,
  acting: Acting,
  email: string,
  name: string,
  grants: readonly Pick<RoleGrant, "role" | "orgUnit">[],
): Promise<FirstAccount> {
  const password = newPassword();
  if (!(await accounts.has(email))) await accounts.add({ email, name, password });
  await putRoles(store, acting, email, grants);
  return { email, password, role: grants.map(({ role }) => role).join(", ") };
}
