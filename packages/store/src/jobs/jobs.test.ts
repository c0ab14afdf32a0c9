import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askJob, cancelJob, loseJob, mostJobs, NotWanted, openQueue, type Queue, type Run, readJob, readJobEvents, readJobResult, readJobs, runJob, type Store, sweepJobs } from "../index.ts";
import { onBoth } from "../testing/index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const made = { name: "a.md", type: "text/markdown", bytes: bytes("Đã xong") };
const problemOf = (error: unknown) => ({ detail: (error as Error).message });

await onBoth({ describe, afterAll }, "jobs", (database) => {
  let store: Store;
  let queue: Queue;
  let now = new Date("2024-10-15T02:00:00Z");
  beforeAll(async () => {
    store = await database.newStore({ now: () => now });
    queue = await openQueue(store);
  });
  const ask = (by = "lan") => askJob(store, queue, { kind: "check", by, asked: { name: "a.md" }, input: bytes("Tổng 3") });
  const told = async (id: string, after = 0) => (await readJobEvents(store, id, after)).map(({ seq, event, data }) => [seq, event, ...Object.values(data)].join(" "));
  const run = (id: string, work: (one: Run) => Promise<typeof made>) => runJob(store, queue, id, work, problemOf);

  it("are queued, done step by step, and have a result until they are taken away", async () => {
    const { id, state } = await ask();
    expect(state).toBe("queued");
    await expect(readJobResult(store, id)).rejects.toThrow("Việc này chưa xong, chưa có kết quả. / This job has not ended; there is no result yet.");
    let input = "";
    await run(id, async (one) => {
      input = new TextDecoder().decode(one.input ?? bytes(""));
      await one.progress(1, 3);
      // Too soon to be told of.
      await one.progress(2, 3);
      await one.progress(3, 3);
      return made;
    });
    expect(input).toBe("Tổng 3");
    expect(await told(id)).toEqual(["1 queued", "2 started", "3 progress 1 3", "4 progress 3 3", "5 done"]);
    expect(await told(id, 3)).toEqual(["4 progress 3 3", "5 done"]);
    expect(await readJob(store, id)).toMatchObject({ state: "done", done: 3, whole: 3, endedAt: now, keepUntil: new Date("2024-10-22T02:00:00Z"), result: { name: "a.md" } });
    expect(new TextDecoder().decode((await readJobResult(store, id)).bytes)).toBe("Đã xong");
    expect(await store.db.selectFrom("job").select("input").where("id", "=", id).executeTakeFirst()).toEqual({ input: null });
    expect(await cancelJob(store, queue, id)).toBe("removed");
    await expect(readJob(store, id)).rejects.toMatchObject({ code: "store/no-job" });
    await expect(readJob(store, "x'; drop table job; --")).rejects.toMatchObject({ code: "store/no-job" });
  });

  it("fail with the problem that whoever asked is to read", async () => {
    const { id } = await ask();
    await run(id, async () => { throw new Error("Không đọc được"); });
    expect(await readJob(store, id)).toMatchObject({ state: "failed", problem: { detail: "Không đọc được" } });
    await expect(readJobResult(store, id)).rejects.toThrow("Việc này không có kết quả.");
    const lost = await ask();
    await loseJob(store, queue, lost.id, { detail: "mất" });
    await loseJob(store, queue, id, { detail: "mất" });
    expect([(await readJob(store, lost.id)).problem, (await readJob(store, id)).problem]).toEqual([{ detail: "mất" }, { detail: "Không đọc được" }]);
  });

  it("that are cancelled stop at their next step, and give no result", async () => {
    const { id } = await ask();
    const seen: string[] = [];
    await run(id, async (one) => {
      await one.progress(1, 2);
      expect(await cancelJob(store, queue, id)).toBe("cancelled");
      await one.progress(2, 2).catch((error) => { seen.push(error.constructor.name); throw error; });
      return made;
    });
    expect([seen, (await readJob(store, id)).state, (await told(id)).at(-1)]).toEqual([[NotWanted.name], "cancelled", "4 cancelled"]);
    // Cancelled before it was begun: nobody begins it.
    const other = await ask();
    await cancelJob(store, queue, other.id);
    await run(other.id, async () => { throw new Error("begun"); });
    expect((await readJob(store, other.id)).state).toBe("cancelled");
  });

  it("that are begun anew hear no more of who began them before", async () => {
    const { id } = await ask();
    await run(id, async (first) => {
      await run(id, async () => made);
      await expect(first.progress(1, 1)).rejects.toBeInstanceOf(NotWanted);
      return { ...made, name: "late.md" };
    });
    expect((await readJob(store, id)).result?.name).toBe("a.md");
    expect(await told(id)).toEqual(["1 queued", "2 started", "3 started", "4 done"]);
  });

  it("are listed to who asked, and kept for a week", async () => {
    const { id } = await ask("hung");
    await run(id, async () => made);
    const waiting = await ask("hung");
    expect((await readJobs(store, "hung")).map((one) => one.id).sort()).toEqual([id, waiting.id].sort());
    now = new Date("2024-10-22T01:59:59Z");
    await sweepJobs(store);
    expect(await readJobs(store, "hung")).toHaveLength(2);
    now = new Date("2024-10-22T02:00:00Z");
    expect(await readJobs(store, "hung")).toEqual([]);
    expect(await sweepJobs(store)).toBeGreaterThanOrEqual(2);
    expect(await told(id)).toEqual([]);
    await run(waiting.id, async () => { throw new Error("begun"); });
  });

  it("of one person are no more than can be kept", async () => {
    for (let i = 0; i < mostJobs; i++) await ask("many");
    await expect(ask("many")).rejects.toMatchObject({ code: "store/too-many-jobs", message: expect.stringContaining(`Bạn đang giữ ${mostJobs} việc chạy nền`) });
    expect((await ask("other")).state).toBe("queued");
  });
});
