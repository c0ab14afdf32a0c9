import type { Store } from "../database/open.ts";

/** A setting of the installation; made at the first asking, and the same for every process from then on. */
export async function setting(store: Pick<Store, "db">, name: string, make: () => string): Promise<string> {
  await store.db
    .insertInto("setting")
    .values({ name, value: make() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (
    await store.db.selectFrom("setting").select("value").where("province", "=", "").where("name", "=", name).executeTakeFirstOrThrow()
  ).value;
}
