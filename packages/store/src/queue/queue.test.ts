import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askJob, openQueue, openStore, type Place, type Queue, readJob, readJobEvents, runJob, type Store } from "../index.ts";
import { onBoth, startPostgres } from "../testing/index.ts";
import { databaseOf } from "./database.ts";

const made = { name: "a.txt", type: "text/plain", bytes: new Uint8Array([1]) };
const ignore = async () => {};

async function until(isSo: () => Promise<boolean>, milliseconds = 60_000): Promise<void> {
  for (const end = Date.now() + milliseconds; !(await isSo()); ) {
    if (Date.now() > end) throw new Error("it did not become so");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

await onBoth({ describe, afterAll }, "the queue", (database) => {
  let store: Store;
  let queue: Queue;
  beforeAll(async () => {
    store = await database.newStore();
    queue = await openQueue(store, { deliveryTries: 3, deliveryPause: 1 });
  });
  const put = (name: "job" | "delivery", id: string) => store.db.transaction().execute((trx) => queue.put(trx, name, { id }));

  it("does what is put in, at once, and nothing of what was taken back with its transaction", async () => {
    const done: string[] = [];
    await queue.work("job", async ({ id }) => void done.push(id), ignore);
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    await store.db.transaction().execute(async (trx) => { await queue.put(trx, "job", { id: first }); throw new Error("no"); }).catch(() => {});
    await put("job", second);
    queue.nudge("job");
    const began = performance.now();
    await until(async () => done.length > 0);
    expect([done, performance.now() - began < 1500]).toEqual([[second], true]);
  });

  it("tries a delivery again, later each time, and says when it was the last", { timeout: 60_000 }, async () => {
    const id = crypto.randomUUID();
    const tried: [number, boolean][] = [];
    const lost: string[] = [];
    await queue.work("delivery", async (_, { before, isLast }) => { tried.push([before, isLast]); throw new Error("refused"); }, async (one) => void lost.push(one.id));
    await put("delivery", id);
    queue.nudge("delivery");
    await until(async () => lost.length > 0);
    expect([tried, lost]).toEqual([[[0, false], [1, false], [2, true]], [id]]);
  });

  it("leaves no transaction open where one of several statements fails", async () => {
    const db = databaseOf(store);
    await expect(db.executeSql("begin; select 1; select no_such_function(); commit;")).rejects.toThrow("no_such_function");
    const beside = Array.from({ length: 12 }, () => sql<{ one: number }>`select 1 as one`.execute(store.db));
    expect((await Promise.all(beside)).map(({ rows }) => rows[0]?.one)).toEqual(Array(12).fill(1));
    expect((await db.executeSql("begin; select 2 as two; commit;")).rows).toEqual([{ two: 2 }]);
  });
});

// At the same time: most of it is to wait until the silence of a process is noticed.
describe.concurrent("a job whose process was killed", () => {
  const folder = mkdtempSync(join(tmpdir(), "khop-queue-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A process that begins a job and never ends it. */
  async function killedIn(place: Place): Promise<string> {
    const program = `
      import { askJob, openQueue, openStore, runJob } from "@khop/store";
      const store = await openStore(${JSON.stringify(place)});
      const queue = await openQueue(store, { silence: 10 });
      await queue.work("job", ({ id }) => runJob(store, queue, id, async (run) => {
        await run.progress(1, 2);
        console.log(id);
        await new Promise(() => setInterval(() => {}, 1000));
      }, () => ({})), async () => {});
      await askJob(store, queue, { kind: "check", by: "lan", asked: {} });`;
    const flags = ["--conditions=@khop/source", "--disable-warning=ExperimentalWarning", "--input-type=module-typescript", "-e", program];
    const other = spawn(process.execPath, flags, { cwd: join(import.meta.dirname, "../.."), stdio: ["ignore", "pipe", "inherit"] });
    const [said] = await once(other.stdout, "data");
    other.kill("SIGKILL");
    await once(other, "exit");
    return String(said).trim();
  }

  async function finishes(place: Place): Promise<void> {
    const id = await killedIn(place);
    const store = await openStore(place);
    expect((await readJob(store, id)).state).toBe("running");
    const queue = await openQueue(store, { silence: 10, watchEvery: 1 });
    await queue.work("job", (one) => runJob(store, queue, one.id, async () => made, () => ({})), ignore);
    await until(async () => (await readJob(store, id)).state === "done");
    expect((await readJobEvents(store, id, 0)).map(({ event }) => event)).toEqual(["queued", "started", "progress", "started", "done"]);
    await store.close();
  }

  it("is done by the next that opens the directory", { timeout: 120_000 }, () => finishes({ directory: join(folder, "data") }));

  it("is done by another process on the same server", { timeout: 120_000 }, async ({ skip }) => {
    const server = await startPostgres({ durable: false });
    if ("notRun" in server) return skip(server.notRun);
    await finishes({ url: await server.newDatabase() });
    await server.stop();
  });

  it("waits in the queue where it was not begun", { timeout: 60_000 }, async () => {
    const place = { directory: join(folder, "other") };
    const first = await openStore(place);
    const before = await openQueue(first);
    const { id } = await askJob(first, before, { kind: "check", by: "lan", asked: {} });
    await first.close();
    const store = await openStore(place);
    const queue = await openQueue(store);
    await queue.work("job", (one) => runJob(store, queue, one.id, async () => made, () => ({})), ignore);
    await until(async () => (await readJob(store, id)).state === "done");
    await store.close();
  });
});
