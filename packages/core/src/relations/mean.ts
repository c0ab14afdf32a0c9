import * as z from "zod/mini";
import { between, equal, weightedMean } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";
import { instead } from "../sentence.ts";

/**
 * A rate of the whole is the weighted mean of the rates of its parts; with unknown weights it lies between them.
 *
 * - Shape: one mean, n ≥ 2 values, and as many weights or none. `turned`: the places of the values that go the other way than the
 *   mean does, where rises and falls are printed without sign.
 * - Source: CHECK 1.6.
 */
export const mean = defineRelation({
  kind: "mean",
  name: { vi: "Bình quân chung", en: "Mean" },
  shape: z.object({
    mean: cell,
    values: z.array(cell).check(z.minLength(2)),
    weights: z.optional(z.array(cell)),
    turned: z.optional(z.array(z.number())),
  }),
  law: ({ mean, values, weights, turned }) =>
    equal(
      mean,
      weights === undefined
        ? between(
            values,
            values.filter((_, i) => turned?.includes(i)),
          )
        : weightedMean(values, weights),
    ),
  focus: "mean",
  worked: ["mean"],
  sentence: {
    vi: ({ mean, values, weights }, _, made) =>
      weights === undefined
        ? `${mean.label}: ${mean} không nằm giữa các mức ${values.join("; ")}. Xem lại mức chung hoặc từng mức.`
        : `${mean.label}: bình quân của ${values.join("; ")} theo ${weights.join("; ")} ${instead(made, mean, "vi")}. Tính lại mức chung.`,
    en: ({ mean, values, weights }, _, made) =>
      weights === undefined
        ? `${mean.label}: ${mean} does not lie between ${values.join("; ")}. Look again at the overall rate or each rate.`
        : `${mean.label}: the mean of ${values.join("; ")} weighted by ${weights.join("; ")} ${instead(made, mean, "en")}. Work out the overall rate again.`,
  },
});
