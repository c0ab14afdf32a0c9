import { isKhopError } from "@khop/core";
import { describe, expect, it } from "vitest";
import { parseReportRegime, regimeData } from "./ready.ts";
import { healthQuarterly } from "./regimes.ts";

type Data = { [part: string]: never } & Record<"indicators" | "rules" | "forms" | "sections" | "tasks" | "sources", Record<string, never>[]>;
const copy = (): Data => JSON.parse(JSON.stringify(regimeData(healthQuarterly)));

/** The data with one entry of a part changed. */
const changed = (part: "indicators" | "rules" | "forms" | "sections" | "tasks", at: number, change: object) => (): unknown => {
  const data = copy();
  return { ...data, [part]: data[part].map((one, i) => (i === at ? { ...one, ...change } : one)) };
};

function refusal(input: unknown): { readonly issues: readonly string[]; readonly message: string } {
  try {
    parseReportRegime(input);
  } catch (error) {
    if (isKhopError(error, "catalog/bad-report-regime")) return { issues: error.info.issues.map(({ place, vi, en }) => `${place}: ${vi} | ${en}`), message: error.message };
    throw error;
  }
  return { issues: [], message: "" };
}

describe("a report regime from outside", () => {
  it.each<[string, () => unknown, string]>([
    ["no object",                       () => "chế độ",                                                  "regime: phải là một nhóm thông tin | must be of type object"],
    ["an indicator without a name",     changed("indicators", 0, { vi: undefined }),                     "indicators › visits › vi: còn thiếu, hãy bổ sung | is missing; add it"],
    ["a number where text belongs",     changed("indicators", 0, { vi: 7 }),                             "indicators › visits › vi: phải là một chuỗi chữ | must be of type string"],
    ["a kind of indicator unheard of",  changed("indicators", 0, { kind: "flux" }),                      'indicators › visits › kind: phải là một trong "stock", "flow", "ratio" | must be one of "stock", "flow", "ratio"'],
    ["a part that nobody knows",        changed("indicators", 0, { colour: "red" }),                     'indicators › visits: có phần không ai biết: "colour" | has parts that nobody knows: "colour"'],
    ["an empty name",                   changed("tasks", 0, { text: "" }),                               "tasks › season › text: không được để trống | must not be empty"],
    ["a day that is none",              () => ({ ...copy(), validFrom: "hôm nay" }),                     "validFrom: phải là một ngày, viết như 2024-10-31 | must be a day, written like 2024-10-31"],
    ["a usual figure that is none",     changed("forms", 1, { rows: [{ indicator: "vaccinated", typical: "3.000,5" }] }), "forms › vaccination › rows › 0 › typical: phải là một số, viết như 20.25 | must be a number, written like 20.25"],
    ["due on the day it closes",        () => ({ ...copy(), dueWithin: 0 }),                             "dueWithin: phải từ 1 trở lên | must be 1 or more"],
    ["an end before the beginning",     () => ({ ...copy(), validTo: "2001-01-01" }),                    "validTo: đứng trước ngày bắt đầu hiệu lực | is before the first day in force"],
    ["two indicators of one id",        changed("indicators", 1, { id: "visits" }),                      "indicators › visits: có hai mục cùng mã này, hãy đổi một mã | two entries have this id; change one"],
    ["a source that is not there",      changed("indicators", 0, { source: "treatmant" }),               'indicators › visits › source: không có nguồn số liệu "treatmant"; gần nhất là "treatment" | there is no source "treatmant"; the nearest is "treatment"'],
    ["nobody who answers",              changed("indicators", 0, { responsible: "phòng khác" }),         'indicators › visits › responsible: không có đơn vị phụ trách "phòng khác" | there is no division "phòng khác"'],
    ["a kind of relation unheard of",   changed("rules", 0, { kind: "totl" }),                           'rules › visits.by-payer › kind: không có loại quan hệ "totl"; gần nhất là "total" | there is no kind "totl"; the nearest is "total"'],
    ["a rule about something else",     changed("rules", 0, { places: { total: { indicator: "visit" }, parts: { indicator: "visits", over: "payer" } } }), 'rules › visits.by-payer › total: không có chỉ tiêu "visit"; gần nhất là "visits" | there is no indicator "visit"; the nearest is "visits"'],
    ["a breakdown that it has not",     changed("rules", 0, { places: { total: { indicator: "visits" }, parts: { indicator: "visits", over: "sex" } } }), 'rules › visits.by-payer › parts: không có phân tổ "sex" | there is no breakdown "sex"'],
    ["a member that it has not",        changed("rules", 0, { places: { total: { indicator: "visits" }, parts: [{ indicator: "visits", members: { payer: "insurd" } }] } }), 'rules › visits.by-payer › parts: không có giá trị phân tổ "insurd"; gần nhất là "insured" | there is no member "insurd"; the nearest is "insured"'],
    ["a section that tells nothing known", changed("sections", 1, { indicators: ["beds.densty"] }),      'sections › vaccination: không có chỉ tiêu "beds.densty"; gần nhất là "beds.density" | there is no indicator "beds.densty"; the nearest is "beds.density"'],
    ["a form that asks for what is not", changed("forms", 1, { rows: [{ indicator: "vaccinate" }] }),    'forms › vaccination › vaccinate: không có chỉ tiêu "vaccinate"; gần nhất là "vaccinated" | there is no indicator "vaccinate"; the nearest is "vaccinated"'],
    ["a figure that two lines ask for",  changed("forms", 1, { rows: [{ indicator: "vaccinated" }, { indicator: "vaccinated", over: ["vaccine"] }, { indicator: "vaccinated", members: { vaccine: "measles" } }] }), "forms › vaccinated|vaccine=measles: được hỏi ở hai dòng biểu mẫu, hãy bỏ một dòng | is asked for by two lines of forms; take one away"],
  ])("is refused: %s", (_, input, expected) => expect(refusal(input()).issues).toContain(expected));

  it("is refused when no section tells an indicator", () => {
    expect(refusal({ ...copy(), sections: copy().sections.slice(1) }).issues[0]).toBe("indicators › visits: không mục nào của báo cáo nói đến chỉ tiêu này; thêm vào một mục | no section tells it; add it to one");
  });

  it("is refused when the places of a rule are not those of its kind", () => {
    const { issues } = refusal(changed("rules", 0, { places: { whole: { indicator: "visits" } } })());
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(/^rules › visits\.by-payer: các vị trí không đúng với loại quan hệ "total" \| The cells do not fit the shape of "total"/);
  });

  it("says all that is wrong in one message, Vietnamese first", () => {
    expect(refusal(changed("indicators", 0, { vi: undefined, kind: "flux" })()).message).toBe(
      'Chế độ báo cáo này không dùng được: indicators › visits › vi: còn thiếu, hãy bổ sung; indicators › visits › kind: phải là một trong "stock", "flow", "ratio". / ' +
        'This report regime cannot be used: indicators › visits › vi: is missing; add it; indicators › visits › kind: must be one of "stock", "flow", "ratio".');
  });
});
