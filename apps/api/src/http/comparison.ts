import { type Comparison, comparisonSaid } from "@khop/core";
import { z } from "./routes.ts";

/** How a figure stands against one of before org units were changed. */
export const comparisonSchema = z
  .object({
    indicator: z.string(),
    members: z.record(z.string(), z.string()),
    period: z.string().meta({ description: "Kỳ trước đó / The earlier period" }),
    is: z.enum(["recast", "notComparable"]).meta({
      description:
        "recast: tính lại theo đơn vị hiện nay; notComparable: không so sánh được / recast onto the units of now, or not comparable",
    }),
    why: z.enum(["parted", "notAdditive", "missing", "rounded", "straddles", "unknownOrigin", "ended"]).optional(),
    message: z.object({ vi: z.string(), en: z.string() }),
  })
  .meta({ id: "Comparison" });

export function comparisonOut(comparison: Comparison, names: Parameters<typeof comparisonSaid>[1]): z.output<typeof comparisonSchema> {
  const { indicator, members, period, is, why } = comparison;
  return {
    indicator,
    members: { ...members },
    period: period.id,
    is,
    ...(why === undefined ? {} : { why }),
    message: comparisonSaid(comparison, names),
  };
}
