import type { Pattern, Rule } from "@khop/core";

/** The address patterns that a rule's places hold. */
const patternsOf = ({ places }: Rule): readonly Pattern[] =>
  Object.values(places)
    .flat()
    .filter((one): one is Pattern => typeof one === "object" && one !== null && "indicator" in one);

/** Whether a rule looks at a period other than its own. */
export const looksBack = (rule: Rule): boolean => patternsOf(rule).some(({ period = "self" }) => period !== "self");

/** Whether a rule looks at the newest of several periods, however old. */
export const looksAtLatest = (rule: Rule): boolean => patternsOf(rule).some(({ period }) => period === "latest");
