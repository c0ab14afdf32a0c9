import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOnce, forgetAnswers, issueToken, putOrgUnits, putRoles, readRoles, readRolesOf, readTokens, revokeToken, type Store, setting, tokenOwner } from "../index.ts";
import { onBoth } from "../testing/index.ts";
import { madeUpUnits } from "../testing/made-up.ts";

await onBoth({ describe, afterAll }, "access", (database) => {
  let store: Store;
  let now = new Date("2024-10-15T02:00:00Z");
  beforeAll(async () => {
    store = await database.newStore({ now: () => now });
    await putOrgUnits(store, { province: "p", by: "lan" }, madeUpUnits(1, 1));
  });

  it("keeps who is what where, and puts the new in place of the old", async () => {
    const acting = { province: "p", by: "lan" };
    await putRoles(store, acting, "hung", [{ role: "clerk", orgUnit: "xa-1" }]);
    await putRoles(store, acting, "hung", [{ role: "approver", orgUnit: "huyen-1", regime: "r" }, { role: "reader", orgUnit: "tinh" }]);
    const grants = [{ province: "p", user: "hung", role: "approver", orgUnit: "huyen-1", regime: "r" }, { province: "p", user: "hung", role: "reader", orgUnit: "tinh" }];
    expect(await readRoles(store, "p")).toEqual(grants);
    expect(await readRolesOf(store, "hung")).toEqual(grants);
    expect(await readRolesOf(store, "mai")).toEqual([]);
  });

  it("knows a token until it ends or is revoked, and keeps no secret", async () => {
    const token = await issueToken(store, { user: "lan", name: "bảng tính", scopes: ["read"], expiresAt: new Date("2024-10-16T00:00:00Z") });
    expect(await tokenOwner(store, token.secret)).toEqual({ user: "lan", scopes: ["read"], grants: [], orgUnitVersions: {} });
    expect(await tokenOwner(store, `${token.secret}x`)).toBeUndefined();
    const hung = await issueToken(store, { user: "hung", name: "t", scopes: [] });
    expect((await tokenOwner(store, hung.secret))?.grants).toEqual(await readRolesOf(store, "hung"));
    expect(await readRolesOf(store, "hung")).toHaveLength(2);
    expect(JSON.stringify(await store.db.selectFrom("token").selectAll().execute())).not.toContain(token.secret);
    now = new Date("2024-10-16T00:00:00Z");
    expect(await tokenOwner(store, token.secret)).toBeUndefined();
    now = new Date("2024-10-15T02:00:00Z");
    expect([await revokeToken(store, "mai", token.id), await revokeToken(store, "lan", token.id), await revokeToken(store, "lan", token.id)]).toEqual([false, true, false]);
    expect([await tokenOwner(store, token.secret), await readTokens(store, "lan")]).toEqual([undefined, []]);
  });

  it("makes a setting once", async () => {
    expect([await setting(store, "secret", () => "a"), await setting(store, "secret", () => "b")]).toEqual(["a", "a"]);
  });

  it("answers a request once, whoever else asks at the same time", async () => {
    let done = 0;
    const ask = (request = "POST /x", key = "k") => answerOnce(store, { asker: "lan", key, request }, async () => ({ status: 201, body: String(++done) }));
    const slow = answerOnce(store, { asker: "lan", key: "k", request: "POST /x" }, async () => {
      expect(await ask()).toBe("busy");
      return { status: 201, body: String(++done) };
    });
    expect(await slow).toEqual({ status: 201, body: "1", again: false });
    expect([await ask(), await ask("POST /y")]).toEqual([{ status: 201, body: "1", again: true }, "other"]);
    await expect(answerOnce(store, { asker: "lan", key: "f", request: "r" }, () => Promise.reject(new Error("fault")))).rejects.toThrow("fault");
    expect(await answerOnce(store, { asker: "lan", key: "f", request: "r" }, async () => ({ status: 500, body: "" }))).toMatchObject({ again: false });
    expect(await answerOnce(store, { asker: "lan", key: "f", request: "r" }, async () => ({ status: 200, body: "" }))).toMatchObject({ again: false });
    await forgetAnswers(store, new Date("2025-01-01T00:00:00Z"));
    expect(await ask("POST /y")).toMatchObject({ status: 201, body: "2" });
  });
});
