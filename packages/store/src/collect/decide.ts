import { existsIn, type OrgUnit, type Window } from "@khop/core";
import type { Acting } from "../audit.ts";
import type { Store } from "../database/open.ts";
import { refusal } from "../errors.ts";
import { readOrgUnits } from "../org-units.ts";
import { transact } from "../transact.ts";
import { blockingOf } from "./check-submission.ts";
import type { CollectedRegime } from "./regime.ts";
import { standingOf } from "./standing.ts";
import { allowStep, type CellReason, stepAtOnce, takeStep, wrongState } from "./step.ts";
import { asSeen, lockSubmission, type Submission, type SubmissionKey, type SubmissionState } from "./submission.ts";

interface Seen {
  /** The version that the decision was made on; refused when there is a newer one. */
  readonly seen?: number;
}

/**
 * Sends a submission to the unit above.
 *
 * - `orgUnits`: the units of the province, where who calls has just read them.
 * - Throws: KhopError `store/blocked` while entries are missing or findings block that nobody waived; `store/wrong-state`, `store/stale`.
 */
export async function submit(
  store: Store,
  acting: Acting,
  regime: CollectedRegime,
  key: SubmissionKey,
  { seen, orgUnits }: Seen & { readonly orgUnits?: readonly OrgUnit[] } = {},
): Promise<Submission> {
  const { row, missing, blocking } = await blockingOf(store, acting.province, regime, key, orgUnits);
  asSeen(row, seen);
  allowStep(row, "submit");
  if (missing.length > 0 || blocking.length > 0)
    throw blocked(
      missing,
      blocking.map(({ id, message }) => ({ id, message })),
    );
  const at = store.now();
  const changes = { state: "submitted", submitted_at: at, first_submitted_at: row.first_submitted_at ?? at, approved_by: [] } as const;
  const sent = await stepAtOnce(store, acting, at, row, { ...changes, approved_by: [] }, { action: "submit" });
  if (sent !== undefined) return sent;
  // Somebody was faster: what they left is told of, or is as good.
  const { row: now } = await standingOf(store, acting.province, key);
  asSeen(now, row.version);
  throw wrongState("submit", "gửi", now.state as SubmissionState, ["draft", "returned"]);
}

function blocked(
  missing: readonly string[],
  findings: readonly { readonly id: string; readonly message: { vi: string; en: string } }[],
): Error {
  const [first] = findings;
  const said = {
    vi: [
      missing.length > 0 ? `còn ${missing.length} ô chưa nhập (${missing[0]}…)` : "",
      first === undefined ? "" : `${findings.length} phát hiện chưa sửa hoặc chưa được chấp nhận: ${first.message.vi}`,
    ],
    en: [
      missing.length > 0 ? `${missing.length} cells are not filled in (${missing[0]} …)` : "",
      first === undefined ? "" : `${findings.length} findings are neither mended nor waived: ${first.message.en}`,
    ],
  };
  const join = (parts: readonly string[]) => parts.filter((part) => part !== "").join("; ");
  return refusal(
    "store/blocked",
    { vi: `Chưa gửi được: ${join(said.vi)}`, en: `It cannot be sent: ${join(said.en)}` },
    { missing, findings },
  );
}

/**
 * Approves a submission in the name of a unit above; when the last of them has, it is approved. One that has nobody above approves itself.
 *
 * - Throws: KhopError `store/not-above` for a unit whose turn it is not.
 */
export async function approve(
  store: Store,
  acting: Acting,
  key: SubmissionKey,
  { as, seen }: Seen & { readonly as: string },
): Promise<Submission> {
  const chain = await approvers(store, acting.province, key);
  return transact(store, acting, async (work) => {
    const row = await lockSubmission(work.trx, acting.province, key, seen);
    allowStep(row, "approve");
    const next = chain[row.approved_by.length] as string;
    if (as !== next) throw notAbove(key.orgUnit, as, next);
    const approved = [...row.approved_by, as];
    const state = approved.length === chain.length ? "approved" : "submitted";
    return takeStep(work, acting, row, { state, approved_by: approved }, { action: "approve", as });
  });
}

/**
 * Gives a submission back, with a reason for the whole and one for each cell that is wrong.
 *
 * - Throws: KhopError `store/reason-missing`, `store/not-above`.
 */
export async function giveBack(
  store: Store,
  acting: Acting,
  key: SubmissionKey,
  { as, seen, reason, cells = [] }: Seen & { readonly as: string; readonly reason: string; readonly cells?: readonly CellReason[] },
): Promise<Submission> {
  const chain = await approvers(store, acting.province, key);
  return transact(store, acting, async (work) => {
    const row = await lockSubmission(work.trx, acting.province, key, seen);
    allowStep(row, "return", reason);
    if (!chain.includes(as)) throw notAbove(key.orgUnit, as, chain[0] as string);
    return takeStep(work, acting, row, { state: "returned", approved_by: [] }, { action: "return", as, reason, cells });
  });
}

/** Locks a submission that was approved: its figures stand. */
export async function lock(store: Store, acting: Acting, key: SubmissionKey, { seen }: Seen = {}): Promise<Submission> {
  return transact(store, acting, async (work) => {
    const row = await lockSubmission(work.trx, acting.province, key, seen);
    allowStep(row, "lock");
    return takeStep(work, acting, row, { state: "locked" }, { action: "lock" });
  });
}

/**
 * Opens a locked submission once more, for a reason that stays in the trail; its unit mends it and sends it again.
 *
 * - Throws: KhopError `store/reason-missing`.
 */
export async function unlock(
  store: Store,
  acting: Acting,
  key: SubmissionKey,
  { seen, reason }: Seen & { readonly reason: string },
): Promise<Submission> {
  return transact(store, acting, async (work) => {
    const row = await lockSubmission(work.trx, acting.province, key, seen);
    allowStep(row, "unlock", reason);
    return takeStep(work, acting, row, { state: "returned", approved_by: [] }, { action: "unlock", reason });
  });
}

/** Those above a unit, the nearest first, as they were while the period ran; the unit itself, where there is nobody. */
async function approvers(store: Store, province: string, { orgUnit, regime, period }: SubmissionKey): Promise<readonly string[]> {
  const rows = store.db.selectFrom("collection").select(["from_day", "to_day"]);
  const row = await rows.where("province", "=", province).where("period", "=", period).where("regime", "=", regime).executeTakeFirst();
  const window: Window | null = row === undefined ? null : { from: row.from_day, to: row.to_day };
  const units = new Map(
    (await readOrgUnits(store, province)).filter((one) => existsIn(one, window)).map((one): [string, OrgUnit] => [one.id, one]),
  );
  const chain: string[] = [];
  for (let at = units.get(orgUnit)?.parent ?? null; at !== null && !chain.includes(at); at = units.get(at)?.parent ?? null) {
    if (units.has(at)) chain.push(at);
  }
  return chain.length === 0 ? [orgUnit] : chain;
}

function notAbove(orgUnit: string, as: string, next: string): Error {
  const said = {
    vi: `"${as}" chưa đến lượt quyết định số liệu của "${orgUnit}"; cấp tiếp theo là "${next}".`,
    en: `It is not for "${as}" to decide on the figures of "${orgUnit}"; next is "${next}".`,
  };
  return refusal("store/not-above", said, { orgUnit, as, next });
}
