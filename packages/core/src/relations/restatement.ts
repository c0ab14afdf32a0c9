import * as z from "zod/mini";
import { meet } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * A figure of an earlier period that a report prints again is the one that the earlier report printed, unless it was revised since.
 *
 * - Shape: the figure printed again, and the one published before.
 * - Source: CHECK 1.8, revision rule: prior as published and prior as now printed are two facts.
 */
export const restatement = defineRelation({
  kind: "restatement",
  name: { vi: "Số kỳ trước in lại", en: "An earlier figure, printed again" },
  shape: z.object({ restated: cell, published: cell }),
  law: ({ restated, published }) => meet([restated, published]),
  focus: "restated",
  alike: ["restated", "published"],
  sameAtOnePrecision: true,
  sentence: {
    vi: ({ restated, published }) =>
      `${restated.label}: số kỳ trước in lại ${restated} khác với báo cáo kỳ trước, ${published}. Nếu đã điều chỉnh thì ghi rõ, nếu không thì lấy lại số đã báo cáo.`,
    en: ({ restated, published }) =>
      `${restated.label}: the earlier figure is printed again as ${restated}, unlike the earlier report, ${published}. If it was revised, say so; else take the figure that was reported.`,
  },
});
