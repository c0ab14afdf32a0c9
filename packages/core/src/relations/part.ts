import * as z from "zod/mini";
import { atMost } from "../law.ts";
import { cell, defineRelation, type Spoken } from "../relation.ts";

/**
 * A part is at most its whole.
 *
 * - Shape: one part, one whole that contains it.
 * - Unit: one unit of measure for both.
 * - Source: R package validate, cookbook, "in range" rules.
 */
export const part = defineRelation({
  kind: "part",
  name: { vi: "Phần không lớn hơn tổng", en: "A part of its whole" },
  shape: z.object({ part: cell, whole: cell }),
  law: ({ part, whole }) => atMost(part, whole),
  focus: "part",
  sentence: {
    vi: ({ part, whole }, gap) => `${part.label}: ${part} lớn hơn ${named(whole)}, vượt ${gap}. Xem lại hai con số.`,
    en: ({ part, whole }, gap) => `${part.label}: ${part} is more than ${named(whole)}, over by ${gap}. Look again at both figures.`,
  },
});

const named = (whole: Spoken): string =>
  whole.label === "" || String(whole).startsWith(whole.label) ? String(whole) : `${whole} (${whole.label})`;
