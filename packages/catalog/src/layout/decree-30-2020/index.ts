import type { LayoutRegime } from "@khop/core";
import { bodyRules } from "./body.ts";
import { endRules } from "./end.ts";
import { headRules } from "./head.ts";
import { pageRules } from "./page.ts";
import { writingRules } from "./writing.ts";

/**
 * The layout of administrative documents by Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I.
 *
 * What an article demands in numbers is a warning; what a reader may have meant otherwise is for review; custom and what programs cannot
 * see for sure is info.
 */
export const decree30: LayoutRegime = {
  id: "nd-30-2020",
  name: { vi: "Nghị định 30/2020/NĐ-CP về công tác văn thư", en: "Decree 30/2020/NĐ-CP on records work" },
  validFrom: "2020-03-05",
  validTo: null,
  rules: [...pageRules, ...headRules, ...bodyRules, ...endRules, ...writingRules],
};
