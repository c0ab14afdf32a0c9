import { describe, expect, it } from "vitest";
import { isKhopError } from "./errors.ts";
import { numbered, parseReport, sectionNumber } from "./report.ts";

const text = (said: string) => [{ is: "text", text: said }];
const report = {
  title: "Báo cáo công tác thư viện tháng 10 năm 2024",
  body: "Thư viện tỉnh An Phú",
  docNumber: { number: null, symbol: "BC-TVT" },
  place: "An Phú",
  date: "2024-10-16",
  period: "2024-M10",
  sections: [
    { title: "Kết quả", blocks: [{ is: "passage", origin: "computed", spans: [...text("Tiếp nhận "), { is: "figure", fact: "indicator:received" }, { is: "note", note: "1" }] }],
      sections: [{ title: "Tiếp nhận", blocks: [] }, { title: "Giải quyết", blocks: [], sections: [{ title: "Đúng hạn", blocks: [] }] }] },
    { title: "Nhiệm vụ", number: "B.", blocks: [{ is: "table", header: ["Cấp", "Hồ sơ"], rows: [{ label: text("Tổng số"), cells: [text("21")], isTotal: true }] }] },
  ],
  footnotes: [{ id: "1", spans: text("Kể cả trực tuyến.") }],
  tasks: [{ text: "Số hóa hồ sơ", dueDate: "2024-11-30" }],
  addressees: ["Như trên", "Lưu: VT"],
  signatureBlock: { authority: "KT. GIÁM ĐỐC", position: "PHÓ GIÁM ĐỐC", name: "Nguyễn Văn A" },
};

describe("report", () => {
  it("is read whole, and numbers its sections", () => {
    expect(numbered(parseReport(report).sections).map(({ number, section }) => `${number} ${section.title}`)).toEqual(
      ["I. Kết quả", "1. Tiếp nhận", "2. Giải quyết", "a) Đúng hạn", "B. Nhiệm vụ"]);
  });

  it.each([
    ["a part is missing",        { ...report, signatureBlock: undefined },                    "signatureBlock"],
    ["a date is none",           { ...report, date: "16/10/2024" },                           "date"],
    ["a block of no known sort", { ...report, sections: [{ title: "A", blocks: [{ is: "graph" }] }] }, "sections.0.blocks.0.is"],
    ["a chart of no kind",       { ...report, sections: [{ title: "A", blocks: [{ is: "chart", kind: "pie", categories: [], series: [] }] }] }, "sections.0.blocks.0.kind"],
    ["no report at all",         null,                                                        "report"],
  ])("says what is wrong: %s", (_, input, path) => {
    expect(() => parseReport(input)).toThrow(expect.toSatisfy((error: unknown) => isKhopError(error, "core/bad-report") && error.info.issues.startsWith(path)));
  });

  it.each([[[4], "IV."], [[9], "IX."], [[14], "XIV."], [[2, 3], "3."], [[1, 1, 5], "đ)"], [[1, 1, 1, 1], "-"]])("section %j is %s", (place, number) => {
    expect(sectionNumber(place)).toBe(number);
  });
});
