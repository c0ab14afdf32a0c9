import type { Store } from "../database/open.ts";
import { refusal } from "../errors.ts";
import { isUuid, type Job, type JobEvent, jobColumns, jobIn } from "./job.ts";

/** A job as far as it has come. Throws: KhopError `store/no-job`, also for one that was kept long enough. */
export async function readJob(store: Pick<Store, "db" | "now">, id: string): Promise<Job> {
  const row = isUuid(id)
    ? await store.db.selectFrom("job").select(jobColumns).where("id", "=", id).where("keep_until", ">", store.now()).executeTakeFirst()
    : undefined;
  if (row === undefined) throw noJob(id);
  return jobIn(row);
}

/** Everything that someone has asked for and that is kept, the newest first. */
export async function readJobs(store: Pick<Store, "db" | "now">, by: string): Promise<readonly Job[]> {
  const rows = await store.db
    .selectFrom("job")
    .select(jobColumns)
    .where("asked_by", "=", by)
    .where("keep_until", ">", store.now())
    .orderBy("asked_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(jobIn);
}

/** What was told of a job behind an event, the first first. */
export async function readJobEvents(store: Pick<Store, "db">, id: string, after: number): Promise<readonly JobEvent[]> {
  const rows = await store.db
    .selectFrom("job_event")
    .select(["seq", "at", "event", "data"])
    .where("job", "=", id)
    .where("seq", ">", after)
    .orderBy("seq")
    .execute();
  return rows.map(({ event, ...row }) => ({ ...row, event: event as JobEvent["event"] }));
}

/** What a job has made. Throws: KhopError `store/no-job`, `store/no-result` where it has made nothing, or not yet. */
export async function readJobResult(
  store: Pick<Store, "db" | "now">,
  id: string,
): Promise<{ readonly name: string; readonly type: string; readonly bytes: Uint8Array }> {
  const { state, result } = await readJob(store, id);
  const row = result === undefined ? undefined : await store.db.selectFrom("job").select("result").where("id", "=", id).executeTakeFirst();
  if (result !== undefined && row?.result != null) return { ...result, bytes: row.result };
  const said = {
    vi: state === "queued" || state === "running" ? "Việc này chưa xong, chưa có kết quả." : "Việc này không có kết quả.",
    en: state === "queued" || state === "running" ? "This job has not ended; there is no result yet." : "This job has no result.",
  };
  throw refusal("store/no-result", said, { state });
}

export const noJob = (id: string): Error =>
  refusal(
    "store/no-job",
    { vi: `Không có việc "${id}", hoặc đã hết hạn lưu.`, en: `There is no job "${id}", or it was kept long enough.` },
    { id },
  );
