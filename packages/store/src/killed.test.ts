import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { period, quantity } from "@khop/core";
import { afterAll, describe, expect, it } from "vitest";
import { openStore, putOrgUnits, readFacts, type Store, verifyAudit, writeFacts } from "./index.ts";
import { startPostgres } from "./testing/index.ts";

/** Twenty in all; a process takes longer to come back than a server. */
const kills = { process: 6, server: 14 };
const folder = mkdtempSync(join(tmpdir(), "khop-killed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What stands is a whole write, the last acknowledged or the one that was under way; the trail is whole. */
async function sound(store: Store, acknowledged: number): Promise<void> {
  const values = (await readFacts(store, { province: "lam-son" })).map(({ quantity: figure }) => Number(figure?.value));
  expect(new Set(values).size).toBeLessThanOrEqual(1);
  expect(values.length === 0 || values.length === 3).toBe(true);
  expect(values[0] ?? 0).toBeGreaterThanOrEqual(acknowledged);
  expect((await verifyAudit(store, "lam-son")).faults).toEqual([]);
}

describe("killed in the middle of writing", () => {
  it("a process with an embedded database loses nothing that it acknowledged", { timeout: 300_000 }, async () => {
    const directory = join(folder, "data");
    for (let kill = 0; kill < kills.process; kill++) {
      const writer = spawn(process.execPath, ["--conditions=@khop/source", "--disable-warning=ExperimentalWarning", join(import.meta.dirname, "testing/writer.ts"), directory], { stdio: ["ignore", "pipe", "inherit"] });
      let said = "";
      writer.stdout.on("data", (chunk) => { said += chunk; });
      await once(writer.stdout, "data");
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 250));
      writer.kill("SIGKILL");
      await once(writer, "close");
      const store = await openStore({ directory });
      await sound(store, Number(said.trim().split("\n").slice(0, said.endsWith("\n") ? undefined : -1).at(-1) ?? 0));
      await store.close();
    }
  });

  it("a PostgreSQL server loses nothing, and the store goes on when it is there again", { timeout: 300_000 }, async ({ skip }) => {
    const server = await startPostgres();
    if ("notRun" in server) return skip(server.notRun);
    const store = await openStore({ url: await server.newDatabase() });
    const acting = { province: "lam-son", by: "lan" };
    await putOrgUnits(store, acting, [{ id: "xa", name: "xã", level: "commune", parent: null, validFrom: null, validTo: null }]);
    let acknowledged = 0;
    const writeUntilCut = async () => {
      for (;;) {
        const n = Math.max(Date.now(), acknowledged + 1);
        try {
          await writeFacts(store, acting, ["a", "b", "c"].map((indicator) => ({ fact: { indicator, orgUnit: "xa", period: period("2024-M10"), quantity: quantity({ value: String(n) }) } })));
        } catch {
          return;
        }
        acknowledged = n;
      }
    };
    for (let kill = 0; kill < kills.server; kill++) {
      const writing = writeUntilCut();
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 250));
      await server.kill();
      await writing;
      await server.restart();
      await sound(store, acknowledged);
    }
    expect(acknowledged).toBeGreaterThan(0);
    await store.close();
    await server.stop();
  });
});
