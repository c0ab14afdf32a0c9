import type { Acting } from "../audit.ts";
import type { Store } from "../database/open.ts";
import { refusal } from "../errors.ts";
import type { Work } from "../transact.ts";
import {
  columnsOf,
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
  { action, as, reason, cells = [] }: StepSaid,
): Promise<Submission> {
  const key: SubmissionKey = { regime: row.regime, period: row.period, orgUnit: row.org_unit };
  const next = { ...row, ...changes, version: row.version + 1 };
  const { province: _, period: __, regime: ___, org_unit: ____, ...values } = next;
  await trx
    .updateTable("submission")
    .set(values as never)
    .where("province", "=", province)
    .where("period", "=", row.period)
    .where("regime", "=", row.regime)
    .where("org_unit", "=", row.org_unit)
    .execute();
  await trx
    .insertInto("submission_step")
    .values({
      ...columnsOf(province, key),
      seq: next.version,
      action,
      at,
      by,
      as: as ?? null,
      reason: reason ?? null,
      cells: JSON.stringify(cells),
    })
    .execute();
  record({
    action: `submission.${action}`,
    subject: submissionName(key),
    detail: {
      version: next.version,
      ...(as === undefined ? {} : { as }),
      ...(reason === undefined ? {} : { reason }),
      ...(cells.length === 0 ? {} : { cells }),
    },
  });
  return submissionIn(next);
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
