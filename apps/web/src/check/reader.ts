import { Thread } from "../thread.ts";
import { Refusal } from "./refusal.ts";
import type { Answered, Asked } from "./view.ts";

/** Who reads and checks reports, in a thread of its own. */
export type Reader = Thread<Asked, Answered>;

export const startReader = (): Reader =>
  new Thread(new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }), (trouble) => new Refusal(trouble));
