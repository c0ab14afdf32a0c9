import * as z from "zod/mini";
import { equal, minus, sum } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";
import { instead } from "../sentence.ts";

/**
 * A number said against what is listed: so many names, or an id range `first`–`last`.
 *
 * - Shape: one count, and either `listed` (how many are named) or the first and last id.
 */
export const count = defineRelation({
  kind: "count",
  name: { vi: "Số lượng liệt kê", en: "Number listed" },
  shape: z.object({ count: cell, listed: z.optional(z.number()), first: z.optional(cell), last: z.optional(cell) }),
  law: ({ count, listed, first, last }) => equal(count, first && last ? sum([minus(last, first), 1]) : (listed ?? 0)),
  focus: "count",
  sentence: {
    vi: ({ count, listed, first, last }, _, made) =>
      first && last
        ? `${count.label}: từ ${first} đến ${last} ${instead(made, count, "vi")}. Đếm lại.`
        : `${count.label}: ghi ${count} nhưng liệt kê ${listed}. Đếm lại danh sách.`,
    en: ({ count, listed, first, last }, _, made) =>
      first && last
        ? `${count.label}: from ${first} to ${last} ${instead(made, count, "en")}. Count again.`
        : `${count.label}: says ${count} but lists ${listed}. Count the list again.`,
  },
});
