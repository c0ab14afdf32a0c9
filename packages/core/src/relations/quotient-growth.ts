import * as z from "zod/mini";
import { equal, minus, over, sum, times } from "../law.ts";
import { cell, defineRelation, wayBy } from "../relation.ts";
import { change, instead } from "../sentence.ts";

const grown = (rate: Parameters<typeof minus>[0], falls: boolean | undefined) => (falls ? minus(100, rate) : sum([100, rate]));

/**
 * The growth of an average, from the growth of what is divided and of what it is divided by: capital up 16 %, firms down 20,3 %, so
 * capital a firm is up 45,5 %. All rates are printed without sign; the flags turn them round.
 *
 * - Shape: one rate, that of the numerator and that of the denominator.
 * - Unit: percent for all.
 */
export const quotientGrowth = defineRelation({
  kind: "quotientGrowth",
  name: { vi: "Tốc độ tăng của mức bình quân", en: "Growth of an average" },
  shape: z.object({
    growth: cell,
    numerator: cell,
    denominator: cell,
    falls: z.optional(z.boolean()),
    numeratorFalls: z.optional(z.boolean()),
    denominatorFalls: z.optional(z.boolean()),
  }),
  law: ({ growth, numerator, denominator, falls, numeratorFalls, denominatorFalls }) => {
    const made = times(100, over(grown(numerator, numeratorFalls), grown(denominator, denominatorFalls)));
    return equal(growth, falls ? minus(100, made) : minus(made, 100));
  },
  focus: "growth",
  worked: ["growth"],
  way: ({ growth, falls }, one) => (one === growth ? wayBy(falls) : undefined),
  sentence: {
    vi: ({ growth, numerator, denominator, falls, numeratorFalls, denominatorFalls }, gap, made) =>
      `${growth.label}: tử số ${change(numerator, numeratorFalls, "vi")}, mẫu số ${change(denominator, denominatorFalls, "vi")} thì bình quân ${instead(made && change(made, falls, "vi"), change(growth, falls, "vi"), "vi")}, lệch ${gap}. Tính lại tốc độ của mức bình quân.`,
    en: ({ growth, numerator, denominator, falls, numeratorFalls, denominatorFalls }, gap, made) =>
      `${growth.label}: with the numerator ${change(numerator, numeratorFalls, "en")} and the denominator ${change(denominator, denominatorFalls, "en")} the average ${instead(made && change(made, falls, "en"), change(growth, falls, "en"), "en")}, off by ${gap}. Work out the growth of the average again.`,
  },
});
