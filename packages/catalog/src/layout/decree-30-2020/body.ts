import type { LayoutRule, Part } from "@khop/core";
import { at } from "./cite.ts";
import { looks } from "./look.ts";

const running: readonly Part[] = ["text"];
const lines: readonly Part[] = ["text", "item", "clause", "subclause", "point"];

/** Section II, clause 6: the body. */
export const bodyRules: readonly LayoutRule[] = [
  ...looks("legalBasis", at("II", 6, "a"), { size: [13, 14], case: "sentence", italic: true }),
  ...looks("chapter", at("II", 6, "đ"), { size: [13, 14], bold: true, italic: false, centred: true }),
  ...looks("article", at("II", 6, "đ"), { size: [13, 14], case: "sentence", italic: false }),
  ...looks("section", at("V"), { size: [13, 14], case: "upper", bold: true, italic: false, severity: "review" }),
  ...looks("clause", at("II", 6, "đ"), { size: [13, 14], case: "sentence" }),
  ...looks("subclause", at("II", 6, "đ"), { size: [13, 14], case: "sentence" }),
  ...looks("point", at("II", 6, "đ"), { size: [13, 14], case: "sentence" }),
  ...looks("text", at("II", 6, "e"), { size: [13, 14] }),
  ...looks("item", at("II", 6, "e"), { size: [13, 14] }),
  {
    id: "text-italic",
    code: "layout-italic",
    severity: "info",
    demand: { on: "italic", parts: running, is: false },
    source: at("II", 6, "e"),
  },
  {
    id: "text-alignment",
    code: "layout-alignment",
    severity: "review",
    demand: { on: "alignment", parts: running, oneOf: ["justify"] },
    mend: { vi: "Bấm Ctrl+J.", en: "Press Ctrl+J." },
    source: at("II", 6, "e"),
  },
  {
    id: "text-indent",
    code: "layout-indent",
    severity: "review",
    demand: { on: "indent", parts: running, oneOf: [10, 12.7], tolerance: 0.3 },
    mend: { vi: "Sửa tại Paragraph > Special > First line.", en: "Mend it in Paragraph > Special > First line." },
    source: at("II", 6, "e"),
  },
  {
    id: "text-gap",
    code: "layout-paragraph-gap",
    severity: "review",
    demand: { on: "gap", parts: lines, from: 6 },
    mend: { vi: "Sửa tại Paragraph > Spacing.", en: "Mend it in Paragraph > Spacing." },
    source: at("II", 6, "e"),
  },
  {
    id: "text-line-spacing",
    code: "layout-line-spacing",
    severity: "review",
    // A distance set in points is compared with the height of a single line, which differs a little by printer and font.
    demand: { on: "lineSpacing", parts: lines, from: 1, to: 1.5, tolerance: 0.05 },
    source: at("II", 6, "e"),
  },
];
