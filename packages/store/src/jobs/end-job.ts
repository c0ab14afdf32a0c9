import { sql } from "kysely";
import type { Store } from "../database/open.ts";
import type { Queue } from "../queue/open-queue.ts";
import { going, keptFrom } from "./job.ts";
import { moveJob } from "./move-job.ts";

/**
 * Takes a job back: one that has not ended is cancelled, one that has goes with its result.
 *
 * - Shape: what was done.
 */
export async function cancelJob(store: Store, queue: Queue, id: string): Promise<"cancelled" | "removed"> {
  const at = store.now();
  const set = sql`state = 'cancelled', ended_at = ${at}, keep_until = ${keptFrom(at)}, input = null`;
  if (await moveJob(store, id, { where: going, set }, { at, event: "cancelled" })) {
    // One that is being done notices at its next step.
    await queue.drop(id);
    return "cancelled";
  }
  await store.db.deleteFrom("job").where("id", "=", id).execute();
  return "removed";
}

/** Takes away what was kept long enough: how many jobs. */
export async function sweepJobs(store: Pick<Store, "db" | "now">): Promise<number> {
  const { numDeletedRows } = await store.db.deleteFrom("job").where("keep_until", "<=", store.now()).executeTakeFirst();
  return Number(numDeletedRows);
}
