import * as z from "zod/mini";
import { equal, sum } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * The shares of a complete breakdown make 100 %, or the share printed for the whole.
 *
 * - Shape: n ≥ 2 shares; optionally one whole share that they add up to.
 * - Unit: percent.
 * - Source: CHECK 1.5: rounded shares may miss 100 by half a last digit each; shares that were moved by one last digit to make
 *   exactly 100 are not wrong.
 */
export const composition = defineRelation({
  kind: "composition",
  name: { vi: "Các tỷ lệ làm nên tổng", en: "Shares that make the whole" },
  shape: z.object({ whole: z.optional(cell), shares: z.array(cell).check(z.minLength(2)) }),
  law: ({ whole, shares }) => equal(whole ?? 100, sum(shares)),
  focus: "whole",
  adjusted: "shares",
  weight: 0.5,
  sentence: {
    vi: ({ whole, shares }, gap) =>
      `Các tỷ lệ ${shares.join(" + ")} cộng lại không bằng ${whole ?? "100 %"}, lệch ${gap}. Tính lại từng tỷ lệ.`,
    en: ({ whole, shares }, gap) =>
      `The shares ${shares.join(" + ")} do not make ${whole ?? "100 %"}, off by ${gap}. Work out each share again.`,
  },
});
