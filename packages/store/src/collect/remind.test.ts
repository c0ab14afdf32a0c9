import { period } from "@khop/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPeriod, putOrgUnits, putRoles, readAudit, readReminders, remindOnce, type Store, saveEntries, submit, verifyAudit, writeFacts } from "../index.ts";
import { onBoth } from "../testing/index.ts";
import { entered, fitting, madeUpUnits, madeUpRegime as regime } from "../testing/made-up.ts";

const acting = { province: "lam-son", by: "mai" };
const key = (orgUnit: string) => ({ regime: regime.id, period: "2024-M10", orgUnit });

await onBoth({ describe, afterAll }, "reminders", (database) => {
  let store: Store;
  let now = new Date("2024-10-16T02:00:00Z");
  const asked = { ...key(""), orgUnits: ["xa-1", "xa-2", "xa-3"] };
  const shown = async () => (await readReminders(store, "lam-son", asked)).map(({ orgUnit, kind, recipient, sentAt }) => `${orgUnit} ${kind} ${recipient}${sentAt === null ? "" : " sent"}`);
  beforeAll(async () => {
    store = await database.newStore({ now: () => now });
    await putOrgUnits(store, acting, madeUpUnits(1, 3));
    await openPeriod(store, acting, regime, period("2024-M10"));
    await putRoles(store, acting, "mot@x.example", [{ role: "clerk", orgUnit: "xa-1" }, { role: "approver", orgUnit: "xa-1" }]);
    await putRoles(store, acting, "hai@x.example", [{ role: "clerk", orgUnit: "xa-2" }, { role: "reader", orgUnit: "xa-1" }]);
    await putRoles(store, acting, "ba@x.example", [{ role: "clerk", orgUnit: "xa-3", regime: "another" }]);
  });

  it("go to those who enter and send, once each, for whom the regime is theirs", async () => {
    expect(await shown()).toEqual(["xa-1 owed mot@x.example", "xa-2 owed hai@x.example"]);
    const [first] = await readReminders(store, "lam-son", asked);
    let sent = 0;
    const send = () => remindOnce(store, acting, first!, async () => { await new Promise((resolve) => setTimeout(resolve, 20)); sent += 1; });
    expect((await Promise.all([send(), send(), send()])).sort()).toEqual([false, false, true]);
    expect([await send(), sent]).toEqual([false, 1]);
    expect(await shown()).toEqual(["xa-1 owed mot@x.example sent", "xa-2 owed hai@x.example"]);
    expect((await readAudit(store, "lam-son")).at(-1)).toMatchObject({ action: "reminder.send", by: "mai", detail: { recipient: "mot@x.example", kind: "owed", dueOn: "2024-10-17" } });
  });

  it("that could not be sent can be sent again, and one that was lost on the way is taken up later", async () => {
    const [, second] = await readReminders(store, "lam-son", asked);
    await expect(remindOnce(store, acting, second!, () => Promise.reject(new Error("no line")))).rejects.toThrow("no line");
    // A process that ends while it sends says neither that it did nor that it did not.
    void remindOnce(store, acting, second!, () => new Promise(() => {}));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await remindOnce(store, acting, second!, async () => {})).toBe(false);
    now = new Date("2024-10-16T02:11:00Z");
    expect(await remindOnce(store, acting, second!, async () => {})).toBe(true);
  });

  it("are others behind the deadline, and none for who has sent", async () => {
    await writeFacts(store, acting, [{ fact: entered("xa-1", "2024-M09", "pending", "5") }]);
    await saveEntries(store, acting, regime, key("xa-1"), Object.entries(fitting).map(([name, value]) => ({ fact: entered("xa-1", "2024-M10", name, value) })));
    await submit(store, acting, regime, key("xa-1"));
    now = new Date("2024-10-18T02:00:00Z");
    expect(await shown()).toEqual(["xa-2 missing hai@x.example"]);
    expect((await verifyAudit(store, "lam-son")).faults).toEqual([]);
  });
});
