import { domainOf, type Fact, type Indicator, misfitOf } from "@khop/core";
import type { Acting } from "../audit.ts";
import type { Store } from "../database/open.ts";
import { makePartitions } from "../database/partitions.ts";
import { refusal } from "../errors.ts";
import { type FactEntry, type Written, writeIn } from "../facts/write-facts.ts";
import { transact } from "../transact.ts";
import { type CollectedRegime, entryKey, entryOf } from "./regime.ts";
import { editable, wrongState } from "./step.ts";
import {
  lockSubmission,
  renew,
  type Submission,
  type SubmissionKey,
  type SubmissionState,
  submissionIn,
  submissionName,
} from "./submission.ts";

export interface Saved extends Written {
  readonly submission: Submission;
}

/**
 * Takes figures that a unit has entered, cell by cell: what was entered offline for weeks joins what others entered meanwhile. A cell that
 * both changed is a conflict with both values; the others are written.
 *
 * - Throws: KhopError `store/wrong-state` once it was sent, `store/not-owed` for a figure that the regime does not ask of this unit and period,
 *   `store/bad-figure` for one of another unit or out of its domain, `store/stale` where the submission is not of the version that was `seen`.
 */
export async function saveEntries(
  store: Store,
  acting: Acting,
  regime: CollectedRegime,
  key: SubmissionKey,
  entries: readonly FactEntry[],
  { why, seen }: { readonly why?: string; readonly seen?: number } = {},
): Promise<Saved> {
  for (const { fact } of entries) asked(regime, key, fact);
  await makePartitions(store, [key.period, ...entries.map(({ fact }) => fact.period.id)]);
  return transact(store, acting, async (work) => {
    const row = await lockSubmission(work.trx, acting.province, key, seen);
    if (!editable.includes(row.state as SubmissionState)) throw wrongState("save", "sửa", row.state as SubmissionState, editable);
    const result = await writeIn(work, acting, entries, {
      submission: submissionName(key),
      renews: [submissionName(key)],
      ...(why === undefined ? {} : { why }),
    });
    if (result.written === 0) return { ...result, submission: submissionIn(row) };
    return { ...result, submission: submissionIn(await renew(work.trx, row)) };
  });
}

/** Whether the regime asks for a figure, and of whom it is. */
function asked(regime: CollectedRegime, { period, orgUnit }: SubmissionKey, fact: Fact): void {
  const cell = entryKey(fact);
  const entry = entryOf(regime, fact);
  const isOfPeriod = entry?.frequency === undefined ? fact.period.id === period : fact.period.frequency === entry.frequency;
  if (entry === undefined || fact.orgUnit !== orgUnit || !isOfPeriod) {
    const said = {
      vi: `Biểu mẫu của đơn vị "${orgUnit}" kỳ ${period} không có ô "${cell}" (${fact.orgUnit}, ${fact.period.id}). Hãy xem lại chỉ tiêu, đơn vị và kỳ.`,
      en: `The form of "${orgUnit}" for ${period} has no cell "${cell}" (${fact.orgUnit}, ${fact.period.id}). Look again at indicator, org unit and period.`,
    };
    throw refusal("store/not-owed", said, { cell });
  }
  const why = faultOf(fact, regime.indicators.find(({ id }) => id === fact.indicator) as Indicator);
  if (why === undefined) return;
  throw refusal("store/bad-figure", { vi: `Ô "${cell}": ${why.vi}.`, en: `The cell "${cell}": ${why.en}.` }, { cell, why: why.en });
}

function faultOf({ quantity }: Fact, indicator: Indicator): { readonly vi: string; readonly en: string } | undefined {
  if (quantity === null) return undefined;
  const { unit } = indicator;
  if (quantity.unit.id !== unit.id) {
    return {
      vi: `đơn vị tính phải là "${unit.id}", không phải "${quantity.unit.id}"`,
      en: `its unit is "${unit.id}", not "${quantity.unit.id}"`,
    };
  }
  const domain = domainOf(indicator);
  switch (misfitOf(quantity, domain)) {
    case "notWhole":
      return { vi: `${quantity} phải là số nguyên`, en: `${quantity} must be whole` };
    case "below":
      return { vi: `${quantity} nhỏ hơn ${domain.min}`, en: `${quantity} is below ${domain.min}` };
    case "above":
      return { vi: `${quantity} lớn hơn ${domain.max}`, en: `${quantity} is above ${domain.max}` };
    default:
      return undefined;
  }
}
