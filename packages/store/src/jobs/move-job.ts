import { type RawBuilder, sql } from "kysely";
import type { Store } from "../database/open.ts";
import type { JobEvent } from "./job.ts";

/**
 * Changes a job where it is as it must be, and tells of it, as one statement: its events are numbered without a gap, whoever tells at the same time.
 *
 * - Shape: false, and nothing done, where it is not so any more.
 */
export async function moveJob(
  { db }: Pick<Store, "db">,
  id: string,
  { where, set }: { readonly where: RawBuilder<boolean>; readonly set: RawBuilder<unknown> },
  { at, event, data = {} }: Pick<JobEvent, "at" | "event"> & { readonly data?: JobEvent["data"] },
): Promise<boolean> {
  const { rows } = await sql`
    with moved as (update job set events = events + 1, ${set} where id = ${id} and ${where} returning province, id, events)
    insert into job_event (province, job, seq, at, event, data) select province, id, events, ${at}::timestamptz, ${event}, ${JSON.stringify(data)}::jsonb from moved
    returning seq`.execute(db);
  return rows.length > 0;
}
