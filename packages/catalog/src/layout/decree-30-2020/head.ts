import type { LayoutRule, Part } from "@khop/core";
import { at } from "./cite.ts";
import { looks } from "./look.ts";

const upright = { bold: true, italic: false, centred: true } as const;

const head: readonly Part[] = ["nationalName", "motto", "body", "docNumber", "placeDate"];

const mustHave = (part: Part, clause: number): LayoutRule => ({
  id: `${part}-presence`,
  code: "layout-missing-part",
  severity: "review",
  // A text without any head is an extract, and lacks nothing.
  demand: { on: "presence", part, given: head.filter((one) => one !== part), least: 2 },
  source: at("II", clause),
});

/** Section II, clauses 1 to 5, and clause 9 for "Kính gửi": the head of a document. */
export const headRules: readonly LayoutRule[] = [
  ...looks("nationalName", at("II", 1, "a"), { size: [12, 13], case: "upper", ...upright }),
  ...looks("motto", at("II", 1, "b"), { size: [13, 14], case: "sentence", ...upright }),
  ...looks("parentBody", at("II", 2, "b"), { size: [12, 13], case: "upper", bold: false, italic: false, centred: true }),
  ...looks("body", at("II", 2, "b"), { size: [12, 13], case: "upper", ...upright }),
  ...looks("docNumber", at("II", 3, "c"), { size: [13, 13], bold: false, italic: false, centred: true }),
  ...looks("placeDate", at("II", 4, "c"), { size: [13, 14], case: "sentence", bold: false, italic: true, centred: true }),
  ...looks("title", at("II", 5, "b"), { size: [13, 14], case: "upper", ...upright }),
  ...looks("summary", at("II", 5, "b"), { size: [13, 14], case: "sentence", ...upright }),
  ...looks("subject", at("II", 5, "b"), { size: [12, 13], case: "sentence", bold: false, italic: false, centred: true }),
  ...looks("addressedTo", at("II", 9, "d"), { size: [13, 14], case: "sentence", bold: false, italic: false }),
  mustHave("nationalName", 1),
  mustHave("motto", 1),
  mustHave("body", 2),
  mustHave("docNumber", 3),
  mustHave("placeDate", 4),
  {
    id: "addressedTo-presence",
    code: "layout-missing-part",
    severity: "info",
    demand: { on: "presence", part: "addressedTo", given: head, least: 3, titles: ["BÁO CÁO", "TỜ TRÌNH"] },
    required: { vi: "có, khi gửi cơ quan cấp trên", en: "there, when it goes to a body above" },
    source: at("II", 9, "b"),
  },
  {
    id: "drawn-rule",
    code: "layout-typed-rule",
    severity: "info",
    demand: { on: "absence", part: "typedLine" },
    required: { vi: "đường kẻ nét liền, không gõ bằng dấu gạch", en: "a drawn solid line, not typed signs" },
    mend: {
      vi: "Vẽ bằng Insert > Shapes > Line hoặc viền dưới của đoạn.",
      en: "Draw it with Insert > Shapes > Line or as a bottom border.",
    },
    source: at("II", 1, "b"),
  },
  {
    id: "motto-underline",
    code: "layout-typed-rule",
    severity: "info",
    demand: { on: "underline", parts: ["motto", "body", "summary"], is: false },
    mend: { vi: "Thay gạch chân bằng đường kẻ bên dưới.", en: "Draw a line below instead of underlining." },
    source: at("II", 1, "b"),
  },
];
