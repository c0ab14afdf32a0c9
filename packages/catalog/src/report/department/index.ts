import { formsOf } from "../build/chapter.ts";
import { without } from "../build/without.ts";
import type { RegimeData } from "../regime.ts";
import { alsoKnown } from "./also-known.ts";
import { divisions } from "./bodies.ts";
import { chapters, sections } from "./sections.ts";
import { tasks } from "./tasks.ts";
import { wording } from "./wording.ts";

/** Báo cáo tháng của sở, ba cấp chính quyền: in force until the district tier ended. */
export const departmentMonthly: RegimeData = {
  id: "department-monthly",
  version: "1",
  sort: "administrative",
  name: { vi: "Báo cáo tháng của Sở Thông tin và Truyền thông", en: "Monthly report of a Department of Information and Communications" },
  body: "Sở Thông tin và Truyền thông",
  level: "province",
  addressees: ["Ủy ban nhân dân tỉnh", "Bộ Thông tin và Truyền thông"],
  sending: "Hệ thống quản lý văn bản, có chữ ký số",
  frequency: "month",
  dueWithin: 5,
  validFrom: "2019-03-12",
  validTo: "2025-06-30",
  legal: ["Nghị định 09/2019/NĐ-CP"],
  sources: chapters.map(({ source }) => source),
  divisions,
  indicators: chapters.flatMap(({ indicators }) => indicators.map(alsoKnown)),
  rules: chapters.flatMap(({ rules }) => rules),
  structuralZeros: chapters.flatMap(({ structuralZeros }) => structuralZeros),
  sections,
  wording,
  forms: formsOf(chapters, 2),
  tasks,
};

/** The same for two levels of government, from the day there are only two: no district, and another department that reports. */
export const departmentMonthlyTwoLevel: RegimeData = {
  ...without(departmentMonthly, { breakdown: "level", member: "district" }),
  id: "department-monthly-2025",
  name: {
    vi: "Báo cáo tháng của Sở Khoa học và Công nghệ, chính quyền hai cấp",
    en: "Monthly report of a Department of Science and Technology, two levels of government",
  },
  body: "Sở Khoa học và Công nghệ",
  wording: { ...wording, symbol: "BC-SKHCN" },
  addressees: ["Ủy ban nhân dân tỉnh", "Bộ Khoa học và Công nghệ"],
  validFrom: "2025-07-01",
  validTo: null,
  replaces: departmentMonthly.id,
  legal: ["Nghị định 09/2019/NĐ-CP", "Luật Tổ chức chính quyền địa phương 2025"],
};
