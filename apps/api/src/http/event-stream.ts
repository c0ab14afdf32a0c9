import { ended, type JobEvent, type JobState, readJob, readJobEvents } from "@khop/store";
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Services } from "../context.ts";

/** How often it is looked for something new; a sign of life goes out after so many looks in vain. */
const pause = 500;
const signOfLife = 30;

/** A stream ends after so long; who still wants to hear asks again, and is asked again who they are. */
const longest = 10 * 60_000;

/** What is told of a job, from behind an event to its end: `text/event-stream`, an event's number as its id. */
export function eventStream(c: Context, { store, closing }: Services, id: string, after: number): Response {
  c.header("cache-control", "no-store");
  // Proxies of the nginx kind keep a stream back until it is whole, unless told.
  c.header("x-accel-buffering", "no");
  return streamSSE(c, async (stream) => {
    const end = Date.now() + longest;
    const isOver = () => stream.aborted || stream.closed || closing?.aborted === true || Date.now() > end;
    let [last, looks] = [after, 0];
    while (!isOver()) {
      const events = await readJobEvents(store, id, last);
      for (const one of events) await stream.writeSSE(written(one));
      const latest = events.at(-1);
      if (latest !== undefined && ended.includes(latest.event as JobState)) return;
      last = latest?.seq ?? last;
      looks = latest === undefined ? looks + 1 : 0;
      if (looks % signOfLife === signOfLife - 1) {
        if (!(await isThere(store, id))) return;
        await stream.write(": \n\n");
      }
      await stream.sleep(pause);
    }
  });
}

const isThere = (store: Services["store"], id: string): Promise<boolean> =>
  readJob(store, id).then(
    () => true,
    () => false,
  );

const written = ({ seq, at, event, data }: JobEvent) => ({
  id: String(seq),
  event,
  data: JSON.stringify({ at: at.toISOString(), ...data }),
});
