import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { period, quantity } from "@khop/core";
import { openStore, putOrgUnits, readFacts, readVersions, type Store, verifyAudit, writeFacts } from "../index.ts";
import type { TestPostgres } from "./postgres.ts";

/** What was killed how often, and what was found after. */
export interface Killed {
  readonly kills: number;
  /** Writes of three figures that were acknowledged, all kills together. */
  readonly acknowledged: number;
  /** The longest that a store took to open, or to answer, again. */
  readonly slowest: number;
  /** What was not as it must be; empty where nothing was lost. */
  readonly faults: readonly string[];
}

const province = "lam-son";
const acting = { province, by: "lan" };
const names = ["a", "b", "c"] as const;
const october = period("2024-M10");

/** What stands is a whole write, the last acknowledged or the one that was under way; every write is kept; the trail is whole. */
async function faultsIn(store: Store, last: number, acknowledged: number): Promise<string[]> {
  const values = (await readFacts(store, { province })).map(({ quantity: figure }) => Number(figure?.value));
  const versions = await readVersions(store, province, { indicator: "a", orgUnit: "xa", period: october });
  const { faults } = await verifyAudit(store, province);
  return [
    ...(new Set(values).size > 1 || (values.length !== 0 && values.length !== names.length)
      ? [`half a write stands: ${values.join(", ")}`]
      : []),
    ...((values[0] ?? 0) < last ? [`${last} was acknowledged and ${values[0]} stands`] : []),
    ...(versions.length < acknowledged ? [`${acknowledged} writes were acknowledged and ${versions.length} are kept`] : []),
    ...faults.map(({ seq, what }) => `the trail is broken at ${seq}: ${what}`),
  ];
}

/** Kills a process that writes into an embedded store, again and again, each time at a moment of its own. */
export async function killProcesses(directory: string, kills: number): Promise<Killed> {
  const faults: string[] = [];
  let [acknowledged, slowest] = [0, 0];
  for (let kill = 0; kill < kills; kill++) {
    const program = join(import.meta.dirname, "writer.ts");
    const flags = ["--conditions=@khop/source", "--disable-warning=ExperimentalWarning"];
    const writer = spawn(process.execPath, [...flags, program, directory], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    writer.stdout.on("data", (chunk) => {
      said += chunk;
    });
    await once(writer.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 250));
    writer.kill("SIGKILL");
    await once(writer, "close");
    const lines = said
      .trim()
      .split("\n")
      .slice(0, said.endsWith("\n") ? undefined : -1);
    acknowledged += lines.length;
    const began = performance.now();
    const store = await openStore({ directory });
    slowest = Math.max(slowest, performance.now() - began);
    faults.push(...(await faultsIn(store, Number(lines.at(-1) ?? 0), acknowledged)));
    await store.close();
  }
  return { kills, acknowledged, slowest, faults };
}

/** Kills a PostgreSQL server under a store that writes into it, again and again. */
export async function killServers(server: TestPostgres, kills: number): Promise<Killed> {
  const store = await openStore({ url: await server.newDatabase() });
  await putOrgUnits(store, acting, [{ id: "xa", name: "xã", level: "commune", parent: null, validFrom: null, validTo: null }]);
  const faults: string[] = [];
  let [last, acknowledged, slowest] = [0, 0, 0];
  const writeUntilCut = async () => {
    for (;;) {
      const n = Math.max(Date.now(), last + 1);
      const fact = (indicator: string) => ({ indicator, orgUnit: "xa", period: october, quantity: quantity({ value: String(n) }) });
      try {
        await writeFacts(
          store,
          acting,
          names.map((indicator) => ({ fact: fact(indicator) })),
        );
      } catch {
        return;
      }
      last = n;
      acknowledged += 1;
    }
  };
  for (let kill = 0; kill < kills; kill++) {
    const writing = writeUntilCut();
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 250));
    await server.kill();
    await writing;
    const began = performance.now();
    await server.restart();
    faults.push(...(await faultsIn(store, last, acknowledged)));
    slowest = Math.max(slowest, performance.now() - began);
  }
  await store.close();
  return { kills, acknowledged, slowest, faults };
}
