import type { Selectable, Transaction } from "kysely";
import type { Store } from "../database/open.ts";
import type { Tables } from "../database/tables.ts";
import { refusal } from "../errors.ts";

/** `draft` → `submitted` → `returned` or `approved` → `locked`. */
export type SubmissionState = "draft" | "submitted" | "returned" | "approved" | "locked";

/** Whose submission, of which regime and period. */
export interface SubmissionKey {
  readonly regime: string;
  readonly period: string;
  readonly orgUnit: string;
}

/** A unit's facts of a period, on their way. */
export interface Submission extends SubmissionKey {
  readonly state: SubmissionState;
  /** Counts up with every figure and every step; what is decided on one version is not decided on the next. */
  readonly version: number;
  readonly dueOn: string;
  readonly firstSubmittedAt: Date | null;
  readonly submittedAt: Date | null;
  /** The units above that have approved it, the nearest first. */
  readonly approvedBy: readonly string[];
}

/** One name of a submission, which its facts and the audit trail carry. */
export const submissionName = ({ regime, period, orgUnit }: SubmissionKey): string => `${regime}|${period}|${orgUnit}`;

/** The submission that a name is of; names of regimes and units hold no bar, those of periods never do. */
export function keyIn(named: string): SubmissionKey {
  const [regime = "", period = "", ...rest] = named.split("|");
  return { regime, period, orgUnit: rest.join("|") };
}

/** Counts the version up: the figures are others than they were. */
export async function renew(trx: Transaction<Tables>, row: SubmissionRow): Promise<SubmissionRow> {
  const version = row.version + 1;
  await trx
    .updateTable("submission")
    .set({ version })
    .where("province", "=", row.province)
    .where("period", "=", row.period)
    .where("regime", "=", row.regime)
    .where("org_unit", "=", row.org_unit)
    .execute();
  return { ...row, version };
}

export const columnsOf = (province: string, { regime, period, orgUnit }: SubmissionKey) => ({
  province,
  period,
  regime,
  org_unit: orgUnit,
});

export type SubmissionRow = Selectable<Tables["submission"]>;

export function submissionIn(row: SubmissionRow): Submission {
  return {
    regime: row.regime,
    period: row.period,
    orgUnit: row.org_unit,
    state: row.state as SubmissionState,
    version: row.version,
    dueOn: row.due_on,
    firstSubmittedAt: row.first_submitted_at,
    submittedAt: row.submitted_at,
    approvedBy: row.approved_by,
  };
}

/** The submissions of a period, or all that one unit owes, in the order of deadlines and units. */
export async function readSubmissions(
  store: Pick<Store, "db">,
  province: string,
  { regime, period, orgUnits }: { readonly regime?: string; readonly period?: string; readonly orgUnits?: readonly string[] } = {},
): Promise<readonly Submission[]> {
  let rows = store.db.selectFrom("submission").selectAll().where("province", "=", province);
  if (regime !== undefined) rows = rows.where("regime", "=", regime);
  if (period !== undefined) rows = rows.where("period", "=", period);
  if (orgUnits !== undefined) rows = rows.where("org_unit", "in", orgUnits.length === 0 ? [""] : [...orgUnits]);
  return (await rows.orderBy("due_on").orderBy("regime").orderBy("org_unit").execute()).map(submissionIn);
}

/** @throws KhopError `store/no-submission` where the unit owes none. */
export async function readSubmission(store: Pick<Store, "db">, province: string, key: SubmissionKey): Promise<Submission> {
  const [found] = await readSubmissions(store, province, { ...key, orgUnits: [key.orgUnit] });
  if (found === undefined) throw noSubmission(key);
  return found;
}

/** The row, kept from others until the work is done; undefined where there is none. */
export function lockRow(trx: Transaction<Tables>, province: string, key: SubmissionKey): Promise<SubmissionRow | undefined> {
  return trx
    .selectFrom("submission")
    .selectAll()
    .where("province", "=", province)
    .where("period", "=", key.period)
    .where("regime", "=", key.regime)
    .where("org_unit", "=", key.orgUnit)
    .forUpdate()
    .executeTakeFirst();
}

/** The same where there must be one, and where it must be of the version that was seen. */
export async function lockSubmission(
  trx: Transaction<Tables>,
  province: string,
  key: SubmissionKey,
  seen: number | undefined,
): Promise<SubmissionRow> {
  const row = await lockRow(trx, province, key);
  if (row === undefined) throw noSubmission(key);
  return asSeen(row, seen);
}

/** The row, where it is of the version that was seen. Throws: KhopError `store/stale`. */
export function asSeen(row: SubmissionRow, seen: number | undefined): SubmissionRow {
  if (seen === undefined || seen === row.version) return row;
  const said = {
    vi: `Số liệu đã thay đổi sau khi bạn mở (bản ${seen}, nay là bản ${row.version}). Hãy tải lại rồi quyết định.`,
    en: `The figures have changed since you opened them (version ${seen}, now ${row.version}). Load them again, then decide.`,
  };
  throw refusal("store/stale", said, { seen, version: row.version });
}

export function noSubmission({ regime, period, orgUnit }: SubmissionKey): Error {
  const said = {
    vi: `Đơn vị "${orgUnit}" không phải gửi số liệu kỳ ${period} của chế độ "${regime}". Hãy mở kỳ đó trước, hoặc xem lại tên.`,
    en: `The org unit "${orgUnit}" owes nothing for ${period} of the regime "${regime}". Open that period first, or look at the names again.`,
  };
  return refusal("store/no-submission", said, { regime, period, orgUnit });
}
