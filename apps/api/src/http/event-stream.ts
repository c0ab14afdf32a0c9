import { ended, type JobEvent, type JobState, readJob, readJobEvents } from "@khop/store";
import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { Env, Services } from "../context.ts";
import { refused } from "./refuse.ts";

/** How often it is looked for something new; a sign of life goes out after so many looks in vain. */
const pause = 500;
const signOfLife = 30;

/** A stream ends after so long; who still wants to hear asks again, and is asked again who they are. */
const longest = 10 * 60_000;

/** So many streams of one person are open at a time, in this process: each asks the database twice a second. */
const most = 20;
const open = new Map<string, number>();

/** What is told of a job, from behind an event to its end: `text/event-stream`, an event's number as its id. */
export function eventStream(c: Context<Env>, { store, closing }: Services, id: string, after: number): Response {
  const { user } = c.get("principal");
  const others = open.get(user) ?? 0;
  if (others >= most) {
    const [vi, en] = ["Bạn đang theo dõi quá nhiều việc cùng lúc; hãy đóng bớt.", "You watch too many jobs at a time; close some."];
    throw refused("api/too-many", vi, en, { seconds: 10 });
  }
  open.set(user, others + 1);
  c.header("cache-control", "no-store");
  // Proxies of the nginx kind keep a stream back until it is whole, unless told.
  c.header("x-accel-buffering", "no");
  return streamSSE(c, async (stream) => {
    try {
      await tell(stream, store, id, after, closing);
    } finally {
      const left = (open.get(user) ?? 1) - 1;
      if (left === 0) open.delete(user);
      else open.set(user, left);
    }
  });
}

async function tell(stream: SSEStreamingApi, store: Services["store"], id: string, after: number, closing?: AbortSignal): Promise<void> {
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
