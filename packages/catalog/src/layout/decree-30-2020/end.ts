import type { LayoutRule } from "@khop/core";
import { at } from "./cite.ts";
import { looks } from "./look.ts";

const upright = { bold: true, italic: false, centred: true } as const;

/** Section II, clauses 7 and 9, and section III: who signs, who receives, appendices, stamps. */
export const endRules: readonly LayoutRule[] = [
  ...looks("authority", at("II", 7, "đ"), { size: [13, 14], case: "upper", ...upright }),
  ...looks("position", at("II", 7, "đ"), { size: [13, 14], case: "upper", ...upright }),
  ...looks("signer", at("II", 7, "đ"), { size: [13, 14], case: "sentence", ...upright }),
  ...looks("recipientsTitle", at("II", 9, "d"), { size: [12, 12], case: "sentence", bold: true, italic: true }),
  ...looks("recipient", at("II", 9, "d"), { size: [11, 11], bold: false, italic: false }),
  ...looks("appendixNumber", at("III", 1, "b"), { size: [14, 14], case: "sentence", ...upright }),
  ...looks("appendixTitle", at("III", 1, "b"), { size: [13, 14], case: "upper", ...upright }),
  ...looks("appendixReference", at("III", 1, "c"), { size: [13, 14], case: "sentence", italic: true, centred: true }),
  ...looks("urgency", at("III", 2, "b"), { size: [13, 14], case: "upper", bold: true, italic: false }),
  {
    id: "signer-presence",
    code: "layout-missing-part",
    severity: "info",
    demand: { on: "presence", part: "recipientsTitle", given: ["authority", "position", "signer"], least: 2 },
    source: at("II", 9, "c"),
  },
];
