import * as z from "zod/mini";
import { meet } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * What a period opens with is what the one before closed with.
 *
 * - Shape: one opening, and the closing of the earlier report.
 * - Source: CHECK 1.8.
 */
export const continuation = defineRelation({
  kind: "continuation",
  name: { vi: "Tồn đầu kỳ nối tồn kỳ trước", en: "Opening from the earlier closing" },
  shape: z.object({ opening: cell, closing: cell }),
  law: ({ opening, closing }) => meet([opening, closing]),
  focus: "opening",
  alike: ["opening", "closing"],
  sameAtOnePrecision: true,
  sentence: {
    vi: ({ opening, closing }) =>
      `${opening.label}: đầu kỳ ghi ${opening}, khác với tồn cuối kỳ trước ${closing}. Xem lại số chuyển sang, hoặc ghi rõ lý do điều chỉnh.`,
    en: ({ opening, closing }) =>
      `${opening.label}: the period opens with ${opening}, the one before closed with ${closing}. Look again at what was carried over, or say why it was revised.`,
  },
});
