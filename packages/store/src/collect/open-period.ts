import { dueDate, existsIn, type LevelId, type Period, type Severity, type Window, type WorkCalendar, windowOf } from "@khop/core";
import type { Acting } from "../audit.ts";
import type { Store } from "../database/open.ts";
import { makePartitions } from "../database/partitions.ts";
import { refusal } from "../errors.ts";
import { readOrgUnits } from "../org-units.ts";
import { transact } from "../transact.ts";
import type { CollectedRegime } from "./regime.ts";
import { columnsOf } from "./submission.ts";

/** A period of a regime, opened for those who report under it. */
export interface Collection {
  readonly regime: string;
  readonly regimeVersion: string;
  readonly period: string;
  readonly window: Window;
  readonly dueOn: string;
  /** Findings so bad or worse keep a submission from being sent, until they are mended or waived. */
  readonly blocks: Severity;
  readonly openedAt: Date;
  readonly openedBy: string;
}

export interface OpenOptions {
  readonly calendar?: WorkCalendar;
  /** Another deadline than the regime's. */
  readonly dueOn?: string;
  /** Levels that report, where that is not only the regime's own. */
  readonly levels?: readonly LevelId[];
  readonly blocks?: Severity;
}

/**
 * Opens a period: every unit of the levels that report, and that exists in its window, owes a submission from now on.
 *
 * - Throws: KhopError `store/not-in-force` when the regime is not law in the window, `store/already-open`.
 */
export async function openPeriod(
  store: Store,
  acting: Acting,
  regime: CollectedRegime,
  period: Period,
  { calendar, dueOn, levels = [regime.level], blocks = "error" }: OpenOptions = {},
): Promise<Collection> {
  const { province, by } = acting;
  const window = windowOf(period, regime.windows);
  const names = { regime: regime.id, period: period.id };
  if (
    window === null ||
    period.frequency !== regime.frequency ||
    window.to < regime.validFrom ||
    (regime.validTo !== null && window.from > regime.validTo)
  ) {
    const said = {
      vi: `Chế độ "${regime.id}" không áp dụng cho kỳ ${period.id}. Hãy chọn kỳ khác hoặc chế độ đang có hiệu lực.`,
      en: `The regime "${regime.id}" is not in force for ${period.id}. Choose another period, or the regime that is.`,
    };
    throw refusal("store/not-in-force", said, names);
  }
  await makePartitions(store, [period.id]);
  const orgUnits = (await readOrgUnits(store, province)).filter((one) => levels.includes(one.level) && existsIn(one, window));
  const due = dueOn ?? dueDate(window.to, regime.dueWithin, calendar);
  return transact(store, acting, async ({ trx, at, record }) => {
    const made = await trx
      .insertInto("collection")
      .values({
        province,
        period: period.id,
        regime: regime.id,
        regime_version: regime.version,
        from_day: window.from,
        to_day: window.to,
        due_on: due,
        blocks,
        opened_at: at,
        opened_by: by,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("regime")
      .executeTakeFirst();
    if (made === undefined) {
      const said = {
        vi: `Kỳ ${period.id} của chế độ "${regime.id}" đã mở rồi.`,
        en: `${period.id} of the regime "${regime.id}" is open already.`,
      };
      throw refusal("store/already-open", said, names);
    }
    const submissions = orgUnits.map(({ id }) => ({
      ...columnsOf(province, { regime: regime.id, period: period.id, orgUnit: id }),
      state: "draft",
      version: 1,
      due_on: due,
      first_submitted_at: null,
      submitted_at: null,
      approved_by: [],
    }));
    if (submissions.length > 0) await trx.insertInto("submission").values(submissions).execute();
    record({
      action: "period.open",
      subject: `${regime.id}|${period.id}`,
      detail: { dueOn: due, orgUnits: orgUnits.map(({ id }) => id), version: regime.version, blocks, window: { ...window } },
    });
    return { regime: regime.id, regimeVersion: regime.version, period: period.id, window, dueOn: due, blocks, openedAt: at, openedBy: by };
  });
}

/** The periods that were opened in a province, the latest deadline first. */
export async function readCollections(store: Pick<Store, "db">, province: string): Promise<readonly Collection[]> {
  const rows = await store.db
    .selectFrom("collection")
    .selectAll()
    .where("province", "=", province)
    .orderBy("due_on", "desc")
    .orderBy("regime")
    .orderBy("period")
    .execute();
  return rows.map((row) => ({
    regime: row.regime,
    regimeVersion: row.regime_version,
    period: row.period,
    window: { from: row.from_day, to: row.to_day },
    dueOn: row.due_on,
    blocks: row.blocks as Severity,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
  }));
}
