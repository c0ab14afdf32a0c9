import * as z from "zod/mini";
import { equal, sum } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * Parts add up to their total.
 *
 * A count stands for itself, a rounded figure for every value that rounds to it. The relation holds when some choice of
 * those values makes `total − Σ parts` zero, so no tolerance is set by hand.
 *
 * - Shape: one total, n ≥ 1 parts that exhaust it; same indicator, period and orgUnit, apart along one breakdown.
 * - Unit: one unit of measure for all cells.
 * - Throws: nothing; a cell without a quantity makes the verdict "unknown".
 * - Source: sum rules, R package validate, cookbook, chapter "Multivariate checks".
 */
export const total = defineRelation({
  kind: "total",
  name: { vi: "Tổng số", en: "Total" },
  shape: z.object({ total: cell, parts: z.array(cell).check(z.minLength(1)) }),
  law: ({ total, parts }) => equal(total, sum(parts)),
  focus: "total",
  worked: ["total"],
  sentence: {
    vi: ({ total, parts }, gap) => `${total.label}: ${parts.join(" + ")} không bằng ${total}, lệch ${gap}. Xem lại từng phần hoặc tổng số.`,
    en: ({ total, parts }, gap) =>
      `${total.label}: ${parts.join(" + ")} do not make ${total}, off by ${gap}. Look again at each part or the total.`,
  },
});
