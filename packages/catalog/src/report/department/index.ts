import type { Chapter } from "../build/chapter.ts";
import { without } from "../build/without.ts";
import type { Form, RegimeData } from "../regime.ts";
import { divisions } from "./bodies.ts";
import { chapters, sections } from "./sections.ts";
import { tasks } from "./tasks.ts";

/** One form for each source system that gives figures. */
function formOf({ source, indicators, rows }: Chapter): readonly Form[] {
  const responsible = indicators[0]?.responsible;
  if (responsible === undefined) return [];
  return [
    {
      id: source.id,
      title: { vi: `Biểu nhập số liệu: ${source.name.vi}`, en: `Entry form: ${source.name.en}` },
      responsible,
      dueWithin: 2,
      rows,
    },
  ];
}

/** Báo cáo tháng của sở, ba cấp chính quyền: in force until the district tier ended. */
export const departmentMonthly: RegimeData = {
  id: "department-monthly",
  version: "1",
  sort: "administrative",
  name: { vi: "Báo cáo tháng của Sở Thông tin và Truyền thông", en: "Monthly report of a Department of Information and Communications" },
  body: "Sở Thông tin và Truyền thông",
  level: "province",
  addressees: ["Ủy ban nhân dân tỉnh", "Bộ Thông tin và Truyền thông"],
  frequency: "month",
  validFrom: "2019-03-12",
  validTo: "2025-06-30",
  legal: ["Nghị định 09/2019/NĐ-CP"],
  sources: chapters.map(({ source }) => source),
  divisions,
  indicators: chapters.flatMap(({ indicators }) => indicators),
  rules: chapters.flatMap(({ rules }) => rules),
  structuralZeros: chapters.flatMap(({ structuralZeros }) => structuralZeros),
  sections,
  forms: chapters.flatMap(formOf),
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
  addressees: ["Ủy ban nhân dân tỉnh", "Bộ Khoa học và Công nghệ"],
  validFrom: "2025-07-01",
  validTo: null,
  legal: ["Nghị định 09/2019/NĐ-CP", "Luật Tổ chức chính quyền địa phương 2025"],
};
