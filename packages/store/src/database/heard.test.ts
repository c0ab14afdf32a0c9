import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueToken, openStore, putOrgUnits, putRoles, readOrgUnits, revokeToken, type Store, tokenOwner } from "../index.ts";
import { onBoth } from "../testing/index.ts";
import { madeUpUnits } from "../testing/made-up.ts";

const acting = { province: "p", by: "khop" };

await onBoth({ describe, afterAll }, "what is kept of who somebody is", (database) => {
  let store: Store;
  /** Another process's, where there can be one. */
  let other: Store;
  let secret: string;
  let id: string;
  beforeAll(async () => {
    store = await database.newStore();
    other = store.engine === "server" ? await openStore({ url: database.addressOf(store), connections: 1 }) : store;
    await putOrgUnits(store, acting, madeUpUnits(1, 1));
    ({ secret, id } = await issueToken(store, { user: "lan", name: "t", scopes: ["read"] }));
  });
  afterAll(async () => {
    if (other !== store) await other.close();
  });

  /** Asks until an answer is as it should be; what another process changed is heard a moment later. */
  async function until(answer: () => Promise<unknown>, expected: unknown): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt++) {
      if (JSON.stringify(await answer()) === JSON.stringify(expected)) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await answer()).toEqual(expected);
  }
  const roles = async () => (await tokenOwner(store, secret))?.grants.map(({ role }) => role);

  it("is asked for once, then kept", async () => {
    await until(roles, []);
    // A word to oneself has to arrive before anything is kept.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const asked: string[] = [];
    const ask = () => store.heard.get("one", async () => { asked.push("asked"); return asked.length; });
    await ask();
    expect([await ask(), await ask(), asked.length]).toEqual([1, 1, 1]);
  });

  it("is old when a role was given elsewhere, a unit changed, a token was revoked", async () => {
    await putRoles(other, acting, "lan", [{ role: "clerk", orgUnit: "xa-1" }]);
    await until(roles, ["clerk"]);
    const before = (await tokenOwner(store, secret))?.orgUnitVersions;
    await putOrgUnits(other, acting, [{ ...madeUpUnits(1, 1)[0]!, name: "tỉnh khác" }]);
    await until(async () => (await tokenOwner(store, secret))?.orgUnitVersions, { p: String(Number(before?.p) + 1) });
    const version = (await tokenOwner(store, secret))?.orgUnitVersions.p ?? "";
    expect((await readOrgUnits(store, "p", { version })).find(({ id: unit }) => unit === "tinh")?.name).toBe("tỉnh khác");
    await revokeToken(other, "lan", id);
    await until(() => tokenOwner(store, secret), undefined);
  });

  it("is not kept while nothing can be heard, and kept again when it can", async ({ skip }) => {
    if (store.engine === "embedded") skip("an embedded database has no line that could be cut");
    let asked = 0;
    const ask = (name: string) => store.heard.get(name, async () => ++asked);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen khop_heard' and pid <> pg_backend_pid()`.execute(other.db);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([await ask("a"), await ask("a")]).toEqual([1, 2]);
    await until(async () => { const [one, two] = [await ask("b"), await ask("b")]; return one === two; }, true);
  });
});
