import type { LayoutRegime } from "@khop/core";
import { decree30 } from "./layout/decree-30-2020/index.ts";

export { parseLayoutRegime } from "./layout/schema.ts";
export { decree30 };

/** Every layout regime that is known, the newest first. */
export const layoutRegimes: readonly LayoutRegime[] = [decree30];
