import type { OrgUnit, Severity } from "@khop/core";
import type { Store } from "../database/open.ts";
import type { CollectedRegime } from "./regime.ts";
import { type SubmissionKey, submissionName } from "./submission.ts";

export interface BriefFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly message: { readonly vi: string; readonly en: string };
}

/** What a check found, as far as sending hangs on it, and what it was made from. */
export interface Brief {
  readonly stamp: string;
  readonly regime: CollectedRegime;
  readonly orgUnits: readonly OrgUnit[];
  readonly findings: readonly BriefFinding[];
  readonly missing: readonly string[];
}

/** So many are kept in a process; the oldest go. */
const most = 5000;

/** A clerk sees what does not fit, then sends: most of what is sent was checked a moment ago. */
const briefs = new WeakMap<object, Map<string, Brief>>();

export function keepBrief(store: Pick<Store, "db">, province: string, key: SubmissionKey, brief: Brief): void {
  const { stamp, regime, orgUnits, findings, missing } = brief;
  const all = briefs.get(store.db) ?? new Map<string, Brief>();
  briefs.set(store.db, all);
  const name = `${province}|${submissionName(key)}`;
  all.delete(name);
  all.set(name, { stamp, regime, orgUnits, findings, missing });
  for (const oldest of all.keys()) {
    if (all.size <= most) break;
    all.delete(oldest);
  }
}

/** The one that was made from the same figures, units and rules. */
export function keptBrief(
  store: Pick<Store, "db">,
  province: string,
  key: SubmissionKey,
  { stamp, regime, orgUnits }: Pick<Brief, "stamp" | "regime" | "orgUnits">,
): Brief | undefined {
  const brief = briefs.get(store.db)?.get(`${province}|${submissionName(key)}`);
  return brief?.stamp === stamp && brief.regime === regime && brief.orgUnits === orgUnits ? brief : undefined;
}
