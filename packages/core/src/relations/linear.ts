import * as z from "zod/mini";
import { compareLaw, sum, times } from "../law.ts";
import { cell, defineRelation, type Spoken } from "../relation.ts";
import { formatVi } from "../vi-number.ts";

/**
 * Any weighted sum against a constant: Σ weight·cell (= ≤ < ≥ >) constant. The ground that several other kinds stand on.
 *
 * - Shape: n ≥ 1 terms, as many weights (decimal strings), one constant, one comparison.
 * - Unit: weights carry whatever makes the terms comparable.
 */
export const linear = defineRelation({
  kind: "linear",
  name: { vi: "Tổng có trọng số", en: "Weighted sum" },
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
      `${terms[0]?.label}: ${weightedSum(terms, weights)} ${SIGN[is]} ${formatVi(constant)} không đúng, lệch ${gap}. Xem lại các con số.`,
    en: ({ terms, weights, is, constant }, gap) =>
      `${terms[0]?.label}: ${weightedSum(terms, weights)} ${SIGN[is]} ${formatVi(constant)} does not hold, off by ${gap}. Look again at the figures.`,
  },
});

const SIGN = { "=": "=", "<=": "≤", "<": "<", ">=": "≥", ">": ">" } as const;

function weightedSum(terms: readonly Spoken[], weights: readonly string[]): string {
  const signed = terms.map((term, i) => {
    const weight = weights[i] ?? "1";
    const size = weight.replace("-", "");
    return `${weight.startsWith("-") ? "− " : "+ "}${size === "1" ? "" : `${formatVi(size)} × `}${term}`;
  });
  return signed.join(" ").replace(/^\+ /, "");
}
