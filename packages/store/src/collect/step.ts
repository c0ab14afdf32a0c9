import { type RawBuilder, sql } from "kysely";
import { type Acting, auditing, type Deed } from "../audit.ts";
import type { Store } from "../database/open.ts";
import { refusal } from "../errors.ts";
import type { Work } from "../transact.ts";
import {
  type Submission,
  type SubmissionKey,
  type SubmissionRow,
  type SubmissionState,
  submissionIn,
  submissionName,
} from "./submission.ts";

export type StepAction = "submit" | "approve" | "return" | "lock" | "unlock";

/** What is wrong with one cell of a form, by the name of its entry. */
export interface CellReason {
  readonly cell: string;
  readonly reason: string;
}

/** A step that a submission has gone. */
export interface Step {
  readonly seq: number;
  readonly action: StepAction;
  readonly at: Date;
  readonly by: string;
  /** The unit in whose name it was decided. */
  readonly as?: string;
  readonly reason?: string;
  readonly cells: readonly CellReason[];
}

/** States in which figures may be entered. */
export const editable: readonly SubmissionState[] = ["draft", "returned"];

const froms: Readonly<Record<StepAction, readonly SubmissionState[]>> = {
  submit: ["draft", "returned"],
  approve: ["submitted"],
  return: ["submitted", "approved"],
  lock: ["approved"],
  unlock: ["locked"],
};

const said: Readonly<Record<StepAction, string>> = { submit: "gửi", approve: "duyệt", return: "trả lại", lock: "khóa", unlock: "mở khóa" };
const states: Readonly<Record<SubmissionState, string>> = {
  draft: "bản nháp",
  submitted: "đã gửi",
  returned: "bị trả lại",
  approved: "đã duyệt",
  locked: "đã khóa",
};

/** @throws KhopError `store/wrong-state` for a step that does not begin there, `store/reason-missing` for a return or an unlocking without one. */
export function allowStep(row: SubmissionRow, action: StepAction, reason?: string): void {
  const state = row.state as SubmissionState;
  if (!froms[action].includes(state)) throw wrongState(action, said[action], state, froms[action]);
  if ((action === "return" || action === "unlock") && (reason ?? "").trim() === "") {
    const text = { vi: `Muốn ${said[action]} thì phải nêu lý do.`, en: `To ${action} a submission, say why.` };
    throw refusal("store/reason-missing", text, { action });
  }
}

export function wrongState(action: string, vi: string, state: SubmissionState, allowed: readonly SubmissionState[]): Error {
  const names = (list: readonly SubmissionState[]) => list.map((one) => `"${states[one]}"`).join(", ");
  const text = {
    vi: `Không ${vi} được: số liệu đang ở trạng thái ${names([state])}, cần ${names(allowed)}.`,
    en: `A submission that is ${state} cannot take this step (${action}); it has to be ${allowed.join(" or ")}.`,
  };
  return refusal("store/wrong-state", text, { action, state, allowed });
}

type Changes = Partial<Pick<SubmissionRow, "approved_by" | "first_submitted_at" | "submitted_at">> & { readonly state: SubmissionState };

interface StepSaid {
  readonly action: StepAction;
  readonly as?: string;
  readonly reason?: string;
  readonly cells?: readonly CellReason[];
}

/** Puts a submission into its next state, with a trace. */
export async function takeStep(
  { trx, at, record }: Work,
  { province, by }: Acting,
  row: SubmissionRow,
  changes: Changes,
  said: StepSaid,
): Promise<Submission> {
  const next = { ...row, ...changes, version: row.version + 1 };
  await sql`${stepping({ province, by }, at, row, next, said)} select 1 from stepped`.execute(trx);
  record(deedOf(next, said));
  return submissionIn(next);
}

/**
 * The same as one statement, with its entry in the audit trail: nobody waits for an answer while they keep others waiting.
 *
 * - Shape: undefined, and nothing done, when the submission is no longer of the version that was decided on.
 */
export async function stepAtOnce(
  store: Pick<Store, "db">,
  acting: Acting,
  at: Date,
  row: SubmissionRow,
  changes: Changes,
  said: StepSaid,
): Promise<Submission | undefined> {
  const next = { ...row, ...changes, version: row.version + 1 };
  const { rows } = await sql`
    ${stepping(acting, at, row, next, said)}
    select ${auditing(acting, at, [deedOf(next, said)])} from stepped`.execute(store.db);
  return rows.length === 0 ? undefined : submissionIn(next);
}

/** A row, where it is of its version still, put into its next state, and the step beside it. */
function stepping(
  { province, by }: Acting,
  at: Date,
  row: SubmissionRow,
  next: SubmissionRow,
  { action, as, reason, cells = [] }: StepSaid,
): RawBuilder<unknown> {
  const { period, regime, org_unit: orgUnit } = row;
  return sql`with moved as (
      update submission set state = ${next.state}, version = ${next.version}, first_submitted_at = ${next.first_submitted_at},
        submitted_at = ${next.submitted_at}, approved_by = ${next.approved_by}
      where province = ${province} and period = ${period} and regime = ${regime} and org_unit = ${orgUnit} and version = ${row.version}
      returning 1),
    stepped as (
      insert into submission_step (province, period, regime, org_unit, seq, action, at, by, "as", reason, cells)
      select ${province}, ${period}, ${regime}, ${orgUnit}, ${next.version}::integer, ${action}, ${at}::timestamptz, ${by}, ${as ?? null}::text, ${reason ?? null}::text,
        ${JSON.stringify(cells)}::jsonb from moved
      returning 1)`;
}

function deedOf(next: SubmissionRow, { action, as, reason, cells = [] }: StepSaid): Deed {
  const key: SubmissionKey = { regime: next.regime, period: next.period, orgUnit: next.org_unit };
  return {
    action: `submission.${action}`,
    subject: submissionName(key),
    detail: {
      version: next.version,
      state: next.state,
      ...(as === undefined ? {} : { as }),
      ...(reason === undefined ? {} : { reason }),
      ...(cells.length === 0 ? {} : { cells }),
    },
  };
}

/** Every step that a submission has gone, the first first. */
export async function readSteps(
  store: Pick<Store, "db">,
  province: string,
  { regime, period, orgUnit }: SubmissionKey,
): Promise<readonly Step[]> {
  const rows = await store.db
    .selectFrom("submission_step")
    .selectAll()
    .where("province", "=", province)
    .where("period", "=", period)
    .where("regime", "=", regime)
    .where("org_unit", "=", orgUnit)
    .orderBy("seq")
    .execute();
  return rows.map(({ seq, action, at, by, as, reason, cells }) => ({
    seq,
    action: action as StepAction,
    at,
    by,
    ...(as === null ? {} : { as }),
    ...(reason === null ? {} : { reason }),
    cells,
  }));
}
