import * as z from "zod/mini";
import { compareLaw, sum, times } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * Any weighted sum against a constant: Σ weight·cell (= ≤ < ≥ >) constant. The ground that several other kinds stand on.
 *
 * - Shape: n ≥ 1 terms, as many weights (decimal strings), one constant, one comparison.
 * - Unit: weights carry whatever makes the terms comparable.
 */
export const linear = defineRelation({
  kind: "linear",
  shape: z.object({
    terms: z.array(cell).check(z.minLength(1)),
    weights: z.array(z.string()),
    is: z.enum(["=", "<=", "<", ">=", ">"]),
    constant: z.string(),
  }),
  law: ({ terms, weights, is, constant }) => compareLaw(sum(terms.map((term, i) => times(weights[i] ?? "1", term))), is, constant),
  focus: "terms",
  sentence: {
    vi: ({ terms, weights, is, constant }, gap) =>
      `${terms[0]?.label}: ${terms.map((term, i) => weighted(weights[i] ?? "1", String(term))).join(" ")} ${is} ${constant} không đúng, lệch ${gap}. Xem lại các con số.`,
    en: ({ terms, weights, is, constant }, gap) =>
      `${terms[0]?.label}: ${terms.map((term, i) => weighted(weights[i] ?? "1", String(term))).join(" ")} ${is} ${constant} does not hold, off by ${gap}. Look again at the figures.`,
  },
});

function weighted(weight: string, term: string): string {
  if (weight === "1") return `+ ${term}`;
  if (weight === "-1") return `− ${term}`;
  return weight.startsWith("-") ? `− ${weight.slice(1)}·${term}` : `+ ${weight}·${term}`;
}
