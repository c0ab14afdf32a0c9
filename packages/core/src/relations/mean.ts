import * as z from "zod/mini";
import { between, equal, weightedMean } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * A rate of the whole is the weighted mean of the rates of its parts; with unknown weights it lies between them.
 *
 * - Shape: one mean, n ≥ 2 values, and as many weights or none.
 * - Source: CHECK 1.6.
 */
export const mean = defineRelation({
  kind: "mean",
  shape: z.object({ mean: cell, values: z.array(cell).check(z.minLength(2)), weights: z.optional(z.array(cell)) }),
  law: ({ mean, values, weights }) => equal(mean, weights === undefined ? between(values) : weightedMean(values, weights)),
  focus: "mean",
  worked: ["mean"],
  sentence: {
    vi: ({ mean, values, weights }) =>
      weights === undefined
        ? `${mean.label}: ${mean} không nằm giữa ${values.join("; ")}. Xem lại tỷ lệ chung hoặc từng tỷ lệ.`
        : `${mean.label}: ${mean} không phải bình quân của ${values.join("; ")} theo ${weights.join("; ")}. Tính lại tỷ lệ chung.`,
    en: ({ mean, values, weights }) =>
      weights === undefined
        ? `${mean.label}: ${mean} does not lie between ${values.join("; ")}. Look again at the overall rate or each rate.`
        : `${mean.label}: ${mean} is not the mean of ${values.join("; ")} weighted by ${weights.join("; ")}. Work out the overall rate again.`,
  },
});
