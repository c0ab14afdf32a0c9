import * as z from "zod/mini";
import { equal, minus, over, percentOf, sum } from "../law.ts";
import { cell, defineRelation, wayBy } from "../relation.ts";
import { change, instead } from "../sentence.ts";

/**
 * A growth rate: difference ÷ base, in percent, printed without sign; `falls` turns it round.
 *
 * With the base given or hidden: `1 ± rate/100 = current ÷ base`. With the absolute change printed instead, the base is
 * `current ∓ change` and the rate is written as `100 ÷ (current ÷ change ∓ 1)`, in which every cell stands once.
 *
 * - Shape: one rate, current, and a base or a difference.
 * - A base of zero has no rate: "unknown", zero-denominator. A rise greater than the current figure leaves a base below zero, of
 *   which no rate with a plus sign is true: "violated".
 * - Unit: rate in percent; the others in one unit.
 */
export const growth = defineRelation({
  kind: "growth",
  name: { vi: "Tốc độ tăng, giảm", en: "Growth rate" },
  shape: z
    .object({ growth: cell, current: cell, base: z.optional(cell), difference: z.optional(cell), falls: z.optional(z.boolean()) })
    .check(z.refine(({ base, difference }) => (base ?? difference) !== undefined, "a base or a difference")),
  law: ({ growth, current, base, difference, falls }) => {
    if (base !== undefined) return equal(growth, falls ? minus(100, percentOf(current, base)) : minus(percentOf(current, base), 100));
    const times = over(current, difference ?? growth);
    return equal(growth, over(100, falls ? sum([1, times]) : minus(times, 1)));
  },
  shown: ({ current, base, difference, falls }) => {
    if (base !== undefined) return percentOf(falls ? minus(base, current) : minus(current, base), base);
    return difference && percentOf(difference, falls ? sum([current, difference]) : minus(current, difference));
  },
  focus: "growth",
  worked: ["growth"],
  way: ({ growth, falls }, one) => (one === growth ? wayBy(falls) : undefined),
  sentence: {
    vi: ({ growth, current, base, difference, falls }, gap, made) =>
      `${growth.label}: ${current} ${difference ? `sau khi ${change(difference, falls, "vi")}` : `so với ${base}`} ${instead(made && change(made, falls, "vi"), change(growth, falls, "vi"), "vi")}, lệch ${gap}. Tính lại tốc độ ${falls ? "giảm" : "tăng"}.`,
    en: ({ growth, current, base, difference, falls }, gap, made) =>
      `${growth.label}: ${current} ${difference ? `after going ${change(difference, falls, "en")}` : `against ${base}`} ${instead(made && change(made, falls, "en"), change(growth, falls, "en"), "en")}, off by ${gap}. Work out the rate again.`,
  },
});
