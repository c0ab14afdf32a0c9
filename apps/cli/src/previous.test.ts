import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const launcher = join(import.meta.dirname, "../bin/khop.mjs");
const folder = mkdtempSync(join(tmpdir(), "khop-previous-"));
afterAll(() => rmSync(folder, { recursive: true }));

function khop(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" }, timeout: 20_000 });
  return { status, stdout, stderr };
}

const september = `## Kết quả công tác tháng 9/2024

Cả xã tiếp nhận 120 hồ sơ. Trong tháng cấp mới 30 thẻ, nâng tổng số thẻ đã cấp lên 530 thẻ.

## Nhiệm vụ trọng tâm tháng 10/2024

- Khai trương điểm giao dịch lưu động tại bến chợ trung tâm.
`;
const october = `## Kết quả công tác tháng 10/2024

Cả xã tiếp nhận 150 hồ sơ, tăng 40 hồ sơ so với tháng trước. Trong tháng cấp mới 35 thẻ, nâng tổng số thẻ đã cấp lên 565 thẻ.
`;

beforeAll(() => {
  writeFileSync(join(folder, "thang-9.md"), september);
  writeFileSync(join(folder, "thang-10.md"), october);
  writeFileSync(join(folder, "dung.md"), october.replace("tăng 40", "tăng 30"));
  writeFileSync(join(folder, "phu-luc.md"), "| Xã | Hồ sơ đất đai tiếp nhận |\n|---|---|\n| An Bình | 90 |\n| Phú Lộc | 61 |\n| Toàn huyện | 151 |\n");
  writeFileSync(join(folder, "bao-cao.md"), "Toàn huyện có 115 hồ sơ đất đai tiếp nhận.\n");
});

describe("khop check --previous", () => {
  it("names both reports and both values, and ends with 1", () => {
    const { status, stdout } = khop("check", "thang-10.md", "--previous", "thang-9.md");
    expect(status).toBe(1);
    expect(stdout).toContain("Mức tăng hồ sơ: 150 so với 120 (báo cáo trước: thang-9.md, dòng 3)");
    expect(stdout).toContain("Đối chiếu với thang-9.md (tháng 9/2024): 3/4 con số có cặp.");
  });

  it("ends with 0 where all fits; lesser notes are for --severity info", () => {
    expect(khop("check", "dung.md", "--previous", "thang-9.md").status).toBe(0);
    expect(khop("check", "dung.md", "--previous", "thang-9.md", "--severity", "info").stdout.replace(/\s+/g, " ")).toContain('"Khai trương điểm giao dịch lưu động tại bến chợ trung tâm." (thang-9.md, dòng 7)');
  });

  it("changes nothing without it", () => {
    expect(khop("check", "thang-10.md").status).toBe(0);
    expect(JSON.parse(khop("check", "thang-10.md", "--format", "json").stdout).documents[0]).not.toHaveProperty("previous");
  });

  it("pairs by the indicators of a regime what is worded otherwise", () => {
    writeFileSync(join(folder, "kieu-cu.md"), "# Kết quả tháng 9/2024\n\nVề phản ánh hiện trường, tính từ khi vận hành lũy kế đã có 2.624 phản ánh.\n");
    writeFileSync(join(folder, "kieu-moi.md"), "# Kết quả tháng 10/2024\n\n## Phản ánh hiện trường\n\nTrong kỳ tiếp nhận 83 phản ánh hiện trường, nâng tổng số phản ánh hiện trường lũy kế lên 2.717 phản ánh.\n");
    const compared = ["check", "kieu-moi.md", "--previous", "kieu-cu.md"];
    expect(khop(...compared).status).toBe(0);
    const { status, stdout } = khop(...compared, "--regime", "department-monthly");
    expect([status, stdout.replace(/\s+/g, " ")]).toEqual([1, expect.stringContaining("2.624 (báo cáo trước: kieu-cu.md, dòng 3) + 83 không bằng lũy kế 2.717")]);
  });

  it("says that a regime alone pairs nothing", () => {
    const { status, stderr } = khop("check", "thang-10.md", "--regime", "department-monthly");
    expect([status, stderr]).toEqual([2, expect.stringContaining("--previous thang-9.docx")]);
  });

  it("tells programs which figure of the earlier report", () => {
    const { documents } = JSON.parse(khop("check", "thang-10.md", "--previous", "thang-9.md", "--format", "json", "--severity", "info").stdout);
    const [document] = documents;
    expect(document.previous).toEqual({ file: "thang-9.md", period: "2024-M09", standing: "previous", paired: 3, unchecked: { sameLastYear: 0, previous: 0 }, doubtful: false });
    const start = september.indexOf("120");
    const finding = document.findings.find(({ code }: { code: string }) => code === "difference-mismatch");
    expect(finding).toMatchObject({ severity: "warning", previous: [{ file: "thang-9.md", value: "120", start, end: start + 3 }] });
    const relation = document.relations.find(({ kind }: { kind: string }) => kind === "difference");
    expect(relation.cells).toMatchObject([{ place: "difference", value: "40" }, { place: "current", value: "150" }, { place: "base", figure: null, value: "120", previous: { file: "thang-9.md", start } }]);
  });

  it("shows both reports on the page and in SARIF", () => {
    khop("check", "thang-10.md", "--previous", "thang-9.md", "--report", "trang.html");
    expect(readFileSync(join(folder, "trang.html"), "utf8")).toContain("báo cáo trước: thang-9.md, dòng 3");
    const { runs } = JSON.parse(khop("check", "thang-10.md", "--previous", "thang-9.md", "--format", "sarif").stdout);
    expect(runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === "difference-mismatch").message.text).toContain("thang-9.md, dòng 3");
  });

  it("a finding of the pair is accepted like any other", () => {
    const id = /difference-mismatch {2}\[(\w+)\]/.exec(khop("check", "thang-10.md", "--previous", "thang-9.md").stdout)?.[1] ?? "";
    expect(khop("waive", "thang-10.md", id, "--previous", "thang-9.md", "--reason", "đã điều chỉnh").status).toBe(0);
    expect(khop("check", "thang-10.md", "--previous", "thang-9.md").status).toBe(0);
    rmSync(join(folder, "khop.waivers.json"));
  });

  it.each([
    ["the report itself", ["check", "thang-9.md", "--previous", "./thang-9.md"], "Báo cáo trước và báo cáo đang kiểm là một tệp"],
    ["two reports against one", ["check", "thang-9.md", "thang-10.md", "--previous", "dung.md"], "đối chiếu đúng một báo cáo"],
    ["a file that is not there", ["check", "thang-10.md", "--previous", "none.md"], "Không có tệp none.md"],
    ["no file named", ["check", "thang-10.md", "--previous"], "Cờ --previous cần một giá trị"],
    ["one file together", ["check", "thang-10.md", "--together"], "Cờ --together cần từ hai tệp"],
    ["both flags", ["check", "thang-10.md", "dung.md", "--together", "--previous", "thang-9.md"], "--previous"],
    ["one file to compare", ["diff", "thang-10.md"], "khop diff nhận đúng hai tệp"],
    ["stdin twice", ["diff", "-", "-"], "khop diff nhận đúng hai tệp"],
  ])("refuses %s with one sentence", (_, args, expected) => {
    const { status, stderr } = khop(...args);
    expect([status, stderr.includes(expected), stderr.includes("    at ")]).toEqual([2, true, false]);
  });
});

it("khop check --together: one figure said in two files, found in the first, with the name of the second", () => {
  const { status, stdout } = khop("check", "bao-cao.md", "phu-luc.md", "--together");
  expect(status).toBe(1);
  expect(stdout.replace(/\s+/g, " ")).toContain("115; 151 (tệp kèm: phu-luc.md, dòng 5)");
});

describe("khop diff", () => {
  it("shows what moved, in 80 columns, and ends with 0", () => {
    const { status, stdout } = khop("diff", "thang-9.md", "thang-10.md");
    expect(status).toBe(0);
    expect(stdout).toBe(`thang-9.md (tháng 9/2024) → thang-10.md (tháng 10/2024)

vị trí  số liệu                    trước  nay  tăng/giảm        %
3:17    Cả xã tiếp nhận (hồ sơ)      120  150        +30  +25,00%
3:33    mức tăng hồ sơ                    ↑40
3:82    Trong tháng cấp mới (thẻ)     30   35         +5  +16,67%
3:118   nâng tổng số thẻ đã cấp      530  565        +35   +6,60%

3 thay đổi · 1 mới
`);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("leaves out what stayed the same, if asked", () => {
    const texts = khop("diff", "thang-10.md", "dung.md", "--changed-only").stdout;
    expect(texts).toContain("1 thay đổi\n");
    expect(texts).not.toContain("565");
  });

  it("gives decimal strings to programs", () => {
    const json = JSON.parse(khop("diff", "thang-9.md", "thang-10.md", "--format", "json").stdout);
    expect(json).toMatchObject({ schema: "khop.diff/1", before: { file: "thang-9.md", period: "2024-M09" }, summary: { changed: 3, new: 1, gone: 0, same: 0 } });
    expect(json.figures[0]).toMatchObject({ status: "changed", unit: "hồ sơ", before: { value: "120" }, now: { value: "150" }, difference: "30", growth: "25" });
    expect(json.figures[1]).toMatchObject({ status: "new", before: null, now: { value: "40", change: "rise" }, difference: null });
  });

  it("is a Markdown table", () => {
    const { stdout } = khop("diff", "thang-9.md", "thang-10.md", "--format", "markdown");
    expect(stdout).toContain("| vị trí | số liệu | trước | nay | tăng/giảm | % |\n| --- | --- | --: | --: | --: | --: |\n| 3:17 | Cả xã tiếp nhận (hồ sơ) | 120 | 150 | +30 | +25,00% |");
  });
});
