import * as z from "zod/mini";
import { equal, times } from "../law.ts";
import { cell, defineRelation } from "../relation.ts";

/**
 * A product printed with its factors: 468 buổi (39 x 12).
 *
 * - Shape: one product, two factors.
 */
export const product = defineRelation({
  kind: "product",
  name: { vi: "Tích", en: "Product" },
  shape: z.object({ product: cell, left: cell, right: cell }),
  law: ({ product, left, right }) => equal(product, times(left, right)),
  focus: "product",
  worked: ["product"],
  sentence: {
    vi: ({ product, left, right }, gap) => `${product.label}: ${left} × ${right} không bằng ${product}, lệch ${gap}. Nhân lại.`,
    en: ({ product, left, right }, gap) => `${product.label}: ${left} × ${right} does not make ${product}, off by ${gap}. Multiply again.`,
  },
});
