import * as z from "zod/mini";
import { Rational } from "../internal/rational.ts";
import { meet } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * Hidden bases of one meaning, territory and date are the same: the population behind every density of a report.
 *
 * Bases that differ by a few percent come from different years or sources; one that lies more than 5 % from every other shows a
 * wrong figure behind it.
 *
 * - Shape: n ≥ 2 bases, each bound by its own ratio.
 * - Source: CHECK 1.9.
 */
export const agreement = defineRelation({
  kind: "agreement",
  name: { vi: "Cùng mẫu số", en: "Same base" },
  shape: z.object({ bases: z.array(cell).check(z.minLength(2)) }),
  law: ({ bases }) => meet(bases),
  focus: "bases",
  consensus: { place: "bases", tolerance: new Rational(1, 20) },
  sentence: {
    vi: ({ bases }) =>
      `${bases[0]?.label}: các tỷ lệ trong báo cáo dựa trên những mẫu số khác nhau. Thống nhất một mẫu số, ghi rõ nguồn và thời điểm.`,
    en: ({ bases }) => `${bases[0]?.label}: the ratios of the report rest on different bases. Settle on one, with its source and date.`,
  },
});
