import type { Severity } from "@khop/core";
import { type RawBuilder, sql } from "kysely";
import type { Store } from "../database/open.ts";
import { noSubmission, type SubmissionKey, type SubmissionRow } from "./submission.ts";

/** How a submission stands, and what its period and its waivers say of its findings. */
export interface Standing {
  readonly row: SubmissionRow;
  readonly blocks: Severity;
  readonly waivers: readonly { readonly finding: string; readonly reason: string; readonly by: string; readonly at: Date }[];
}

/** In one question, with the stamp of what rules on it look at. Throws: KhopError `store/no-submission`. */
export async function standingOf(
  store: Pick<Store, "db">,
  province: string,
  key: SubmissionKey,
  stamp: RawBuilder<string> = sql`''`,
): Promise<Standing & { readonly stamp: string }> {
  const found = await store.db
    .selectFrom("submission")
    .innerJoin("collection", (join) =>
      join
        .onRef("collection.province", "=", "submission.province")
        .onRef("collection.period", "=", "submission.period")
        .onRef("collection.regime", "=", "submission.regime"),
    )
    .selectAll("submission")
    .select(["collection.blocks", stamp.as("stamp")])
    .select(
      sql<readonly { finding: string; reason: string; by: string; at: string }[]>`(
        select coalesce(jsonb_agg(waiver order by waiver.at), '[]') from waiver
        where (waiver.province, waiver.period, waiver.regime, waiver.org_unit)
          = (submission.province, submission.period, submission.regime, submission.org_unit))`.as("waivers"),
    )
    .where("submission.province", "=", province)
    .where("submission.period", "=", key.period)
    .where("submission.regime", "=", key.regime)
    .where("submission.org_unit", "=", key.orgUnit)
    .executeTakeFirst();
  if (found === undefined) throw noSubmission(key);
  const { blocks, waivers, stamp: stamped, ...row } = found;
  return {
    row,
    stamp: stamped,
    blocks: blocks as Severity,
    waivers: waivers.map(({ finding, reason, by, at }) => ({ finding, reason, by, at: new Date(at) })),
  };
}
