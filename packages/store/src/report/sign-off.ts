import { type Selectable, sql } from "kysely";
import { type Acting, digestOf } from "../audit.ts";
import { columnsOf, type SubmissionKey, submissionName } from "../collect/submission.ts";
import type { Store } from "../database/open.ts";
import { makePartitions } from "../database/partitions.ts";
import type { Tables } from "../database/tables.ts";
import { refusal } from "../errors.ts";
import { transact } from "../transact.ts";
import { readPassages } from "./passages.ts";

/** `drafted` → `checked` → `signed`; `withdrawn` begins anew. */
export type ReportState = "drafted" | "checked" | "signed" | "withdrawn";
export type ReportAction = "draft" | "check" | "sign" | "withdraw";

/** What stands about a report that is no figure and no passage: who reports, number, day, addressees. Whoever composes knows its shape. */
export type ReportHead = Readonly<Record<string, unknown>>;

/** A unit's report of a period, as far as it has come. */
export interface ReportRecord extends SubmissionKey {
  readonly state: ReportState;
  /** Counts up with every step; what is decided on one version is not decided on the next. */
  readonly version: number;
  /** It is made from the facts and passages that stood then, and can be made from them again. */
  readonly until: Date;
  readonly regimeVersion: string;
  readonly head: ReportHead;
}

/** A step that a report has gone. */
export interface ReportStep {
  readonly seq: number;
  readonly action: ReportAction;
  readonly at: Date;
  readonly by: string;
  readonly reason?: string;
  readonly until: Date;
  readonly regimeVersion: string;
  readonly head: ReportHead;
}

interface Seen {
  readonly seen?: number;
}

const next: Readonly<Record<ReportAction, ReportState>> = { draft: "drafted", check: "checked", sign: "signed", withdraw: "withdrawn" };
const froms: Readonly<Record<ReportAction, readonly (ReportState | "none")[]>> = {
  draft: ["none", "drafted", "checked", "withdrawn"],
  check: ["drafted"],
  sign: ["checked"],
  withdraw: ["drafted", "checked", "signed"],
};
const said: Readonly<Record<ReportAction, string>> = { draft: "soạn", check: "rà soát", sign: "ký", withdraw: "rút lại" };
const states: Readonly<Record<ReportState | "none", string>> = {
  none: "chưa soạn",
  drafted: "đã soạn",
  checked: "đã rà soát",
  signed: "đã ký",
  withdrawn: "đã rút lại",
};

/**
 * Says that a report was drafted from what stands now, or stood at a time.
 *
 * - Throws: KhopError `store/wrong-state` for one that is signed, `store/stale`.
 */
export const draftReport = (
  store: Store,
  acting: Acting,
  regimeVersion: string,
  key: SubmissionKey,
  { head, until, seen }: Seen & { readonly head: ReportHead; readonly until?: Date },
): Promise<ReportRecord> =>
  take(store, acting, key, { action: "draft", ...seenOf(seen) }, (_, at) => ({ until: until ?? at, regimeVersion, head }));

/** Says that the draft was looked through. Throws: KhopError `store/wrong-state`, `store/stale`. */
export const checkReport = (store: Store, acting: Acting, key: SubmissionKey, { seen }: Seen = {}): Promise<ReportRecord> =>
  take(store, acting, key, { action: "check", ...seenOf(seen) }, (before) => before as Made);

/** Says that it was signed; what is known only then, such as its number and day, joins its head. Throws: KhopError `store/wrong-state`, `store/stale`. */
export const signReport = (
  store: Store,
  acting: Acting,
  key: SubmissionKey,
  { seen, head = {} }: Seen & { readonly head?: ReportHead } = {},
): Promise<ReportRecord> =>
  take(store, acting, key, { action: "sign", ...seenOf(seen) }, (before) => {
    const made = before as Made;
    return { ...made, head: { ...made.head, ...head } };
  });

/** Takes a report back, for a reason that stays in the trail. Throws: KhopError `store/reason-missing`, `store/wrong-state`, `store/stale`. */
export const withdrawReport = (
  store: Store,
  acting: Acting,
  key: SubmissionKey,
  { seen, reason }: Seen & { readonly reason: string },
): Promise<ReportRecord> => take(store, acting, key, { action: "withdraw", reason, ...seenOf(seen) }, (before) => before as Made);

const seenOf = (seen: number | undefined): Seen => (seen === undefined ? {} : { seen });

type Made = Pick<ReportRecord, "until" | "regimeVersion" | "head">;

async function take(
  store: Store,
  acting: Acting,
  key: SubmissionKey,
  { action, reason, seen }: Seen & { readonly action: ReportAction; readonly reason?: string },
  make: (before: ReportRecord | undefined, at: Date) => Made,
): Promise<ReportRecord> {
  const { province, by } = acting;
  if (action === "withdraw" && (reason ?? "").trim() === "")
    throw refusal(
      "store/reason-missing",
      { vi: "Muốn rút lại báo cáo thì phải nêu lý do.", en: "To withdraw a report, say why." },
      { action },
    );
  await makePartitions(store, [key.period]);
  return transact(store, acting, async ({ trx, at, record }) => {
    const row = await where(trx.selectFrom("report").selectAll(), province, key).forUpdate().executeTakeFirst();
    const before = row === undefined ? undefined : reportIn(row);
    if (seen !== undefined && seen !== (before?.version ?? 0)) throw stale(seen, before?.version ?? 0);
    const state = before?.state ?? "none";
    if (!froms[action].includes(state)) throw wrongState(action, state);
    const { until, regimeVersion, head } = make(before, at);
    const version = (before?.version ?? 0) + 1;
    const of = columnsOf(province, key);
    const values = { state: next[action], version, until, regime_version: regimeVersion, head: JSON.stringify(head) };
    if (before === undefined)
      await trx
        .insertInto("report")
        .values({ ...of, ...values })
        .execute();
    else await where(trx.updateTable("report").set(values), province, key).execute();
    await trx
      .insertInto("report_step")
      .values({ ...of, seq: version, action, at, by, reason: reason ?? null, until, regime_version: regimeVersion, head: values.head })
      .execute();
    const passages = await readPassages({ db: trx }, province, key, { until });
    record({
      action: `report.${action}`,
      subject: submissionName(key),
      detail: {
        version,
        until: until.toISOString(),
        regimeVersion,
        head,
        passages: digestOf(passages.map(({ passage, period, version: of }) => [passage, period, of])),
        ...(reason === undefined ? {} : { reason }),
      },
    });
    return { ...key, state: next[action], version, until, regimeVersion, head };
  });
}

/** How far a report has come. Throws: KhopError `store/no-report`. */
export async function readReport(store: Pick<Store, "db">, province: string, key: SubmissionKey): Promise<ReportRecord> {
  const row = await where(store.db.selectFrom("report").selectAll(), province, key).executeTakeFirst();
  if (row !== undefined) return reportIn(row);
  const { regime, period, orgUnit } = key;
  const text = {
    vi: `Chưa ai soạn báo cáo kỳ ${period} của "${orgUnit}" theo chế độ "${regime}".`,
    en: `Nobody has drafted the report of "${orgUnit}" for ${period} under "${regime}" yet.`,
  };
  throw refusal("store/no-report", text, { regime, period, orgUnit });
}

/** Every step that a report has gone, the first first. */
export async function readReportSteps(store: Pick<Store, "db">, province: string, key: SubmissionKey): Promise<readonly ReportStep[]> {
  const rows = await where(store.db.selectFrom("report_step").selectAll(), province, key).orderBy("seq").execute();
  return rows.map(({ seq, action, at, by, reason, until, regime_version, head }) => ({
    seq,
    action: action as ReportAction,
    at,
    by,
    ...(reason === null ? {} : { reason }),
    until,
    regimeVersion: regime_version,
    head,
  }));
}

/** What was said since a report was made: facts of its unit that are others by now, passages that were written anew, templates that tell otherwise. */
export interface Newer {
  readonly facts: number;
  readonly passages: number;
  readonly templates: number;
}

/** How much of it there is. */
export async function countNewer(
  store: Pick<Store, "db">,
  province: string,
  { regime, orgUnit, until }: Pick<ReportRecord, "regime" | "orgUnit" | "until">,
): Promise<Newer> {
  const { rows } = await sql<Newer>`
    select (select count(*)::integer from fact where province = ${province} and org_unit = ${orgUnit} and said_at > ${until}) as facts,
      (select count(*)::integer from passage
        where province = ${province} and regime = ${regime} and org_unit = ${orgUnit} and at > ${until}) as passages,
      (select count(*)::integer from template where province = ${province} and regime = ${regime} and at > ${until}) as templates`.execute(
    store.db,
  );
  return rows[0] as Newer;
}

interface Keyed {
  where(column: "province" | "period" | "regime" | "org_unit", operator: "=", value: string): this;
}

const where = <Q extends object>(query: Q, province: string, { regime, period, orgUnit }: SubmissionKey): Q =>
  (query as Q & Keyed)
    .where("province", "=", province)
    .where("period", "=", period)
    .where("regime", "=", regime)
    .where("org_unit", "=", orgUnit);

function reportIn(row: Selectable<Tables["report"]>): ReportRecord {
  const { regime, period, org_unit, state, version, until, regime_version, head } = row;
  return { regime, period, orgUnit: org_unit, state: state as ReportState, version, until, regimeVersion: regime_version, head };
}

function wrongState(action: ReportAction, state: ReportState | "none"): Error {
  const allowed = froms[action];
  const text = {
    vi: `Không ${said[action]} được: báo cáo đang ở trạng thái "${states[state]}", cần ${allowed.map((one) => `"${states[one]}"`).join(", ")}.`,
    en: `A report that is ${state} cannot take this step (${action}); it has to be ${allowed.join(" or ")}.`,
  };
  return refusal("store/wrong-state", text, { action, state, allowed });
}

function stale(seen: number, version: number): Error {
  const text = {
    vi: `Báo cáo đã thay đổi sau khi bạn mở (bản ${seen}, nay là bản ${version}). Hãy tải lại rồi quyết định.`,
    en: `The report has changed since you opened it (version ${seen}, now ${version}). Load it again, then decide.`,
  };
  return refusal("store/stale", text, { seen, version });
}
