import * as z from "zod/mini";
import { equal, minus, sum } from "../law.ts";
import { cell, defineRelation, type Spoken } from "../relation.ts";

/**
 * Opening + in − out = closing.
 *
 * - Shape: one closing, one opening, any number of inflows and outflows, one at least.
 * - Unit: one for all cells.
 */
export const balance = defineRelation({
  kind: "balance",
  name: { vi: "Tồn đầu kỳ, cuối kỳ", en: "Opening and closing" },
  shape: z.object({ closing: cell, opening: cell, ins: z.array(cell), outs: z.array(cell) }),
  law: ({ closing, opening, ins, outs }) => equal(closing, minus(sum([opening, ...ins]), sum(outs))),
  focus: "closing",
  worked: ["closing"],
  sentence: {
    vi: ({ closing, opening, ins, outs }, gap) =>
      `${closing.label}: ${moved(opening, ins, outs)} không bằng ${closing}, lệch ${gap}. Xem lại số đầu kỳ, số tăng, giảm trong kỳ hoặc số cuối kỳ.`,
    en: ({ closing, opening, ins, outs }, gap) =>
      `${closing.label}: ${moved(opening, ins, outs)} does not make ${closing}, off by ${gap}. Look again at opening, movements and closing.`,
  },
});

function moved(opening: Spoken, ins: readonly Spoken[], outs: readonly Spoken[]): string {
  return [[opening, ...ins].join(" + "), ...outs].join(" − ");
}
