import * as z from "zod/mini";
import { equal, minus, over, percentOf, sum } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * A growth rate: difference ÷ base, in percent, printed without sign; `falls` turns it round.
 *
 * With the base given or hidden: `1 ± rate/100 = current ÷ base`. With the absolute change printed instead, the base is
 * `current ∓ change` and the law is written as `change ÷ current`, in which every cell stands once.
 *
 * - Shape: one rate, current, and a base or a difference.
 * - Unit: rate in percent; the others in one unit.
 */
export const growth = defineRelation({
  kind: "growth",
  shape: z.object({ growth: cell, current: cell, base: z.optional(cell), difference: z.optional(cell), falls: z.optional(z.boolean()) }),
  law: ({ growth, current, base, difference, falls }) => {
    if (base !== undefined) return equal(growth, falls ? minus(100, percentOf(current, base)) : minus(percentOf(current, base), 100));
    const change = over(difference ?? current, current);
    const signed = falls ? minus(100, growth) : sum([100, growth]);
    return falls ? equal(minus(over(100, signed), 1), change) : equal(minus(1, over(100, signed)), change);
  },
  focus: "growth",
  worked: ["growth"],
  sentence: {
    vi: ({ growth, current, base, difference, falls }, gap) =>
      `${growth.label}: ${falls ? "giảm" : "tăng"} ${growth} không khớp với ${current}${difference ? ` (${falls ? "giảm" : "tăng"} ${difference})` : ` so với ${base}`}, lệch ${gap}. Tính lại tốc độ ${falls ? "giảm" : "tăng"}.`,
    en: ({ growth, current, base, difference, falls }, gap) =>
      `${growth.label}: ${falls ? "down" : "up"} ${growth} does not fit ${current}${difference ? ` (${falls ? "down" : "up"} ${difference})` : ` against ${base}`}, off by ${gap}. Work out the rate again.`,
  },
});
