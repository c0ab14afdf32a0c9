// Run by pnpm fuzz --api: what fuzz.test.ts does, with a seed after the other.
import { PGlite } from "@electric-sql/pglite";
import { openStore, type Store } from "@khop/store";
import { startPostgres } from "@khop/store/testing";
import { everythingIn } from "./everything-testing.ts";
import { fuzzApi } from "./fuzz-testing.ts";
import { smallApi } from "./testing.ts";

const now = () => new Date("2024-10-15T02:00:00Z");

/** So many draws of a kind are sent to each operation before the store is a new one. */
const runs = 20;

/** Sends what nobody thought of to a store, and prints what came of it. Gives the number of faults. */
async function fuzzOnce(database: string, store: Store, seed: number): Promise<number> {
  const api = await smallApi(store);
  const { ask, known } = await everythingIn(api);
  const { faults, answered } = await fuzzApi(api.app, { seed, runs, token: ask.secret, known });
  for (const { operation, kind, sent, wrong } of faults.slice(0, 20))
    console.log(`FAULT in ${operation} (${kind}, seed ${seed})\n  ${sent}\n  ${wrong}`);
  for (const failed of new Set(api.lines.flatMap((line) => line.failed ?? []))) console.log(`  ${failed}`);
  console.log(
    `${database}, seed ${seed}: ${answered.requests} requests, ${answered.done} done, ${answered.refused} refused, ${faults.length} faults`,
  );
  return faults.length;
}

/** Sends requests to the API on both databases, each time to a new store, until the seconds are over. Gives the number of faults. */
async function runApi(first: number, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  const server = await startPostgres({ durable: false });
  if ("notRun" in server) console.log(`PostgreSQL was not asked: ${server.notRun}`);
  let faulty = 0;
  for (let seed = first; seed === first || performance.now() < until; seed += 1) {
    const pglite = await openStore({ pglite: await PGlite.create() }, { now });
    faulty += await fuzzOnce("PGlite", pglite, seed).finally(() => pglite.close());
    if ("notRun" in server) continue;
    const postgres = await openStore({ url: await server.newDatabase() }, { now });
    faulty += await fuzzOnce("PostgreSQL", postgres, seed).finally(() => postgres.close());
  }
  if (!("notRun" in server)) await server.stop();
  return faulty;
}

const [seed = "1", seconds = "30"] = process.argv.slice(2);
process.exitCode = (await runApi(Number(seed), Number(seconds))) > 0 ? 1 : 0;
