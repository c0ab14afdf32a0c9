import type { Said } from "@khop/core";

/** A place in Part I of Appendix I of the decree: section II, clause 4, point b. */
export const at = (section: string, clause?: number, point?: string): Said => ({
  vi: `Phụ lục I, Phần I, mục ${section}${clause === undefined ? "" : `, khoản ${clause}`}${point === undefined ? "" : `, điểm ${point}`} Nghị định 30/2020/NĐ-CP`,
  en: `Decree 30/2020/NĐ-CP, Appendix I, Part I, section ${section}${clause === undefined ? "" : `, clause ${clause}`}${point === undefined ? "" : `, point ${point}`}`,
});

/** What offices do though no article demands it. */
export const custom: Said = {
  vi: "thông lệ văn phòng, không có trong Nghị định 30/2020/NĐ-CP",
  en: "office custom, not in Decree 30/2020/NĐ-CP",
};
