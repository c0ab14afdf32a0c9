import * as z from "zod/mini";
import { equal, sum } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * What stood before, and what the period brought, make the figure to date (lũy kế).
 *
 * - Shape: one figure to date, one previous (often hidden: last month's), n ≥ 1 of the period.
 * - Source: CHECK 1.8.
 */
export const cumulative = defineRelation({
  kind: "cumulative",
  name: { vi: "Lũy kế", en: "Cumulative" },
  shape: z.object({ toDate: cell, previous: cell, currents: z.array(cell).check(z.minLength(1)) }),
  law: ({ toDate, previous, currents }) => equal(toDate, sum([previous, ...currents])),
  focus: "toDate",
  worked: ["toDate"],
  sentence: {
    vi: ({ toDate, previous, currents }, gap) =>
      `${toDate.label}: ${[previous, ...currents].join(" + ")} không bằng lũy kế ${toDate}, lệch ${gap}. Xem lại số lũy kế, số kỳ trước hoặc số trong kỳ.`,
    en: ({ toDate, previous, currents }, gap) =>
      `${toDate.label}: ${[previous, ...currents].join(" + ")} do not make ${toDate} to date, off by ${gap}. Look again at the running total, the figure before or that of the period.`,
  },
});
