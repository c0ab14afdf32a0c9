import * as z from "zod/mini";
import { equal, over, sum, times } from "../law.ts";
import { cell, defineRelation, type Spoken } from "../relation.ts";
import { instead } from "../sentence.ts";
import { formatVi } from "../vi-number.ts";

/**
 * So many per something: density, average per unit, output per head.
 *
 * - Shape: one ratio, n ≥ 1 numerators taken together, one denominator (often hidden: the population); `per` units of it, 1 unless
 *   given (100 for "per 100 people").
 * - Source: CHECK 1.3, 1.9; GRIM (Brown and Heathers 2017) when the numerator is a hidden count.
 */
export const ratio = defineRelation({
  kind: "ratio",
  name: { vi: "Mật độ, bình quân", en: "Ratio" },
  shape: z.object({ ratio: cell, numerators: z.array(cell).check(z.minLength(1)), denominator: cell, per: z.optional(z.string()) }),
  law: ({ ratio, numerators, denominator, per }) => equal(ratio, times(per ?? 1, over(sum(numerators), denominator))),
  focus: "ratio",
  worked: ["ratio"],
  sentence: {
    vi: ({ ratio, numerators, denominator, per }, gap, made) =>
      `${ratio.label}: ${taken(numerators, per, denominator)} chia ${denominator} ${instead(made, ratio, "vi")}, lệch ${gap}. Tính lại mức bình quân.`,
    en: ({ ratio, numerators, denominator, per }, gap, made) =>
      `${ratio.label}: ${taken(numerators, per, denominator)} over ${denominator} ${instead(made, ratio, "en")}, off by ${gap}. Work out the ratio again.`,
  },
});

function taken(numerators: readonly Spoken[], per: string | undefined, { unitExponent }: Spoken): string {
  const all = numerators.length > 1 ? `(${numerators.join(" + ")})` : numerators.join();
  // People per km² are per what is printed: that the law counts in m² is nobody's concern.
  return per === undefined || per === `1${"0".repeat(unitExponent)}` ? all : `${all} × ${formatVi(per)}`;
}
