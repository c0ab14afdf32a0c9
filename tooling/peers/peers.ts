// pnpm peers DIR: puts the cases of other checkers to core and compares every answer.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { countBehindMean, countBehindPercent, growthConsistency, impliedDenominator, stockFlow, weightedMean } from "./behind.ts";
import type { Adapter, PeerCase } from "./case.ts";
import { differences } from "./compare.ts";
import { compare } from "./expressions.ts";
import { excess, interval, intervalOverlap } from "./intervals.ts";
import { deduceMissing, localise, typoCorrect } from "./linear.ts";
import { duplicates, hierarchyRule, percentSum, share, sum, weightedSum } from "./sums.ts";

const adapters: Record<string, Adapter> = {
  "deduce-missing": deduceMissing,
  "typo-correct": typoCorrect,
  localise,
  compare,
  "count-behind-mean": countBehindMean,
  "count-behind-percent": countBehindPercent,
  interval,
  "interval-overlap": intervalOverlap,
  "excess-digits": excess,
  sum,
  share,
  "percent-sum": percentSum,
  "weighted-sum": weightedSum,
  "hierarchy-rule": hierarchyRule,
  duplicates,
  "growth-consistency": growthConsistency,
  "weighted-mean": weightedMean,
  "implied-denominator": impliedDenominator,
  "stock-flow": stockFlow,
};

/** Where core's answer to a case differs from what is expected; empty when it agrees. */
export function failures(peer: PeerCase): string[] {
  const adapter = adapters[peer.kind];
  if (adapter === undefined) return [`no adapter for cases of the kind "${peer.kind}"`];
  try {
    return differences(peer.expect, adapter(peer));
  } catch (error) {
    return [error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error)];
  }
}

export interface FileResult {
  readonly file: string;
  readonly passed: number;
  readonly failed: readonly { readonly id: string; readonly why: readonly string[] }[];
}

export function runPeers(directory: string): FileResult[] {
  const files = readdirSync(directory).filter((name) => name.endsWith(".json"));
  return files.sort().map((file) => {
    const { cases } = JSON.parse(readFileSync(join(directory, file), "utf8")) as { cases: PeerCase[] };
    const failed = cases.map((peer) => ({ id: peer.id, why: failures(peer) })).filter(({ why }) => why.length > 0);
    return { file, passed: cases.length - failed.length, failed };
  });
}

function main(directory: string): void {
  const results = runPeers(directory);
  for (const { file, passed, failed } of results) {
    console.log(`${file}: ${passed} passed, ${failed.length} failed`);
    for (const { id, why } of failed) for (const line of why) console.log(`  ${id}: ${line}`);
  }
  const failed = results.reduce((sum, result) => sum + result.failed.length, 0);
  console.log(`total: ${results.reduce((sum, { passed }) => sum + passed, 0)} passed, ${failed} failed`);
  if (failed > 0 || results.length === 0) process.exitCode = 1;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(resolve(process.argv[2] ?? "../shared/peer-cases"));
}
