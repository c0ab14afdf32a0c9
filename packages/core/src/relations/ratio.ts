import * as z from "zod/mini";
import { equal, over, sum, times } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * So many per something: density, average per unit, output per head.
 *
 * - Shape: one ratio, n ≥ 1 numerators taken together, one denominator (often hidden: the population); `per` units of it, 1 unless
 *   given (100 for "per 100 people").
 * - Source: CHECK 1.3, 1.9; GRIM (Brown and Heathers 2017) when the numerator is a hidden count.
 */
export const ratio = defineRelation({
  kind: "ratio",
  shape: z.object({ ratio: cell, numerators: z.array(cell).check(z.minLength(1)), denominator: cell, per: z.optional(z.string()) }),
  law: ({ ratio, numerators, denominator, per }) => equal(ratio, times(per ?? 1, over(sum(numerators), denominator))),
  focus: "ratio",
  worked: ["ratio"],
  sentence: {
    vi: ({ ratio, numerators, denominator }, gap) =>
      `${ratio.label}: ${numerators.join(" + ")} chia ${denominator} không phải ${ratio}, lệch ${gap}. Tính lại mức bình quân.`,
    en: ({ ratio, numerators, denominator }, gap) =>
      `${ratio.label}: ${numerators.join(" + ")} over ${denominator} is not ${ratio}, off by ${gap}. Work out the ratio again.`,
  },
});
