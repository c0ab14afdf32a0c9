// What each thread runs: it is sent files one by one, and says what came of each.
import { parentPort, workerData } from "node:worker_threads";
import { outcomeOf } from "../outcome.ts";
import type { Style } from "../told.ts";
import type { Answer } from "./threads.ts";

const style = workerData as Style;

parentPort?.on("message", async (file: string) => {
  const outcome = await outcomeOf(file, style);
  const answer: Answer = "told" in outcome ? outcome : { said: outcome.trouble.said };
  parentPort?.postMessage(answer);
});
