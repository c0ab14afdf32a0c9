import { layoutRegimes } from "@khop/catalog";
import { checkLayout } from "@khop/core";
import { measureDocx } from "@khop/reader/layout";
import { LineRuleType, NumberFormat, PageOrientation } from "docx";
import { describe, expect, it } from "vitest";
import { type Change, report } from "./layout-testing.ts";

const [decree] = layoutRegimes;

async function found(change: Change, length?: number): Promise<string[]> {
  const layout = measureDocx(await report(change, length));
  return checkLayout(layout, decree!).map(({ rule, measured }) => `${rule}: ${measured.vi}`);
}

const line = (name: string, look: NonNullable<Change["lines"]>[string]): Change => ({ lines: { [name]: look } });

describe("a report in the layout of the decree", () => {
  it("has no finding", async () => {
    expect(await found({})).toEqual([]);
  });

  it.each<[string, Change]>([
    ["margins at the widest that is allowed", { margins: { top: 1417, bottom: 1417, left: 1984, right: 850 } }],
    ["sizes at the other end", { lines: { nationalName: { size: 13 }, motto: { size: 14 }, title: { size: 13 }, text1: { size: 13 } } }],
    ["an indent of 1 cm", line("text1", { firstLine: 567 })],
    ["a tab for an indent", line("text1", { firstLine: 0, text: "\tTrong tháng, Sở tiếp nhận hồ sơ đầy đủ." })],
    ["a draft without its number and day", { lines: { docNumber: { text: "Số:       /BC-SSL" }, placeDate: { text: "Hòa An, ngày      tháng 02 năm 2025" } } }],
  ])("%s", async (_, change) => {
    expect(await found(change)).toEqual([]);
  });

  it("needs no page number on one page", async () => {
    expect(await found({ pageNumber: "none" }, 0)).toEqual([]);
  });
});

describe("one property that is wrong", () => {
  it.each<[string, Change, string]>([
    // the page
    ["Letter paper",                     { size: { width: 12240, height: 15840 } },                                              "paper: 215,9 × 279,4 mm"],
    ["landscape without a table",        { size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE } },      "orientation: theo chiều rộng, không có bảng, biểu nào"],
    ["left margin of an inch",           { margins: { left: 1440 } },                                                            "margin-left: 25,4 mm"],
    ["top margin",                       { margins: { top: 850 } },                                                              "margin-top: 15 mm"],
    ["bottom margin",                    { margins: { bottom: 1701 } },                                                          "margin-bottom: 30 mm"],
    ["right margin",                     { margins: { right: 1440 } },                                                           "margin-right: 25,4 mm"],
    ["font of a paragraph",              line("text1", { font: "Arial" }),                                                       "font: Arial"],
    ["colour of a paragraph",            line("text1", { color: "FF0000" }),                                                     "colour: #FF0000"],
    // page numbers
    ["no page number",                   { pageNumber: "none" },                                                                 "page-number-presence: không có"],
    ["page number on page one",          { onFirstPage: true },                                                                  "page-number-first-page: hiện ở trang thứ nhất"],
    ["page number at the foot",          { pageNumber: "footer" },                                                               "page-number-place: trong lề dưới"],
    ["page number on the right",         { pageNumber: { alignment: "right" } },                                                 "page-number-alignment: canh phải"],
    ["page number too small",            { pageNumber: { size: 10 } },                                                           "page-number-size: 10 pt"],
    ["page number in italics",           { pageNumber: { italics: true } },                                                      "page-number-upright: nghiêng"],
    ["page number in Roman",             { format: { formatType: NumberFormat.LOWER_ROMAN } },                                   "page-number-format: lowerRoman"],
    ["page number from 3",               { format: { start: 3 } },                                                               "page-number-start: 3"],
    // the head
    ["national name too large",          line("nationalName", { size: 14 }),                                                     "nationalName-size: 14 pt"],
    ["national name not bold",           line("nationalName", { bold: false }),                                                  "nationalName-bold: không đậm"],
    ["national name in small letters",   line("nationalName", { text: "Cộng hòa xã hội chủ nghĩa Việt Nam" }),                   "nationalName-case: chữ in thường"],
    ["motto without spaces",             line("motto", { text: "Độc lập-Tự do-Hạnh phúc" }),                                     "motto-writing: “Độc lập-Tự do-Hạnh phúc”"],
    ["motto too small",                  line("motto", { size: 12 }),                                                            "motto-size: 12 pt"],
    ["motto underlined",                 line("motto", { underline: true }),                                                     "motto-underline: gạch chân"],
    ["body above in bold",               line("parentBody", { bold: true }),                                                     "parentBody-bold: đậm"],
    ["body not bold",                    line("body", { bold: false }),                                                          "body-bold: không đậm"],
    ["body on the left",                 line("body", { alignment: "left" }),                                                    "body-alignment: canh trái"],
    ["number without its zero",          line("docNumber", { text: "Số: 5/BC-SSL" }),                                            "docNumber-zero: “Số: 5/BC-SSL”"],
    ["number without a colon",           line("docNumber", { text: "Số 05/BC-SSL" }),                                            "docNumber-colon: “Số 05/BC-SSL”"],
    ["number with spaces",               line("docNumber", { text: "Số: 05/BC - SSL" }),                                         "docNumber-symbol: “Số: 05/BC - SSL”"],
    ["number of another size",           line("docNumber", { size: 14 }),                                                        "docNumber-size: 14 pt"],
    ["date without its zeros",           line("placeDate", { text: "Hòa An, ngày 5 tháng 2 năm 2025" }),                         "placeDate-zeros: “Hòa An, ngày 5 tháng 2 năm 2025”"],
    ["date without a comma",             line("placeDate", { text: "Hòa An ngày 05 tháng 02 năm 2025" }),                        "placeDate-comma: “Hòa An ngày 05 tháng 02 năm 2025”"],
    ["date upright",                     line("placeDate", { italics: false }),                                                  "placeDate-italic: đứng"],
    ["no national motto",                line("motto", null),                                                                    "motto-presence: không thấy"],
    ["no addressee",                     line("addressedTo", null),                                                              "addressedTo-presence: không thấy"],
    ["title in small letters",           line("title", { text: "Báo cáo" }),                                                     "title-case: chữ in thường"],
    ["title too small",                  line("title", { size: 12 }),                                                            "title-size: 12 pt"],
    ["summary with V/v",                 line("summary", { text: "V/v thực hiện nhiệm vụ tháng 01 năm 2025" }),                  "summary-subject: “V/v thực hiện nhiệm vụ tháng 01 năm 2025”"],
    ["summary in italics",               line("summary", { italics: true }),                                                     "summary-italic: nghiêng"],
    ["addressee without a colon",        line("addressedTo", { text: "Kính gửi Ủy ban nhân dân tỉnh Hòa An" }),                  "addressedTo-colon: “Kính gửi Ủy ban nhân dân tỉnh Hòa An”"],
    // the body
    ["legal basis upright",              line("legalBasis", { italics: false }),                                                 "legalBasis-italic: đứng"],
    ["legal basis ends with a semicolon", line("legalBasis", { text: "Căn cứ Luật Thống kê ngày 23 tháng 11 năm 2015;" }),       "legalBasis-last: “…23 tháng 11 năm 2015;”"],
    ["text too small",                   line("text1", { size: 12 }),                                                            "text-size: 12 pt"],
    ["text half a point too large",      line("text1", { size: 14.5 }),                                                          "text-size: 14,5 pt"],
    ["text on the left",                 line("text1", { alignment: "left" }),                                                   "text-alignment: canh trái"],
    ["text not indented",                line("text1", { firstLine: 0 }),                                                        "text-indent: 0 mm"],
    ["paragraphs too close",             line("text1", { before: 60 }),                                                          "text-gap: 3 pt"],
    ["lines too far apart",              line("text1", { line: 480 }),                                                           "text-line-spacing: 2"],
    ["lines too close, in points",       line("text1", { line: 240, lineRule: LineRuleType.EXACT }),                             "text-line-spacing: 0,75"],
    ["section in small letters",         line("section1", { text: "I. Kết quả thực hiện" }),                                     "section-case: chữ in thường"],
    ["section not bold",                 line("section2", { bold: false }),                                                      "section-bold: không đậm"],
    ["number of a section repeated",     line("section2", { text: "I. NHIỆM VỤ THÁNG TỚI" }),                                    "numbering: I."],
    ["number lost in part",              line("subclause22", { text: ".2. Lưu trữ" }),                                           "numbering: .2."],
    ["number left out",                  line("subclause22", { text: "2.3. Lưu trữ" }),                                          "numbering: 2.3."],
    ["number of another heading",        line("subclause22", { text: "1.2. Lưu trữ" }),                                          "numbering: 1.2."],
    ["point left out",                   line("pointB", { text: "c) Chỉnh lý hồ sơ tồn đọng của các năm trước." }),              "numbering: c)"],
    ["day without its zero",             line("text1", { text: "Đến ngày 5/2/2025 đã xử lý xong." }),                            "date-day: “5/2/2025”"],
    ["month without its zero",           line("text1", { text: "Đến ngày 15/2/2025 đã xử lý xong." }),                           "date-month: “15/2/2025”"],
    ["number in the English way",        line("text1", { text: "Tổng số là 1,234.56 triệu đồng." }),                             "number-english: “1,234.56”"],
    ["decimal point",                    line("text1", { text: "Đạt 24.34% kế hoạch." }),                                        "number-decimal-point: “24.34”"],
    ["space before %",                   line("text1", { text: "Đạt 24,34 % kế hoạch." }),                                       "number-percent: “4 %”"],
    ["no mark at the end",               line("ending", { text: "Trên đây là báo cáo của Sở Số liệu." }),                        "ending-mark: “…báo cáo của Sở Số liệu.”"],
    // the end
    ["authority not bold",               line("authority", { bold: false }),                                                     "authority-bold: không đậm"],
    ["position too small",               line("position", { size: 12 }),                                                         "position-size: 12 pt"],
    ["signer in capitals",               line("signer", { text: "TRẦN THỊ MẪU" }),                                               "signer-case: chữ in hoa"],
    ["signer with a title",              line("signer", { text: "TS. Trần Thị Mẫu" }),                                           "signer-titles: “TS. Trần Thị Mẫu”"],
    ["“Nơi nhận” upright",               line("recipientsTitle", { italics: false }),                                            "recipientsTitle-italic: đứng"],
    ["“Nơi nhận” without a colon",       line("recipientsTitle", { text: "Nơi nhận" }),                                          "recipientsTitle-writing: “Nơi nhận”"],
    ["recipients too large",             line("recipient1", { size: 13 }),                                                       "recipient-size: 13 pt"],
    ["recipient without a semicolon",    line("recipient1", { text: "- Như trên." }),                                            "recipient-ends: “- Như trên.”"],
    ["last recipient",                   line("recipient2", { text: "- Lưu: VT, TH" }),                                          "recipient-last: “- Lưu: VT, TH”"],
  ])("%s", async (_, change, expected) => {
    expect(await found(change)).toEqual([expected]);
  });
});
