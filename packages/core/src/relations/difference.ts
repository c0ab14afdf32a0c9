import * as z from "zod/mini";
import { equal, minus } from "../law.ts";
import { cell, defineRelation, wayBy } from "../relation.ts";
import { change, instead } from "../sentence.ts";

/**
 * A rise or fall is the current figure less the base.
 *
 * - Shape: one difference (printed without sign), current, base; `falls` turns it round.
 * - Unit: the indicator's; of percentages, percentage points.
 */
export const difference = defineRelation({
  kind: "difference",
  name: { vi: "Mức tăng, giảm", en: "Difference" },
  shape: z.object({ difference: cell, current: cell, base: cell, falls: z.optional(z.boolean()) }),
  law: ({ difference, current, base, falls }) => equal(difference, falls ? minus(base, current) : minus(current, base)),
  focus: "difference",
  worked: ["difference"],
  way: ({ difference, falls }, one) => (one === difference ? wayBy(falls) : undefined),
  sentence: {
    vi: ({ difference, current, base, falls }, gap, made) =>
      `${difference.label}: ${current} so với ${base} ${instead(made && change(made, falls, "vi"), change(difference, falls, "vi"), "vi")}, lệch ${gap}. Xem lại mức ${falls ? "giảm" : "tăng"} hoặc số kỳ gốc.`,
    en: ({ difference, current, base, falls }, gap, made) =>
      `${difference.label}: ${current} against ${base} ${instead(made && change(made, falls, "en"), change(difference, falls, "en"), "en")}, off by ${gap}. Look again at the change or the base.`,
  },
});
