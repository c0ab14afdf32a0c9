import type { Acting } from "../audit.ts";
import { digestOf } from "../audit.ts";
import { columnsOf, type SubmissionKey, submissionName } from "../collect/submission.ts";
import type { Store } from "../database/open.ts";
import { makePartitions } from "../database/partitions.ts";
import { unknownOrgUnit } from "../org-units.ts";
import { transact } from "../transact.ts";

/** What someone writes into a report, in the place that a regime has for it. */
export interface Passage {
  readonly passage: string;
  readonly text: string;
}

/** A passage as it stands: which version, of which period, who wrote it and when. */
export interface StoredPassage extends Passage {
  readonly version: number;
  /** The period that it was written for; words go on into later ones until somebody changes them. */
  readonly period: string;
  readonly by: string;
  readonly at: Date;
  readonly why?: string;
}

/** Two changed one passage: both texts, for a person to choose. Nothing of it is written. */
export interface PassageConflict {
  readonly mine: Passage;
  readonly theirs: StoredPassage;
}

/**
 * Writes passages of a unit's report; what they said before stays as a version.
 *
 * - `seen` is the version of this period that their author had seen, 0 for none; whatever stands there is replaced when it is not said.
 * - A passage that says what stands there makes no version, and no conflict.
 * - Throws: KhopError `store/unknown-org-unit`.
 */
export async function writePassages(
  store: Store,
  acting: Acting,
  key: SubmissionKey,
  passages: readonly (Passage & { readonly seen?: number })[],
  { why }: { readonly why?: string } = {},
): Promise<{ readonly written: number; readonly conflicts: readonly PassageConflict[] }> {
  const { province, by } = acting;
  await makePartitions(store, [key.period]);
  return transact(store, acting, async ({ trx, at, record }) => {
    // Whoever writes here waits for each other at the unit, and nobody else does.
    const unit = await trx
      .selectFrom("org_unit")
      .select("id")
      .where("province", "=", province)
      .where("id", "=", key.orgUnit)
      .forUpdate()
      .executeTakeFirst();
    if (unit === undefined) throw unknownOrgUnit(province, key.orgUnit);
    const standing = new Map((await rowsOf({ db: trx }, province, key)).map((one) => [one.passage, one]));
    const conflicts: PassageConflict[] = [];
    const fresh = new Map<string, { readonly passage: string; readonly version: number; readonly text: string }>();
    for (const { passage, text, seen } of passages) {
      const before = standing.get(passage);
      if ((fresh.get(passage) ?? before)?.text === text) continue;
      if (seen !== undefined && before !== undefined && seen !== before.version)
        conflicts.push({ mine: { passage, text }, theirs: before });
      else fresh.set(passage, { passage, version: (before?.version ?? 0) + 1, text });
    }
    if (fresh.size === 0) return { written: 0, conflicts };
    const rows = [...fresh.values()].map((one) => ({ ...columnsOf(province, key), ...one, by, at, why: why ?? null }));
    await trx.insertInto("passage").values(rows).execute();
    const said = rows.map(({ passage, version, text }) => ({ passage, version, digest: digestOf(text) }));
    record({
      action: "passages.write",
      subject: submissionName(key),
      detail: { passages: said, ...(why === undefined ? {} : { why }) },
    });
    return { written: rows.length, conflicts };
  });
}

/**
 * The passages of a unit's report as they stand, or stood at a time: those of the period, and of the latest period before it where nobody wrote anew.
 */
export async function readPassages(
  store: Pick<Store, "db">,
  province: string,
  key: SubmissionKey,
  { until }: { readonly until?: Date } = {},
): Promise<readonly StoredPassage[]> {
  let rows = store.db
    .selectFrom("passage")
    .selectAll()
    .distinctOn("passage")
    .where("province", "=", province)
    .where("regime", "=", key.regime)
    .where("org_unit", "=", key.orgUnit)
    .where("period", "<=", key.period);
  if (until !== undefined) rows = rows.where("at", "<=", until);
  return (await rows.orderBy("passage").orderBy("period", "desc").orderBy("version", "desc").execute()).map(passageIn);
}

/** All that was written for one passage in a period, the oldest first. */
export async function readPassageVersions(
  store: Pick<Store, "db">,
  province: string,
  { regime, period, orgUnit }: SubmissionKey,
  passage: string,
): Promise<readonly StoredPassage[]> {
  const rows = await store.db
    .selectFrom("passage")
    .selectAll()
    .where("province", "=", province)
    .where("regime", "=", regime)
    .where("org_unit", "=", orgUnit)
    .where("period", "=", period)
    .where("passage", "=", passage)
    .orderBy("version")
    .execute();
  return rows.map(passageIn);
}

/** Those of the period alone, as they stand. */
async function rowsOf(
  store: Pick<Store, "db">,
  province: string,
  { regime, period, orgUnit }: SubmissionKey,
): Promise<readonly StoredPassage[]> {
  const rows = await store.db
    .selectFrom("passage")
    .selectAll()
    .distinctOn("passage")
    .where("province", "=", province)
    .where("regime", "=", regime)
    .where("org_unit", "=", orgUnit)
    .where("period", "=", period)
    .orderBy("passage")
    .orderBy("version", "desc")
    .execute();
  return rows.map(passageIn);
}

function passageIn({
  passage,
  text,
  version,
  period,
  by,
  at,
  why,
}: {
  passage: string;
  text: string;
  version: number;
  period: string;
  by: string;
  at: Date;
  why: string | null;
}): StoredPassage {
  return { passage, text, version, period, by, at, ...(why === null ? {} : { why }) };
}
