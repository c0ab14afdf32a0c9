import type { LayoutRule, MarginSide } from "@khop/core";
import { at } from "./cite.ts";

/** Programs keep lengths in inches or twentieths of a point and round: 0.79 in stands for 20 mm. */
const tolerance = 0.3;

const margin = (side: MarginSide, from: number, to: number): LayoutRule => ({
  id: `margin-${side}`,
  code: "layout-margin",
  severity: "warning",
  demand: { on: "margin", side, from, to, tolerance },
  mend: { vi: "Sửa tại Layout > Margins.", en: "Mend it in Layout > Margins." },
  source: at("I", 3),
});

const header = { vi: "Sửa tại Insert > Page Number.", en: "Mend it in Insert > Page Number." };
const stamps = ["secrecy", "urgency"] as const;

/** Section I: paper, margins, font, page numbers. */
export const pageRules: readonly LayoutRule[] = [
  {
    id: "paper",
    code: "layout-paper",
    severity: "warning",
    demand: { on: "paper", width: 210, height: 297, tolerance: 1 },
    mend: { vi: "Chọn A4 tại Layout > Size.", en: "Choose A4 in Layout > Size." },
    source: at("I", 1),
  },
  {
    id: "orientation",
    code: "layout-orientation",
    severity: "review",
    demand: { on: "orientation", is: "portrait", unless: "tables" },
    source: at("I", 2),
  },
  margin("top", 20, 25),
  margin("bottom", 20, 25),
  margin("left", 30, 35),
  margin("right", 15, 20),
  {
    id: "font",
    code: "layout-font",
    severity: "warning",
    demand: { on: "font", oneOf: ["Times New Roman"] },
    source: at("I", 4),
  },
  {
    id: "colour",
    code: "layout-colour",
    severity: "warning",
    demand: { on: "colour", oneOf: ["000000"], except: stamps },
    source: at("I", 4),
  },
  {
    id: "page-number-presence",
    code: "layout-page-number",
    severity: "warning",
    demand: { on: "pageNumber", property: "presence" },
    mend: header,
    source: at("I", 7),
  },
  {
    id: "page-number-first-page",
    code: "layout-page-number",
    severity: "warning",
    demand: { on: "pageNumber", property: "hiddenOnFirstPage" },
    mend: { vi: "Đánh dấu Different First Page.", en: "Tick Different First Page." },
    source: at("I", 7),
  },
  {
    id: "page-number-place",
    code: "layout-page-number",
    severity: "warning",
    demand: { on: "pageNumber", property: "place", is: "header" },
    mend: header,
    source: at("I", 7),
  },
  {
    id: "page-number-alignment",
    code: "layout-page-number",
    severity: "warning",
    demand: { on: "pageNumber", property: "alignment", is: "center" },
    source: at("I", 7),
  },
  {
    id: "page-number-format",
    code: "layout-page-number",
    severity: "warning",
    demand: { on: "pageNumber", property: "format", is: "decimal" },
    source: at("I", 7),
  },
  {
    id: "page-number-start",
    code: "layout-page-number",
    severity: "warning",
    demand: { on: "pageNumber", property: "start", is: 1 },
    source: at("I", 7),
  },
  {
    id: "page-number-upright",
    code: "layout-page-number",
    severity: "warning",
    demand: { on: "pageNumber", property: "upright" },
    source: at("I", 7),
  },
  {
    id: "page-number-size",
    code: "layout-page-number",
    severity: "warning",
    demand: { on: "pageNumber", property: "size", from: 13, to: 14 },
    source: at("I", 7),
  },
];
