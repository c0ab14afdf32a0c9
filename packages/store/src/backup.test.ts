import { period } from "@khop/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addComment, addWebhook, attachEvidence, backUp, draftReport, openPeriod, putLineage, putOrgUnits, putRoles, readComments, readEvidence, readEvidenceFile, readFacts, readLineage, readPassages, readReport, readReportSteps, readRoles, readSteps, readVersions, readWebhooks, restore, type Store, saveEntries, setting, submit, verifyAudit, writeFacts,writePassages, 
} from "./index.ts";
import { onBoth } from "./testing/index.ts";
import { entered, fitting, madeUpUnits, madeUpRegime as regime } from "./testing/made-up.ts";

async function gathered(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

await onBoth({ describe, afterAll }, "a backup", (database) => {
  const acting = { province: "lam-son", by: "lan" };
  const key = { regime: regime.id, period: "2024-M10", orgUnit: "xa-1" };
  let lines: string[] = [];
  let store: Store;
  let empty: Store;
  beforeAll(async () => {
    store = await database.newStore();
    await putOrgUnits(store, acting, madeUpUnits(1, 2));
    await putLineage(store, acting, [{ on: "2025-07-01", change: "rename", from: ["xa-1"], into: ["xa-1-2025"], source: "Nghị quyết" }]);
    await putRoles(store, acting, "lan", [{ role: "clerk", orgUnit: "xa-1" }]);
    await setting(store, "secret", () => "s");
    await openPeriod(store, acting, regime, period("2024-M10"));
    await writeFacts(store, acting, [{ fact: entered("xa-1", "2024-M09", "pending", "5") }]);
    await saveEntries(store, acting, regime, key, Object.entries({ ...fitting, resolved: "89" }).map(([name, value]) => ({ fact: entered("xa-1", "2024-M10", name, value) })));
    await saveEntries(store, acting, regime, key, [{ fact: entered("xa-1", "2024-M10", "resolved", "90") }]);
    await submit(store, acting, regime, key);
    await addComment(store, acting, key, { text: `Đủ "số liệu" \\ 16/10` });
    await attachEvidence(store, acting, key, { name: "sổ.bin", bytes: new Uint8Array([0, 1, 254, 255]) });
    await writePassages(store, acting, key, [{ passage: "general", text: `Dòng "một"\nDòng hai` }]);
    await draftReport(store, acting, "1", key, { head: { place: "Lam Sơn" } });
    await addWebhook(store, acting, { url: "https://hook.example/", events: ["report.signed"] });
    lines = await gathered(backUp(store));
    empty = await database.newStore();
  });
  const all = (list: readonly string[]) => async function* () { yield* list; };

  it.each<[string, (good: readonly string[]) => readonly string[]]>([
    ["a line is missing",         (good) => good.toSpliced(3, 1)],
    ["the end is missing",        (good) => good.slice(0, -1)],
    ["a figure was changed",      (good) => good.map((line) => line.replace('"value": 90', '"value": 91'))],
    ["it is something else",      () => ["Mã;Kỳ;Giá trị"]],
    ["it is empty",               () => []],
  ])("is refused where %s, and nothing is written", async (_, change) => {
    expect(change(lines)).not.toEqual(lines);
    await expect(restore(empty, all(change(lines)))).rejects.toMatchObject({ code: "store/bad-backup" });
    expect(await readFacts(empty, { province: "lam-son" })).toEqual([]);
  });

  it("gives back everything, and goes on from there", async () => {
    const other = empty;
    expect(await restore(other, all(lines))).toEqual({ rows: lines.length - 2 });
    const told = async (one: Store) => [
      await readFacts(one, { province: "lam-son" }), await readVersions(one, "lam-son", { indicator: "resolved", orgUnit: "xa-1", period: period("2024-M10") }),
      await readSteps(one, "lam-son", key), await readComments(one, "lam-son", key), await readRoles(one, "lam-son"), await readPassages(one, "lam-son", key), await readReport(one, "lam-son", key), await readReportSteps(one, "lam-son", key),
      await Promise.all((await readEvidence(one, "lam-son", key)).map(async ({ id }) => { const file = await readEvidenceFile(one, "lam-son", key, id); return { ...file, bytes: [...file.bytes] }; })), await readLineage(one, "lam-son"), await readWebhooks(one, "lam-son"), await one.db.selectFrom("webhook_head").selectAll().execute(), await verifyAudit(one, "lam-son"), await setting(one, "secret", () => "other"),
    ].map((part) => JSON.stringify(part));
    expect(await told(other)).toEqual(await told(store));
    expect(await gathered(backUp(other))).toHaveLength(lines.length);
    await writeFacts(other, acting, [{ fact: entered("xa-2", "2024-M11", "received", "1") }]);
    expect((await verifyAudit(other, "lam-son")).faults).toEqual([]);
    await expect(restore(other, all(lines))).rejects.toMatchObject({ code: "store/not-empty" });
  });
});
