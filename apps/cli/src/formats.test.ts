import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPackage } from "@khop/ooxml";
import { excelFile, wordFile } from "@khop/ooxml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const launcher = join(import.meta.dirname, "../bin/khop.mjs");
const folder = mkdtempSync(join(tmpdir(), "khop-formats-"));
afterAll(() => rmSync(folder, { recursive: true }));

function khop(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", COLUMNS: "80" }, timeout: 20_000 });
  return { status, stdout, stderr };
}

const rows = [["Xã", "Nhận", "Trả", "Còn"], ["Xã A", "120", "100", "20"], ["Xã B", "80", "70", "15"], ["Tổng số", "200", "170", "30"]];
const cells = rows.map((row) => `<row>${row.map((text) => (/^\d/.test(text) ? `<c>${text === "15" ? "<f>B3-C3</f>" : ""}<v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`)).join("")}</row>`).join("");

beforeAll(() => {
  writeFileSync(join(folder, "a.xlsx"), excelFile({ "Quý 1": `<sheetData>${cells}<row hidden="1"><c><v>9</v></c></row><row><c><f>1+1</f></c></row></sheetData>`, "!Nháp": "<sheetData/>" }));
  writeFileSync(join(folder, "a.csv"), rows.map((row) => row.join(";")).join("\r\n"));
  writeFileSync(join(folder, "a.html"), `<table>${rows.map((row) => `<tr><td>${row.join("<td>")}`).join("")}</table><p>Xã A có 412 đơn, trong đó 38 đơn trễ hạn chiếm 9,32%.`);
  writeFileSync(join(folder, "portal.xls"), `<html><body><table>${rows.map((row) => `<tr><td>${row.join("<td>")}`).join("")}</table>`);
  writeFileSync(join(folder, "only.xlsx"), "x");
});

describe("a file of another format", () => {
  it.each([
    ["Excel",                        "a.xlsx",     "a.xlsx: trang Quý 1, ô D3 (công thức)  difference-mismatch"],
    ["CSV",                          "a.csv",      "a.csv: hàng 3, cột 4  difference-mismatch"],
    ["HTML",                         "a.html",     "a.html: bảng 1, hàng 3, cột 4  difference-mismatch"],
    ["a page that is called Excel",  "portal.xls", "portal.xls: bảng 1, hàng 3, cột 4  difference-mismatch"],
  ])("is checked, and places are named as its program shows them: %s", (_, file, expected) => {
    const { status, stdout, stderr } = khop("check", file);
    expect(stderr).toBe("");
    expect(status).toBe(1);
    expect(stdout).toContain(expected);
    expect(stdout).toContain("nhiều khả năng là 10");
  });

  it.each(["a.xlsx", "a.csv", "a.html"])("prints the text that offsets point into: %s", (file) => {
    const text = khop("figures", file, "--format", "text").stdout;
    const [document] = JSON.parse(khop("figures", file, "--format", "json").stdout).documents;
    expect(document.figures.length).toBeGreaterThan(8);
    for (const { start, end, text: printed } of document.figures) expect(text.slice(start, end)).toBe(printed);
  });

  it("says in JSON where each figure stands", () => {
    const [document] = JSON.parse(khop("check", "a.xlsx", "--format", "json").stdout).documents;
    expect(document.figures.find(({ text }: { text: string }) => text === "15").place).toEqual({ kind: "sheet", sheet: "Quý 1", cell: "D3", formula: true });
    expect(document.leftOut).toEqual({ sheets: ["Nháp"], rows: 1, columns: 0, uncalculated: ["Quý 1!A6"] });
  });

  it("says what a workbook hides, and what it never worked out", () => {
    const said = ["Không đọc  trang ẩn: Nháp; 1 hàng ẩn; 1 công thức chưa có kết quả: Quý 1!A6;", "           hãy mở bằng Excel hoặc LibreOffice rồi lưu lại"].join("\n");
    expect(khop("check", "a.xlsx").stdout).toContain(said);
    expect(khop("figures", "a.xlsx", "--lang", "en").stdout).toContain("Not read  hidden sheets: Nháp; 1 hidden rows;");
  });

  it("names a place of the workbook in SARIF", () => {
    const [first] = JSON.parse(khop("check", "a.xlsx", "--format", "sarif").stdout).runs[0].results;
    expect(first.locations[0].logicalLocations[0].fullyQualifiedName).toBe("trang Quý 1, ô D3 (công thức)");
  });

  it.each([
    ["Excel by name only",     ["check", "only.xlsx"],                          "only.xlsx có đuôi Excel nhưng bên trong không phải tệp Excel"],
    ["comments on a table",    ["check", "a.csv", "--annotate", "b.xlsx"],      "còn a.csv không phải"],
    ["repairs in a workbook",  ["check", "a.xlsx", "--annotate", "b.xlsx", "--fix"], "Cờ --fix chỉ dùng được với tệp Word"],
    ["a workbook over itself", ["check", "a.xlsx", "--annotate", "a.xlsx"],     "trùng với tệp đang kiểm"],
  ])("is turned away in one sentence: %s", (_, args, expected) => {
    const { status, stderr } = khop(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(expected);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
  });
});

describe("a workbook", () => {
  it("is handed back with notes, of what is open only", () => {
    const { status, stderr, stdout } = khop("check", "a.xlsx", "--annotate", "notes.xlsx");
    expect([status, stderr]).toEqual([1, "Đã ghi notes.xlsx: 1 ghi chú\n"]);
    const opened = openPackage(readFileSync(join(folder, "notes.xlsx")));
    const [note, ...others] = opened.xml("xl/comments1.xml").child("sml:commentList")?.elements() ?? [];
    expect([note?.attributes.ref, others]).toEqual(["D3", []]);
    expect(note?.text).toContain("nhiều khả năng là 10");
    const id = /\[(\w+)\]/.exec(stdout)?.[1] ?? "";
    expect(khop("waive", "a.xlsx", id, "--reason", "đã rà", "--waivers", "w.json").status).toBe(0);
    expect(khop("check", "a.xlsx", "--annotate", "none.xlsx", "--waivers", "w.json")).toMatchObject({ status: 0, stderr: "Đã ghi none.xlsx: 0 ghi chú\n" });
    expect(readFileSync(join(folder, "none.xlsx")).equals(readFileSync(join(folder, "a.xlsx")))).toBe(true);
  });
});

describe("a file of before Unicode", () => {
  const said = "Tæng sè 412 hå s¬, trong ®ã 38 hå s¬ trÔ h¹n chiÕm 9,32%.";
  const font = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>';
  beforeAll(() => {
    writeFileSync(join(folder, "old.txt"), said, "latin1");
    writeFileSync(join(folder, "old.csv"), `"${said}"\n`, "latin1");
    writeFileSync(join(folder, "old.html"), `<p>${said}`, "latin1");
    writeFileSync(join(folder, "old.docx"), wordFile(`<w:p><w:r>${font}<w:t>${said}</w:t></w:r></w:p>`, { styles: `<w:docDefaults><w:rPrDefault>${font}</w:rPrDefault></w:docDefaults>` }));
    writeFileSync(join(folder, "unclear.txt"), Buffer.from([0x61, 0xff, 0x80, 0x20, 0xfe, 0x62, 0x20, 0xff]));
  });

  it.each(["old.txt", "old.csv", "old.html", "old.docx"])("is checked as what it says, and that is told: %s", (file) => {
    const { status, stdout, stderr } = khop("check", file, "--severity", "info");
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("38 trên 412 là 9,22 %");
    expect(stdout).toMatch(/Cách đọc +mã TCVN3 \(ABC\) đổi sang Unicode/);
    const [document] = JSON.parse(khop("check", file, "--format", "json").stdout).documents;
    expect(document.encodings).toEqual(["tcvn3"]);
    const text = khop("figures", file, "--format", "text").stdout;
    for (const { start, end, text: printed } of document.figures) expect(text.slice(start, end)).toBe(printed);
    expect(khop("figures", file, "--lang", "en").stdout).toContain("Read as  TCVN3 (ABC), converted to Unicode");
  });

  it("has comments in a font of Unicode, around the very figure", () => {
    khop("check", "old.docx", "--annotate", "old-notes.docx", "--severity", "info");
    const opened = openPackage(readFileSync(join(folder, "old-notes.docx")));
    expect(opened.text("word/comments.xml")).toContain('<w:rFonts w:ascii="Times New Roman"');
    expect(/commentRangeStart.*?commentRangeEnd/.exec(opened.text(opened.main))?.[0]).toMatch(/>9,32%<|>412<|>38</);
  });

  it("is turned away in one sentence where nothing tells what it is", () => {
    const { status, stderr } = khop("check", "unclear.txt");
    expect(status).toBe(2);
    expect(stderr).toContain("unclear.txt không phải UTF-8 (byte ở vị trí 1 không đọc được) và không nhận ra chắc chắn là bảng mã nào");
  });
});
