import { relations } from "@khop/core";
import { isLevelFigure } from "../figures.ts";
import { alike, amountsBefore, type Sight, type Unseen } from "./sight.ts";

/** Cues that carry an earlier figure on: what they conclude includes what stood before the period. */
const CARRIES = ["nâng", "đưa", "lũy", "luỹ", "cộng", "tích"];

/**
 * `cấp mới 83 thẻ, nâng tổng số lên 2.707 thẻ`: the figure to date is the earlier one and that of the period. The earlier one is
 * printed in last month's report, so the relation waits for it.
 */
export function discoverRunning(sight: Sight): void {
  for (const toDate of sight.quantities) {
    if (!isLevelFigure(toDate) || sight.totalled.has(toDate)) continue;
    const cue = toDate.cues.find(({ cue: one }) => one.kind === "sum" && CARRIES.includes(one.words.split(" ")[0] as string))?.cue;
    if (!cue) continue;
    const current = [...amountsBefore(sight, toDate, 0)].find((fig) => fig.sentence === toDate.sentence && alike(fig, toDate));
    if (!current || (current.quantity?.approximate ?? 0) >= (toDate.quantity?.approximate ?? 0)) continue;
    const previous: Unseen = { unseen: `before:${toDate.index}`, label: "kỳ trước", integer: toDate.quantity?.exact ?? false };
    sight.add({
      options: [{ kind: relations.cumulative, seats: { toDate, previous, currents: [current] } }],
      prior: 0.9,
      pattern: "running",
      cue: cue.words,
      confirm: false,
      passage: toDate.blockIndex,
    });
  }
}
