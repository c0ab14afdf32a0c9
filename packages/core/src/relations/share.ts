import * as z from "zod/mini";
import { equal, percentOf, sum } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";
import { instead } from "../sentence.ts";

/**
 * A percentage is what its two figures make: 100 × part ÷ whole.
 *
 * - Shape: one share, n ≥ 1 parts taken together, one whole.
 * - Unit: share in percent 0–100; parts and whole in one unit.
 * - Source: CHECK 1.3.
 */
export const share = defineRelation({
  kind: "share",
  name: { vi: "Tỷ trọng", en: "Share" },
  shape: z.object({ share: cell, parts: z.array(cell).check(z.minLength(1)), whole: cell }),
  law: ({ share, parts, whole }) => equal(share, percentOf(sum(parts), whole)),
  focus: "share",
  worked: ["share"],
  sentence: {
    vi: ({ share, parts, whole }, gap, made) =>
      `${share.label}: ${parts.join(" + ")} trên ${whole} ${instead(made, share, "vi")}, lệch ${gap}. Tính lại tỷ lệ.`,
    en: ({ share, parts, whole }, gap, made) =>
      `${share.label}: ${parts.join(" + ")} of ${whole} ${instead(made, share, "en")}, off by ${gap}. Work out the share again.`,
  },
});
