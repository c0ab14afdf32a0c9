import { isKhopError } from "@khop/core";
import {
  announceDeeds,
  forgetAnswers,
  loseDelivery,
  loseJob,
  NotWanted,
  type Run,
  runJob,
  sweepDeliveries,
  sweepJobs,
  type Turn,
} from "@khop/store";
import { checkDocument } from "../check-document.ts";
import type { Services } from "../context.ts";
import { problemOf } from "../http/problem.ts";
import type { Traces } from "../traces/traces.ts";
import { deliver } from "../webhooks/deliver.ts";
import { checkAsked } from "./asked.ts";
import { checkPeriodJob } from "./check-period-job.ts";
import { composeJob } from "./compose-job.ts";
import { interrupted } from "./interrupted.ts";

export interface WorkOptions {
  readonly log?: (line: Readonly<Record<string, string | number>>) => void;
  /** Who is told what took how long. */
  readonly traces?: Pick<Traces, "work">;
  /** Milliseconds between two looks at what webhooks are to be told of, and between two sweeps. */
  readonly tellEvery?: number;
  readonly sweepEvery?: number;
}

const untraced: Pick<Traces, "work"> = { work: (_name, _id, work) => work() };

/** Answers are asked for again within a day or not at all. */
const answersKept = 24 * 3600 * 1000;

/** Does what waits in the background, until it is told to stop. */
export async function startWork(
  services: Services,
  { log = () => {}, traces = untraced, tellEvery = 1000, sweepEvery = 3600_000 }: WorkOptions = {},
): Promise<() => Promise<void>> {
  const { store, queue } = services;
  const failed = (error: unknown) =>
    log({ at: store.now().toISOString(), failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  const told = (error: unknown, signal: AbortSignal) => {
    if (isKhopError(error, "api/interrupted") && signal.aborted) return undefined;
    const { status, body } = problemOf(error);
    if (status >= 500) failed(error);
    return body;
  };
  const doJob = (id: string, { signal }: Turn) =>
    runJob(
      store,
      queue,
      id,
      (run) => jobOf(services, run, signal),
      (error) => told(error, signal),
    );
  await queue.work(
    "job",
    ({ id }, turn) => traces.work("job", id, () => doJob(id, turn)),
    ({ id }) => loseJob(store, queue, id, problemOf(interrupted()).body),
  );
  await queue.work(
    "delivery",
    (one, turn) => traces.work("delivery", one.id, () => deliver(services, one, turn)),
    ({ id, province = "" }) => loseDelivery(store, province, id),
  );
  const stopTelling = again(tellEvery, async () => void (await announceDeeds(store, queue)), failed);
  const sweep = async () => {
    await sweepJobs(store);
    await sweepDeliveries(store);
    await forgetAnswers(store, new Date(store.now().getTime() - answersKept));
  };
  const stopSweeping = again(sweepEvery, sweep, failed);
  return async () => {
    await stopTelling();
    await stopSweeping();
  };
}

async function jobOf(services: Services, run: Run, signal: AbortSignal) {
  const { job, input } = run;
  if (job.kind === "compose") return composeJob(services, run, signal);
  if (job.kind === "check-period") return checkPeriodJob(services, run, signal);
  // Its asker took it back between two steps.
  if (input === null) throw new NotWanted();
  const { name } = checkAsked.parse(job.asked);
  await run.progress(0, 1);
  const checked = await checkDocument(name, input);
  await run.progress(1, 1);
  return { name: `${name}.json`, type: "application/json", bytes: new TextEncoder().encode(JSON.stringify(checked)) };
}

/** Does something now, and again and again, never twice at once; to stop waits for what is under way. */
function again(every: number, work: () => Promise<void>, failed: (error: unknown) => void): () => Promise<void> {
  let under: Promise<void> | undefined;
  const turn = () => {
    under ??= work()
      .catch(failed)
      .finally(() => {
        under = undefined;
      });
  };
  turn();
  const timer = setInterval(turn, every);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await under;
  };
}
