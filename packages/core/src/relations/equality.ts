import * as z from "zod/mini";
import { meet } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * The same figure said twice, or more often: one true value fits every print of it.
 *
 * - Shape: n ≥ 2 values.
 * - Source: XBRL Calculation 1.1, inconsistent duplicates; prints of one precision must be the same (Arelle, pull request 107).
 */
export const equality = defineRelation({
  kind: "equality",
  name: { vi: "Cùng một số liệu", en: "The same figure" },
  shape: z.object({ values: z.array(cell).check(z.minLength(2)) }),
  law: ({ values }) => meet(values),
  focus: "values",
  alike: ["values"],
  sameAtOnePrecision: true,
  sentence: {
    vi: ({ values }) => `${values[0]?.label}: cùng một số liệu nhưng ghi khác nhau: ${values.join("; ")}. Thống nhất một con số.`,
    en: ({ values }) => `${values[0]?.label}: the same figure is given differently: ${values.join("; ")}. Settle on one.`,
  },
});
