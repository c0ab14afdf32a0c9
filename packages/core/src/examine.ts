import { type CheckResult, check } from "./check.ts";
import type { Finding } from "./finding.ts";
import { inOrder, judge } from "./judge.ts";
import { locate } from "./locate.ts";
import { judgeMisprints } from "./misprint.ts";
import type { Network } from "./network.ts";

/** A network, checked and judged. */
export interface Examination extends CheckResult {
  readonly findings: readonly Finding[];
}

/** Checks a network, locates what is wrong and judges it: everything that a sink shows. */
export function examine(network: Network): Examination {
  const result = check(network);
  const findings = judge(result, locate(result));
  const misprints = network.misprints === undefined ? [] : judgeMisprints(network.misprints, findings);
  return { ...result, findings: misprints.length > 0 ? inOrder([...findings, ...misprints]) : findings };
}
