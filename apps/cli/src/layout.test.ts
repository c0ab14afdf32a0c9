import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layoutRegimes } from "@khop/catalog";
import { checkLayout } from "@khop/core";
import { openPackage } from "@khop/ooxml";
import { measureDocx, measureText } from "@khop/reader/layout";
import { LineRuleType, NumberFormat, PageOrientation } from "docx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

describe("what a text shows without pages", () => {
  const head = "SỞ SỐ LIỆU\nSố: 12/BC-SSL\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHòa An, ngày 05 tháng 02 năm 2025\n";
  const title = "BÁO CÁO\nTình hình tháng 01 năm 2025\n";
  const to = "Kính gửi: Ủy ban nhân dân tỉnh\n";
  const body = "Trong tháng đã ban hành đủ văn bản.\nTrên đây là báo cáo./.\n";
  const end = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Thị Mẫu\n";
  it.each<[string, string, string[]]>([
    ["in order",                          head + title + to + body + end,          []],
    ["in two columns",                    "SỞ SỐ LIỆU       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/BC-SSL      Độc lập - Tự do - Hạnh phúc\n                   Hòa An, ngày 05 tháng 02 năm 2025\n" + title + to + body + "Nơi nhận:         TM. ỦY BAN NHÂN DÂN\n- Như trên;       KT. CHỦ TỊCH\n- Sở Nội vụ;      PHÓ CHỦ TỊCH\n- Lưu: VT.        Trần Thị Mẫu\n", []],
    ["“Kính gửi” before the title",       head + to + title + body + end,          ["order: đứng trước Tên loại văn bản"]],
    ["the head below the title",          title + head + to + body + end,          ["body-presence: không thấy", "order: đứng trước Số, ký hiệu"]],
    ["a letter",                          head + "V/v báo cáo tháng 01\n" + to + body + end, []],
    ["a letter with a colon behind V/v",  head + "V/v: báo cáo tháng 01\n" + to + body + end, ["subject-writing: “V/v: báo cáo tháng 01”"]],
    ["an extract without head and end",   "I. KẾT QUẢ\n1. Một.\n2. Hai.\nII. NHIỆM VỤ\n", []],
    ["nothing",                           "",                                      []],
  ])("%s", (_, text, expected) => {
    const rules = checkLayout(measureText(text, "text"), decree!).map(({ rule, measured }) => `${rule}: ${measured.vi}`);
    expect(rules).toEqual(expected);
  });
});

const launcher = join(import.meta.dirname, "../bin/khop.mjs");
const folder = mkdtempSync(join(tmpdir(), "khop-layout-"));
afterAll(() => rmSync(folder, { recursive: true }));

function khop(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", COLUMNS: "80" }, timeout: 20_000 });
  return { status, stdout, stderr };
}

describe("khop check --layout", () => {
  beforeAll(async () => {
    const change: Change = { margins: { left: 1440 }, lines: { text1: { size: 12 }, text2: { size: 12 }, subclause22: { text: ".2. Lưu trữ" }, ending: { text: "Trên đây là báo cáo của Sở Số liệu." } } };
    writeFileSync(join(folder, "wrong.docx"), await report(change));
    writeFileSync(join(folder, "right.docx"), await report());
    writeFileSync(join(folder, "old.docx"), await report({ ...change, lines: { placeDate: { text: "Hòa An, ngày 05 tháng 3 năm 2019" }, text1: { size: 12 } } }));
    writeFileSync(join(folder, "a.md"), "# BÁO CÁO\n\n## I. KẾT QUẢ\n\n### 1.1. Một\n\n### .2. Hai\n");
  });

  it("says what was measured, the rule and its article, and where else", () => {
    const { status, stdout } = khop("check", "--layout", "wrong.docx");
    expect(status).toBe(1);
    expect(stdout.split("\n\n")).toMatchInlineSnapshot(`
      [
        "CẢNH BÁO  wrong.docx  layout-margin
          Lề trái: 25,4 mm; cần: 30–35 mm (Phụ lục I, Phần I, mục I, khoản 3 Nghị định
          30/2020/NĐ-CP). Sửa tại Layout > Margins.",
        "CẢNH BÁO  wrong.docx: đoạn 8  layout-size
        14 │ Trong tháng, Sở tiếp nhận 412 hồ sơ, tăng 3,5% so với tháng trước; đến…
          Cỡ chữ của Nội dung văn bản: 12 pt (2 chỗ); cần: 13–14 pt (Phụ lục I, Phần
          I, mục II, khoản 6, điểm e Nghị định 30/2020/NĐ-CP).
          và 1 chỗ nữa: đoạn 11",
        "CẢNH BÁO  wrong.docx: đoạn 12  heading-number
        18 │ .2. Lưu trữ
          Số thứ tự “.2.” của “.2. Lưu trữ” bị mất phần đầu; nhiều khả năng là “2.2.”
          (Phụ lục I, Phần I, mục II, khoản 6, điểm đ Nghị định 30/2020/NĐ-CP).",
        "wrong.docx
      Chưa kiểm được quan hệ nào: không thấy hai con số nào ràng buộc nhau.
      Số liệu         2 con số · 0 thuộc 2 quan hệ trở lên · 0 thuộc 1 quan hệ ·
                      2 không gắn với con số nào khác
      Quan hệ         0 đã kiểm
      Phát hiện       không có
      Thể thức        3 cảnh báo · 1 ghi chú ·
                      theo Nghị định 30/2020/NĐ-CP về công tác văn thư
      Chưa kiểm được  2 con số đứng riêng, không có con số nào để đối chiếu
      1 phát hiện nhẹ hơn không hiện: thêm --severity info
      ",
      ]
    `);
  });

  it.each([
    ["a right file", "right.docx", [], 0],
    ["only what is below the severity", "wrong.docx", ["--severity", "error"], 0],
    ["a file older than the rules", "old.docx", [], 0],
    ["a heading in Markdown", "a.md", [], 1],
  ])("exit code: %s", (_, file, flags, expected) => {
    expect(khop("check", "--layout", file, ...flags).status).toBe(expected);
  });

  it("says that it knows no rules for an older document", () => {
    expect(khop("check", "--layout", "old.docx").stdout.replace(/\s+/g, " ")).toContain("chưa biết quy định nào cho văn bản ngày 05/03/2019, nên không kiểm");
  });

  it("says that a sheet has no layout", () => {
    writeFileSync(join(folder, "so-lieu.csv"), "Đơn vị,Số hồ sơ\nHòa An,20\n");
    expect(khop("check", "--layout", "so-lieu.csv").stdout.replace(/\s+/g, " ")).toContain("bảng tính không có thể thức văn bản, nên không kiểm");
  });

  it("is a list beside the findings in JSON, its places in the document's text", () => {
    const [document] = JSON.parse(khop("check", "--layout", "--format", "json", "wrong.docx").stdout).documents;
    const text = khop("figures", "wrong.docx", "--format", "text").stdout;
    expect(document.layoutRegime).toBe("nd-30-2020");
    expect(document.layout.map(({ rule, severity, part, measured, places }: { rule: string; severity: string; part: string; measured: { en: string }; places: { start: number; end: number }[] }) => [rule, severity, part, measured.en, places.map(({ start, end }) => text.slice(start, end).slice(0, 11))])).toEqual([
      ["margin-left", "warning", null, "25.4 mm", []],
      ["text-size", "warning", "text", "12 pt", ["Trong tháng", "Thực hiện đ"]],
      ["numbering", "warning", "subclause", ".2.", [".2. Lưu trữ"]],
      ["ending-mark", "info", "text", "“…báo cáo của Sở Số liệu.”", ["Trên đây là"]],
    ]);
    expect(JSON.parse(khop("check", "--format", "json", "wrong.docx").stdout).documents[0]).not.toHaveProperty("layout");
  });

  it("has its results in SARIF", () => {
    const [{ results }] = JSON.parse(khop("check", "--layout", "--format", "sarif", "wrong.docx").stdout).runs;
    expect(results.map(({ ruleId, level, relatedLocations }: { ruleId: string; level: string; relatedLocations?: unknown[] }) => [ruleId, level, relatedLocations?.length ?? 0])).toEqual([
      ["layout-margin", "warning", 0],
      ["layout-size", "warning", 1],
      ["heading-number", "warning", 0],
      ["ending-mark", "note", 0],
    ]);
  });

  it("becomes comments in the Word file", () => {
    const { stderr } = khop("check", "--layout", "wrong.docx", "--annotate", "b.docx");
    expect(stderr).toBe("Đã ghi b.docx: 3 ghi chú\n");
    const opened = openPackage(readFileSync(join(folder, "b.docx")));
    expect(opened.xml("word/comments.xml").elements("w:comment").map(({ text }) => text.split(":")[0])).toEqual(["Thể thức, cảnh báo", "Thể thức, cảnh báo", "Thể thức, cảnh báo"]);
    expect(opened.text(opened.main)).toMatch(/<w:commentRangeStart w:id="2"\/><w:r>(?:(?!<w:p>).)*\.2\. Lưu trữ/);
    expect(khop("figures", "b.docx", "--format", "text").stdout).toBe(khop("figures", "wrong.docx", "--format", "text").stdout);
  });

  it("stands on the HTML page", () => {
    khop("check", "--layout", "wrong.docx", "--report", "c.html");
    const page = readFileSync(join(folder, "c.html"), "utf8");
    expect(page).toContain('<h3>Thể thức <span class="count">3</span></h3>');
    expect(page).toContain("Lề trái: 25,4 mm; cần: 30–35 mm");
  });

  const soffice = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"].find(existsSync);
  it.skipIf(soffice === undefined)("measures alike what LibreOffice saved (skipped where there is none)", () => {
    for (const file of ["right.docx", "wrong.docx"]) {
      const { status } = spawnSync(soffice!, ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "docx:MS Word 2007 XML", "--outdir", join(folder, "lo"), file], { cwd: folder, timeout: 60_000 });
      expect(status).toBe(0);
      const rules = (path: string) => JSON.parse(khop("check", "--layout", "--format", "json", path).stdout).documents[0].layout.map(({ rule }: { rule: string }) => rule);
      expect(rules(`lo/${file}`)).toEqual(rules(file));
    }
  }, 120_000);
});
