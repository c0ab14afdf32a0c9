import { findingsOf, type LayoutFinding, type Miss } from "./finding.ts";
import {
  alignmentMisses,
  caseMisses,
  colourMisses,
  fontMisses,
  gapMisses,
  indentMisses,
  lineSpacingMisses,
  sizeMisses,
  styleMisses,
} from "./looks.ts";
import type { MeasuredLayout } from "./measured.ts";
import { numberingMisses } from "./numbering.ts";
import { marginMisses, orientationMisses, pageNumberMisses, paperMisses } from "./pages.ts";
import { absenceMisses, orderMisses, presenceMisses } from "./parts.ts";
import type { LayoutRegime, LayoutRule } from "./rule.ts";
import { phraseMisses, writingMisses } from "./writing.ts";

/**
 * Holds what was measured against the rules of a regime. What was not measured, such as the margins of a plain text, and parts that were
 * not found give no finding, save where a rule asks for the part itself.
 *
 * - Shape: findings in the order of the rules, equal misses of one rule told once with all their places.
 * - Unit: lengths in millimetres, type sizes and spaces in points.
 */
export const checkLayout = (layout: MeasuredLayout, { rules }: LayoutRegime): LayoutFinding[] =>
  rules.flatMap((rule) => findingsOf(rule, missesOf(rule, layout)));

function missesOf({ demand, required }: LayoutRule, layout: MeasuredLayout): Miss[] {
  switch (demand.on) {
    case "paper":
      return paperMisses(demand, layout);
    case "orientation":
      return orientationMisses(layout);
    case "margin":
      return marginMisses(demand, layout);
    case "pageNumber":
      return pageNumberMisses(demand, layout);
    case "font":
      return fontMisses(demand, layout);
    case "colour":
      return colourMisses(demand, layout);
    case "size":
      return sizeMisses(demand, layout);
    case "bold":
    case "italic":
    case "underline":
      return styleMisses(demand, layout);
    case "case":
      return caseMisses(demand, layout);
    case "alignment":
      return alignmentMisses(demand, layout);
    case "indent":
      return indentMisses(demand, layout);
    case "gap":
      return gapMisses(demand, layout);
    case "lineSpacing":
      return lineSpacingMisses(demand, layout);
    case "order":
      return orderMisses(demand, layout);
    case "presence":
      return presenceMisses(demand, layout);
    case "absence":
      return absenceMisses(demand, layout, required ?? { vi: "không có", en: "none" });
    case "numbering":
      return numberingMisses(layout);
    case "writing":
      return writingMisses(demand, layout, required);
    case "phrase":
      return phraseMisses(demand, layout, required);
  }
}
