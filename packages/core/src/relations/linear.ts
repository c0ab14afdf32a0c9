import * as z from "zod/mini";
import { compareLaw, sum, times } from "../law.ts";
import { cell, defineRelation, type Language, type Spoken } from "../relation.ts";
import { change } from "../sentence.ts";
import { formatVi } from "../vi-number.ts";

/**
 * Any weighted sum against a constant: Σ weight·cell (= ≤ < ≥ >) constant. The ground that several other kinds stand on.
 *
 * - Shape: n ≥ 1 terms, as many weights (decimal strings), one constant, one comparison. `changes`: the terms are rises and falls that
 *   words tell, that of the whole first.
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
    changes: z.optional(z.boolean()),
  }),
  law: ({ terms, weights, is, constant }) => compareLaw(sum(terms.map((term, i) => times(weights[i] ?? "1", term))), is, constant),
  focus: "terms",
  way: ({ terms, weights, changes }, one) => (changes ? wayOfTerm(weights, terms.indexOf(one)) : undefined),
  sentence: {
    vi: ({ terms, weights, is, constant, changes }, gap) =>
      changes
        ? `${terms[0]?.label}: ${told(terms, weights, "vi")}, lệch ${gap}. Xem lại mức tăng, giảm của từng phần hoặc của chung.`
        : `${terms[0]?.label}: ${compared(terms, weights, is, constant)} không đúng, lệch ${gap}. Xem lại các con số.`,
    en: ({ terms, weights, is, constant, changes }, gap) =>
      changes
        ? `${terms[0]?.label}: ${told(terms, weights, "en")}, off by ${gap}. Look again at the changes of the parts or of the whole.`
        : `${terms[0]?.label}: ${compared(terms, weights, is, constant)} does not hold, off by ${gap}. Look again at the figures.`,
  },
});

const SIGN = { "=": "=", "<=": "≤", "<": "<", ">=": "≥", ">": ">" } as const;

/** The whole is on the other side of the equation. */
function wayOfTerm(weights: readonly string[], at: number): "rise" | "fall" | undefined {
  if (at < 0) return undefined;
  return weights[at]?.startsWith("-") === at > 0 ? "fall" : "rise";
}

/** "giảm 243, tăng 717 và giảm 163 không làm nên tăng 637" */
function told(terms: readonly Spoken[], weights: readonly string[], language: Language): string {
  const [whole = "", ...parts] = terms.map((term, i) => change(term, wayOfTerm(weights, i) === "fall", language));
  const list = `${parts.slice(0, -1).join(", ")}${language === "vi" ? " và " : " and "}${parts.at(-1)}`;
  return language === "vi" ? `${list} không thành ${whole}` : `${list} do not make ${whole}`;
}

/** "1,5 × 10 − 4 = 12,5"; against nothing, what is taken away stands on the other side: "1.561,8 tỷ đồng = 3 × 520,6 tỷ đồng". */
function compared(terms: readonly Spoken[], weights: readonly string[], is: keyof typeof SIGN, constant: string): string {
  const isTaken = (at: number): boolean => (weights[at] ?? "1").startsWith("-");
  const taken = terms.filter((_, i) => isTaken(i));
  if (!/^0(?:\.0*)?$/.test(constant) || taken.length === 0 || taken.length === terms.length)
    return `${weightedSum(terms, weights)} ${SIGN[is]} ${formatVi(constant)}`;
  const left = weightedSum(
    terms.filter((_, i) => !isTaken(i)),
    weights.filter((_, i) => !isTaken(i)),
  );
  const right = weightedSum(
    taken,
    weights.filter((_, i) => isTaken(i)).map((weight) => weight.slice(1)),
  );
  return `${left} ${SIGN[is]} ${right}`;
}

function weightedSum(terms: readonly Spoken[], weights: readonly string[]): string {
  const signed = terms.map((term, i) => {
    const weight = weights[i] ?? "1";
    const size = weight.replace("-", "");
    return `${weight.startsWith("-") ? "− " : "+ "}${size === "1" ? "" : `${formatVi(size)} × `}${term}`;
  });
  return signed.join(" ").replace(/^\+ /, "");
}
