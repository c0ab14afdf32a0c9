import { type CheckResult, check } from "./check.ts";
import type { Finding } from "./finding.ts";
import { judge } from "./judge.ts";
import { locate } from "./locate.ts";
import type { Network } from "./network.ts";

/** A network, checked and judged. */
export interface Examination extends CheckResult {
  readonly findings: readonly Finding[];
}

/** Checks a network, locates what is wrong and judges it: everything that a sink shows. */
export function examine(network: Network): Examination {
  const result = check(network);
  return { ...result, findings: judge(result, locate(result)) };
}
