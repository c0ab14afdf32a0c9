import * as z from "zod/mini";
import { equal, minus } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * A rise or fall is the current figure less the base.
 *
 * - Shape: one difference (printed without sign), current, base; `falls` turns it round.
 * - Unit: the indicator's; of percentages, percentage points.
 */
export const difference = defineRelation({
  kind: "difference",
  shape: z.object({ difference: cell, current: cell, base: cell, falls: z.optional(z.boolean()) }),
  law: ({ difference, current, base, falls }) => equal(difference, falls ? minus(base, current) : minus(current, base)),
  focus: "difference",
  worked: ["difference"],
  sentence: {
    vi: ({ difference, current, base, falls }, gap) =>
      `${difference.label}: từ ${base} ${falls ? "giảm" : "tăng"} ${difference} không thành ${current}, lệch ${gap}. Xem lại mức ${falls ? "giảm" : "tăng"} hoặc kỳ gốc.`,
    en: ({ difference, current, base, falls }, gap) =>
      `${difference.label}: from ${base}, ${falls ? "down" : "up"} ${difference} does not make ${current}, off by ${gap}. Look again at the change or the base.`,
  },
});
