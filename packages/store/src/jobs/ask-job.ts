import { randomUUID } from "node:crypto";
import type { Store } from "../database/open.ts";
import { refusal } from "../errors.ts";
import type { Queue } from "../queue/open-queue.ts";
import { type Job, jobColumns, jobIn, keptFrom } from "./job.ts";

/** So many jobs of one person are kept, their results with them. */
export const mostJobs = 100;

/**
 * Has something done in the background: it waits in the queue from the moment at which it is kept.
 *
 * - `input`: what it is made from; forgotten when it has ended.
 * - Throws: KhopError `store/too-many-jobs`.
 */
export async function askJob(
  store: Store,
  queue: Queue,
  {
    kind,
    by,
    province,
    asked,
    input,
  }: Pick<Job, "kind" | "asked"> & { readonly by: string; readonly province?: string; readonly input?: Uint8Array },
): Promise<Job> {
  const id = randomUUID();
  const at = store.now();
  const job = await store.db.transaction().execute(async (trx) => {
    const { count } = await trx
      .selectFrom("job")
      .select(({ fn }) => fn.countAll<string>().as("count"))
      .where("asked_by", "=", by)
      .executeTakeFirstOrThrow();
    if (Number(count) >= mostJobs) throw tooMany();
    const row = await trx
      .insertInto("job")
      .values({
        id,
        kind,
        asked_by: by,
        province: province ?? "",
        asked: JSON.stringify(asked),
        input: input ?? null,
        state: "queued",
        attempt: 0,
        done: 0,
        whole: null,
        events: 1,
        asked_at: at,
        ended_at: null,
        keep_until: keptFrom(at),
        problem: null,
      })
      .returning(jobColumns)
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("job_event")
      .values({ province: province ?? "", job: id, seq: 1, at, event: "queued", data: "{}" })
      .execute();
    await queue.put(trx, "job", { id });
    return jobIn(row);
  });
  queue.nudge("job");
  return job;
}

const tooMany = (): Error =>
  refusal(
    "store/too-many-jobs",
    {
      vi: `Bạn đang giữ ${mostJobs} việc chạy nền; hãy xóa bớt việc đã xong rồi thử lại.`,
      en: `You keep ${mostJobs} jobs; delete some that have ended, then try again.`,
    },
    { most: mostJobs },
  );
