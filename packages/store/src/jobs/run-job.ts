import { sql } from "kysely";
import type { Store } from "../database/open.ts";
import type { Queue } from "../queue/open-queue.ts";
import { announceJob } from "../webhooks/announce.ts";
import { going, isUuid, type Job, type JobProblem, jobColumns, jobIn, keptFrom } from "./job.ts";
import { moveJob } from "./move-job.ts";

/** A job that was cancelled, or begun anew by another process: what it does is wanted no more. */
export class NotWanted extends Error {}

/** A job that is being done, by who does it. */
export interface Run {
  readonly job: Job;
  readonly input: Uint8Array | null;
  /** Says how far it has come, not more often than anybody can read. Throws: NotWanted. */
  progress(done: number, whole: number): Promise<void>;
}

export interface JobResult {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Steps that come faster are told of together. */
const leastPause = 200;

/**
 * Does a job, and keeps what came of it: a result, or the problem that `work` threw.
 *
 * - `problemOf`: an error as who asked is to read it; undefined for one that says that the process is ending, which is thrown on.
 */
export async function runJob(
  store: Store,
  queue: Queue,
  id: string,
  work: (run: Run) => Promise<JobResult>,
  problemOf: (error: unknown) => JobProblem | undefined,
): Promise<void> {
  const begun = await begin(store, id);
  if (begun === undefined) return;
  const { job, input, attempt } = begun;
  const mine = sql<boolean>`state = 'running' and attempt = ${attempt}`;
  let last = 0;
  const progress = async (done: number, whole: number) => {
    if (done < whole && performance.now() - last < leastPause) return;
    last = performance.now();
    const set = sql`done = ${done}, whole = ${whole}`;
    if (!(await moveJob(store, id, { where: mine, set }, { at: store.now(), event: "progress", data: { done, whole } })))
      throw new NotWanted();
  };
  try {
    const { name, type, bytes } = await work({ job, input, progress });
    const set = sql`state = 'done', result_name = ${name}, result_type = ${type}, result = ${bytes}`;
    await end(store, queue, job, { where: mine, set, event: "done" });
  } catch (error) {
    if (error instanceof NotWanted) return;
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    await end(store, queue, job, {
      where: mine,
      set: sql`state = 'failed', problem = ${JSON.stringify(problem)}`,
      event: "failed",
      problem,
    });
  }
}

/** Says of a job that was begun again and again, and whose process ended each time, that it failed. */
export async function loseJob(store: Store, queue: Queue, id: string, problem: JobProblem): Promise<void> {
  const row = await store.db.selectFrom("job").select(jobColumns).where("id", "=", id).executeTakeFirst();
  if (row === undefined) return;
  const set = sql`state = 'failed', problem = ${JSON.stringify(problem)}`;
  await end(store, queue, jobIn(row), { where: going, set, event: "failed", problem });
}

/** Undefined for a job that is not there any more, or has ended. */
async function begin(
  store: Store,
  id: string,
): Promise<{ readonly job: Job; readonly input: Uint8Array | null; readonly attempt: number } | undefined> {
  if (!isUuid(id)) return undefined;
  const set = sql`state = 'running', attempt = attempt + 1, done = 0, whole = null`;
  if (!(await moveJob(store, id, { where: going, set }, { at: store.now(), event: "started" }))) return undefined;
  const columns = [...jobColumns, "input", "attempt"] as const;
  const row = await store.db.selectFrom("job").select(columns).where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : { job: jobIn(row), input: row.input, attempt: row.attempt };
}

/** Ends a job with what came of it, and tells the webhooks of its province. */
async function end(
  store: Store,
  queue: Queue,
  job: Job,
  { where, set, event, problem }: Parameters<typeof moveJob>[2] & { readonly event: "done" | "failed"; readonly problem?: JobProblem },
): Promise<void> {
  const at = store.now();
  const ending = sql`${set}, ended_at = ${at}, keep_until = ${keptFrom(at)}, input = null`;
  const isTold = await store.db.transaction().execute(async (trx) => {
    const data = problem === undefined ? {} : { problem };
    if (!(await moveJob({ db: trx }, job.id, { where, set: ending }, { at, event, data }))) return false;
    return announceJob(trx, queue, { ...job, state: event }, at);
  });
  if (isTold) queue.nudge("delivery");
}
