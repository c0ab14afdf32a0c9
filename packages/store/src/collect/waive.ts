import { randomUUID } from "node:crypto";
import type { Acting } from "../audit.ts";
import type { Store } from "../database/open.ts";
import { refusal } from "../errors.ts";
import { transact } from "../transact.ts";
import { checkSubmission } from "./check-submission.ts";
import type { CollectedRegime } from "./regime.ts";
import { columnsOf, lockSubmission, type SubmissionKey, submissionName } from "./submission.ts";

/**
 * Accepts a finding with a reason: it blocks no longer, as long as the figures that it rests on stay.
 *
 * - Throws: KhopError `store/no-finding` when there is none of that name now, `store/reason-missing`.
 */
export async function waiveFinding(
  store: Store,
  acting: Acting,
  regime: CollectedRegime,
  key: SubmissionKey,
  { finding, reason }: { readonly finding: string; readonly reason: string },
): Promise<void> {
  if (reason.trim() === "")
    throw refusal(
      "store/reason-missing",
      { vi: "Muốn chấp nhận một phát hiện thì phải nêu lý do.", en: "To waive a finding, say why." },
      { action: "waive" },
    );
  const { findings } = await checkSubmission(store, acting.province, regime, key);
  const found = findings.find(({ id }) => id === finding);
  if (found === undefined) {
    const said = {
      vi: `Không còn phát hiện "${finding}": số liệu đã thay đổi. Hãy kiểm lại.`,
      en: `There is no finding "${finding}" any more: the figures have changed. Check again.`,
    };
    throw refusal("store/no-finding", said, { finding, known: findings.map(({ id }) => id) });
  }
  const { message } = found.finding;
  await transact(store, acting, async ({ trx, at, record }) => {
    await lockSubmission(trx, acting.province, key, undefined);
    await trx
      .insertInto("waiver")
      .values({ ...columnsOf(acting.province, key), finding, message: JSON.stringify(message), reason, by: acting.by, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    record({ action: "finding.waive", subject: submissionName(key), detail: { finding, reason, message } });
  });
}

/** Something said about a submission, or about one of its cells. */
export interface Comment {
  readonly id: string;
  readonly cell?: string;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

/** Says something about a submission. */
export async function addComment(
  store: Store,
  acting: Acting,
  key: SubmissionKey,
  { cell, text }: { readonly cell?: string; readonly text: string },
): Promise<Comment> {
  const id = randomUUID();
  return transact(store, acting, async ({ trx, at, record }) => {
    await lockSubmission(trx, acting.province, key, undefined);
    await trx
      .insertInto("comment")
      .values({ ...columnsOf(acting.province, key), id, cell: cell ?? null, text, by: acting.by, at })
      .execute();
    record({ action: "comment.add", subject: submissionName(key), detail: { id, ...(cell === undefined ? {} : { cell }), text } });
    return { id, ...(cell === undefined ? {} : { cell }), text, by: acting.by, at };
  });
}

/** What was said about a submission, the first first. */
export async function readComments(
  store: Pick<Store, "db">,
  province: string,
  { regime, period, orgUnit }: SubmissionKey,
): Promise<readonly Comment[]> {
  const rows = await store.db
    .selectFrom("comment")
    .select(["id", "cell", "text", "by", "at"])
    .where("province", "=", province)
    .where("period", "=", period)
    .where("regime", "=", regime)
    .where("org_unit", "=", orgUnit)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(({ cell, ...one }) => ({ ...one, ...(cell === null ? {} : { cell }) }));
}
