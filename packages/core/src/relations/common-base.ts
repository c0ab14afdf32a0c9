import * as z from "zod/mini";
import { all, equal, percentOf } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * Several shares of one whole that is printed nowhere: some one base must fit them all.
 *
 * - Shape: n ≥ 2 parts, as many shares, one base (hidden; a whole number when the parts are counts).
 * - Source: LANGUAGE 3: votes whose base, the whole assembly, is never printed; one integer survives the intersection.
 */
export const commonBase = defineRelation({
  kind: "commonBase",
  name: { vi: "Mẫu số chung", en: "Common base" },
  shape: z.object({ parts: z.array(cell).check(z.minLength(2)), shares: z.array(cell).check(z.minLength(2)), base: cell }),
  law: ({ parts, shares, base }) => all(parts.map((part, i) => equal(shares[i] ?? part, percentOf(part, base)))),
  focus: "base",
  worked: ["shares"],
  sentence: {
    vi: ({ parts, shares, base }) =>
      `${base.label}: không tìm được một mẫu số chung cho ${parts.map((part, i) => `${part} (${shares[i]})`).join("; ")}. Tính lại các tỷ lệ.`,
    en: ({ parts, shares, base }) =>
      `${base.label}: no one base fits ${parts.map((part, i) => `${part} (${shares[i]})`).join("; ")}. Work out the shares again.`,
  },
});
