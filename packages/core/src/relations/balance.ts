import * as z from "zod/mini";
import { equal, minus, sum } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * Opening + in − out = closing.
 *
 * - Shape: one closing, one opening, any number of inflows and outflows, one at least.
 * - Unit: one for all cells.
 */
export const balance = defineRelation({
  kind: "balance",
  shape: z.object({ closing: cell, opening: cell, ins: z.array(cell), outs: z.array(cell) }),
  law: ({ closing, opening, ins, outs }) => equal(closing, minus(sum([opening, ...ins]), sum(outs))),
  focus: "closing",
  worked: ["closing"],
  sentence: {
    vi: ({ closing, opening, ins, outs }, gap) =>
      `${closing.label}: ${[opening, ...ins].join(" + ")}${outs.length > 0 ? ` − ${outs.join(" − ")}` : ""} không bằng ${closing}, lệch ${gap}. Xem lại số đầu kỳ, số tăng giảm hoặc số cuối kỳ.`,
    en: ({ closing, opening, ins, outs }, gap) =>
      `${closing.label}: ${[opening, ...ins].join(" + ")}${outs.length > 0 ? ` − ${outs.join(" − ")}` : ""} does not make ${closing}, off by ${gap}. Look again at opening, movements and closing.`,
  },
});
