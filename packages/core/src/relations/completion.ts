import * as z from "zod/mini";
import { equal, percentOf } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";
import { instead } from "../sentence.ts";

/**
 * How much of a plan was done: 100 × actual ÷ plan.
 *
 * - Shape: one completion, actual, plan. Unit: completion in percent, which may exceed 100.
 */
export const completion = defineRelation({
  kind: "completion",
  name: { vi: "Tỷ lệ hoàn thành", en: "Completion" },
  shape: z.object({ completion: cell, actual: cell, plan: cell }),
  law: ({ completion, actual, plan }) => equal(completion, percentOf(actual, plan)),
  focus: "completion",
  worked: ["completion"],
  sentence: {
    vi: ({ completion, actual, plan }, gap, made) =>
      `${completion.label}: ${actual} so với kế hoạch ${plan} ${instead(made, completion, "vi")}, lệch ${gap}. Tính lại tỷ lệ hoàn thành.`,
    en: ({ completion, actual, plan }, gap, made) =>
      `${completion.label}: ${actual} against a plan of ${plan} ${instead(made, completion, "en")}, off by ${gap}. Work out the completion again.`,
  },
});
