import { Agent, request } from "node:http";
import { middle } from "../measure.ts";

/** One request that is sent. */
export interface Asked {
  readonly method: "GET" | "POST" | "PATCH";
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

/** How long answers took: the middle, all but one in a hundred, and how many came a second. */
export interface Load {
  readonly median: number;
  readonly p99: number;
  readonly perSecond: number;
  readonly answers: readonly Answered[];
}

/** Sends all of them at once. */
export async function atOnce(address: string, asked: readonly Asked[]): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: asked.length });
  const began = performance.now();
  const answers = await Promise.all(asked.map((one) => send(address, agent, one)));
  const took = performance.now() - began;
  agent.destroy();
  return loadOf(answers, took);
}

/** So many askers, each sending its next when it was answered, for so many seconds. */
export async function sustained(
  address: string,
  next: (n: number) => Asked,
  { askers = 16, seconds = 5 }: { readonly askers?: number; readonly seconds?: number } = {},
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: askers });
  const answers: Answered[] = [];
  let n = 0;
  const until = (end: number, keep: boolean) => async () => {
    while (performance.now() < end) {
      const answer = await send(address, agent, next(n++));
      if (keep) answers.push({ ...answer, text: "" });
    }
  };
  const run = (length: number, keep: boolean) =>
    Promise.all(Array.from({ length: askers }, until(performance.now() + length * 1000, keep)));
  await run(seconds / 2, false);
  const began = performance.now();
  await run(seconds, true);
  const took = performance.now() - began;
  agent.destroy();
  return loadOf(answers, took);
}

function loadOf(answers: readonly Answered[], took: number): Load {
  const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    median: middle(times),
    p99: times[Math.min(times.length - 1, Math.ceil(times.length * 0.99) - 1)] ?? Number.NaN,
    perSecond: (answers.length * 1000) / took,
    answers,
  };
}

function send(address: string, agent: Agent, { method, path, token, body }: Asked): Promise<Answered> {
  const began = performance.now();
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(text === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${address}${path}`, { method, agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString(), milliseconds: performance.now() - began }),
      );
    });
    sent.on("error", reject);
    sent.end(text);
  });
}
