import type { Transaction } from "kysely";
import { fromKysely, PgBoss } from "pg-boss";
import type { Store } from "../database/open.ts";
import type { Tables } from "../database/tables.ts";
import { databaseOf } from "./database.ts";

/** What waits: jobs that somebody asked for, and deliveries to webhooks. */
export type QueueName = "job" | "delivery";

/** What a handler is told beside what is to be done. */
export interface Turn {
  /** How often it was tried before. */
  readonly before: number;
  /** It is not tried again. */
  readonly isLast: boolean;
  /** Aborted when the process ends, or it has taken too long. */
  readonly signal: AbortSignal;
}

/** Does what waits: it is done when the handler returns, and tried again later when it throws. */
type Handler = (data: Waiting, turn: Turn) => Promise<void>;

/** What is to be done, by name; everything else is asked of the store. */
interface Waiting {
  readonly id: string;
  readonly province?: string;
}

/** Work that waits in the database of a store, for whichever process takes it first. */
export interface Queue {
  /** Puts something in with the transaction that makes it. */
  put(trx: Transaction<Tables>, name: QueueName, waiting: Waiting): Promise<void>;
  /** Has this process look at once, where it does such work; when what was put in is there to be seen. */
  nudge(name: QueueName): void;
  /** Takes a job out that need not be done any more. */
  drop(id: string): Promise<void>;
  /**
   * Does what waits, whatever order it came in.
   *
   * - `lost`: told of what was tried for the last time, also where the processes that tried it ended in between.
   */
  work(name: QueueName, handler: Handler, lost: (data: Waiting) => Promise<void>): Promise<void>;
}

export interface QueueOptions {
  /** Tries of a delivery, the first one included, and seconds before the second; twice as long before each further one. */
  readonly deliveryTries?: number;
  readonly deliveryPause?: number;
  /** Seconds after which a process that says nothing of its work has ended, ten at least; and after which it is looked for such. */
  readonly silence?: number;
  readonly watchEvery?: number;
  /** Seconds between two looks at whether something has come, half a second at least; what this process puts in is begun at once. */
  readonly lookEvery?: number;
  readonly onError?: (error: Error) => void;
}

/** What is there is done without a pause. */
const working = { burstWhenBatchFull: true, includeMetadata: true } as const;

/** So many are done at a time: jobs take this process's time, deliveries that of others. */
const atOnce: Readonly<Record<QueueName, number>> = { job: 1, delivery: 4 };

/** The schema in which pg-boss keeps its tables. */
const schema = "khop_queue";

const lostOf = (name: QueueName) => `${name}-lost` as const;

/**
 * Opens the queue of a store; its tables, a schema of their own, are pg-boss's. It closes with the store: what is under way is aborted, and tried again
 * by whoever comes next.
 */
export async function openQueue(
  store: Store,
  { deliveryTries = 12, deliveryPause = 10, silence = 30, watchEvery = 15, lookEvery = 2, onError = () => {} }: QueueOptions = {},
): Promise<Queue> {
  const boss = new PgBoss({
    db: databaseOf(store),
    backend: store.engine === "embedded" ? "pglite" : "postgres",
    schema,
    schedule: false,
    registerInstance: false,
    superviseIntervalSeconds: watchEvery,
    monitorIntervalSeconds: watchEvery,
  });
  const polling = { ...working, pollingIntervalSeconds: lookEvery };
  boss.on("error", onError);
  await boss.start();
  const common = { heartbeatSeconds: silence, deleteAfterSeconds: 24 * 3600, retentionSeconds: 14 * 24 * 3600 };
  const options = {
    job: { ...common, expireInSeconds: 4 * 3600, retryLimit: 5, retryDelay: 0 },
    delivery: { ...common, expireInSeconds: 60, retryLimit: deliveryTries - 1, retryDelay: deliveryPause, retryBackoff: true },
  } as const;
  for (const name of ["job", "delivery"] as const) {
    await boss.createQueue(lostOf(name));
    await boss.createQueue(name, { ...options[name], deadLetter: lostOf(name) });
    await boss.updateQueue(name, options[name]);
    if (store.engine === "embedded") await giveBack(boss, name);
  }
  const closing = new AbortController();
  const workers = new Map<QueueName, string>();
  store.beforeClose(async () => {
    closing.abort();
    await boss.stop({ close: false, timeout: 5000 });
  });
  return {
    put: async (trx, name, waiting) => {
      // A job is put in once and may be dropped by its name; a delivery may be sent again.
      await boss.send(name, waiting, { ...(name === "job" ? { id: waiting.id } : {}), db: fromKysely(trx) });
    },
    nudge: (name) => {
      const worker = workers.get(name);
      if (worker !== undefined) boss.notifyWorker(worker);
    },
    drop: async (id) => {
      await boss.cancel("job", id);
    },
    work: async (name, handler, lost) => {
      const options = { ...polling, localConcurrency: atOnce[name] };
      const worker = await boss.work<Waiting, void, typeof options>(name, options, async ([job]) => {
        if (job === undefined) return;
        const { retryCount: before, retryLimit } = job;
        await handler(job.data, { before, isLast: before >= retryLimit, signal: AbortSignal.any([job.signal, closing.signal]) });
      });
      workers.set(name, worker);
      await boss.work<Waiting>(lostOf(name), polling, async ([job]) => {
        if (job !== undefined) await lost(job.data);
      });
    },
  };
}

/** Nobody but this process has an embedded database: what is under way in it was left by one that ended. */
async function giveBack(boss: PgBoss, name: QueueName): Promise<void> {
  const { rows } = await boss.getDb().executeSql(`select id from ${schema}.job where name = $1 and state = 'active'`, [name]);
  const left = (rows as { readonly id: string }[]).map(({ id }) => id);
  if (left.length > 0) await boss.fail(name, left, { why: "its process ended" });
}
