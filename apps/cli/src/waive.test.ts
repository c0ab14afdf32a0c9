import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const launcher = join(import.meta.dirname, "../bin/khop.mjs");
const root = mkdtempSync(join(tmpdir(), "khop-waive-"));
afterAll(() => rmSync(root, { recursive: true }));

let folder = "";
let turn = 0;
const report = (month: string, total: string): string => `## II. Danh mục tháng ${month}\n\nDanh mục tăng ${total} dịch vụ, trong đó tăng 148 dịch vụ toàn trình và tăng 57 dịch vụ một phần.\n`;
beforeEach(() => {
  turn += 1;
  folder = join(root, String(turn));
  mkdirSync(join(folder, "thang-3"), { recursive: true });
  writeFileSync(join(folder, "thang-3/a.md"), report("3/2025", "215"));
});

function khop(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", COLUMNS: "80" }, timeout: 20_000 });
  return { status, stdout, stderr };
}
const idIn = (text: string): string => /\[(\w{6})\]/.exec(text)?.[1] ?? "";
const waived = (): string => {
  const id = idIn(khop("check", "thang-3/a.md").stdout);
  khop("waive", "thang-3/a.md", id, "--reason", "Chỉ nêu hai loại lớn nhất", "--by", "Phòng Tổng hợp");
  return id;
};
const path = (): string => join(folder, "thang-3/khop.waivers.json");
const today = /^\d{4}-\d\d-\d\d$/;

describe("khop waive", () => {
  it("accepts the finding whose id check prints, and the check then ends well", () => {
    const before = khop("check", "thang-3/a.md");
    expect(before.status).toBe(1);
    const id = idIn(before.stdout);
    const { status, stdout } = khop("waive", "thang-3/a.md", id, "--reason", "Chỉ nêu hai loại lớn nhất", "--by", "Phòng Tổng hợp");
    expect(stdout).toMatch(new RegExp(`^Đã chấp nhận ${id}, ghi vào thang-3/khop\\.waivers\\.json:\n {4}.*148 \\+ 57 không bằng 215`));
    expect(status).toBe(0);
    const after = khop("check", "thang-3/a.md");
    expect(after.status).toBe(0);
    expect(after.stdout).toMatch(new RegExp(`Phát hiện  không có\n(.*\n)*Đã chấp nhận  1\n  ${id}  3:\\d+  total-mismatch\n    Chỉ nêu hai loại lớn nhất \\(Phòng Tổng hợp, \\d\\d/\\d\\d/\\d{4}\\)\n`));
  });

  it("writes a file for people to compare", () => {
    const id = waived();
    const { schema, waivers } = JSON.parse(readFileSync(path(), "utf8"));
    expect(schema).toBe("khop.waivers/1");
    expect(waivers).toMatchObject([{ id, reason: "Chỉ nêu hai loại lớn nhất", by: "Phòng Tổng hợp", date: expect.stringMatching(today), severity: "review", finding: { code: "total-mismatch", accused: null, relations: [{ kind: "total", heading: "danh mục tháng #", says: "more" }] } }]);
    expect(readFileSync(path(), "utf8")).toMatch(/^\{\n {2}"schema": "khop.waivers\/1",\n {2}"waivers": \[\n/);
  });

  it("covers next month's report below, and not an error of another shape", () => {
    const id = idIn(khop("check", "thang-3/a.md").stdout);
    khop("waive", "thang-3/a.md", id, "--reason", "đã xem", "--waivers", "khop.waivers.json");
    mkdirSync(join(folder, "thang-4/ban-cuoi"), { recursive: true });
    writeFileSync(join(folder, "thang-4/ban-cuoi/b.md"), report("4/2025", "315"));
    writeFileSync(join(folder, "thang-4/ban-cuoi/c.md"), report("4/2025", "195"));
    expect(khop("check", "thang-4/ban-cuoi/b.md").status).toBe(0);
    expect(khop("check", "thang-4/ban-cuoi/c.md").status).toBe(1);
  });

  it("shows itself in every form", () => {
    const id = waived();
    const json = JSON.parse(khop("check", "thang-3/a.md", "--format", "json").stdout);
    expect(json.documents[0].findings).toMatchObject([{ id, waived: { reason: "Chỉ nêu hai loại lớn nhất", by: "Phòng Tổng hợp", date: expect.stringMatching(today) } }]);
    const sarif = JSON.parse(khop("check", "thang-3/a.md", "--format", "sarif").stdout);
    expect(sarif.runs[0].results[0]).toMatchObject({ suppressions: [{ kind: "external", status: "accepted", justification: expect.stringContaining("Chỉ nêu hai loại lớn nhất") }], properties: { id } });
    khop("check", "thang-3/a.md", "--report", "a.html");
    expect(readFileSync(join(folder, "a.html"), "utf8")).toContain("Chỉ nêu hai loại lớn nhất. Người chấp nhận: Phòng Tổng hợp");
  });

  it("tells of one that matches nothing, and leaves the exit code alone", () => {
    const id = waived();
    writeFileSync(join(folder, "thang-3/a.md"), report("3/2025", "205"));
    const { status, stdout } = khop("check", "thang-3/a.md");
    expect(stdout).toContain(`Chấp nhận ${id} trong thang-3/khop.waivers.json không ứng với phát hiện nào ở đây`);
    expect(status).toBe(0);
    expect(JSON.parse(khop("check", "thang-3/a.md", "--format", "json").stdout).staleWaivers).toMatchObject([{ id }]);
    expect(JSON.parse(khop("check", "thang-3/a.md", "--format", "sarif").stdout).runs[0].invocations[0].toolExecutionNotifications[0].level).toBe("note");
    expect(khop("waive", "--list", "thang-3/a.md").stdout).toContain(`${id}  total-mismatch  không còn ứng với phát hiện nào`);
  });

  it("lists and takes back", () => {
    const id = waived();
    expect(khop("waive", "--list", "thang-3/a.md").stdout).toMatch(new RegExp(`^thang-3/khop.waivers.json\n${id}  total-mismatch  3:\\d+\n    Chỉ nêu`));
    expect(khop("waive", "--remove", id, "thang-3/a.md").stderr).toBe(`Đã bỏ chấp nhận ${id} khỏi thang-3/khop.waivers.json\n`);
    expect(khop("check", "thang-3/a.md").status).toBe(1);
  });

  it("keeps one waiver for one finding, the last reason", () => {
    const id = waived();
    khop("waive", "thang-3/a.md", `[${id}]`, "--reason", "Lý do khác");
    expect(JSON.parse(readFileSync(path(), "utf8")).waivers).toMatchObject([{ id, reason: "Lý do khác" }]);
  });

  it.each<[string, string[], string]>([
    ["no reason",            ["thang-3/a.md", "k7m2qd"],                        "Chưa nêu lý do"],
    ["an empty reason",      ["thang-3/a.md", "k7m2qd", "--reason", " "],       "Chưa nêu lý do"],
    ["no finding",           ["thang-3/a.md", "--reason", "x"],                 "Viết khop waive bao-cao.md MÃ"],
    ["an unknown finding",   ["thang-3/a.md", "zzzzzz", "--reason", "x"],       'không có phát hiện "zzzzzz": ở đây có'],
    ["nothing to list",      ["--list"],                                        "Chưa có tệp khop.waivers.json nào"],
    ["a file that is not",   ["--list", "--waivers", "none.json"],              "Không đọc được tệp chấp nhận none.json (ENOENT)"],
  ])("says plainly what is missing: %s", (_, args, expected) => {
    const { status, stderr } = khop("waive", ...args);
    expect(stderr).toContain(expected);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect(status).toBe(2);
    expect(existsSync(path())).toBe(false);
  });

  it.each<[string, (text: string) => string, string]>([
    ["no JSON",                  () => "{",                                                     "bị hỏng: không phải JSON"],
    ["a newer schema",           (text) => text.replace("khop.waivers/1", "khop.waivers/2"),    "theo mẫu khop.waivers/2, bản khop này chỉ đọc được khop.waivers/1: hãy cập nhật khop."],
    ["no reason",                (text) => text.replace(/"reason": "[^"]*"/, '"reason": ""'),   'mục "waivers[0].reason" không đúng'],
    ["a field nobody knows",     (text) => text.replace('"reason"', '"ly-do"'),                 'mục "waivers[0]'],
    ["a date that is none",      (text) => text.replace(/"date": "[^"]*"/, '"date": "hôm nay"'), 'mục "waivers[0].date" không đúng'],
    ["edited to cover more",     (text) => text.replace('"says": "more"', '"says": "less"'),    "đã bị sửa tay"],
    ["an id twice",              (text) => { const { schema, waivers } = JSON.parse(text); return JSON.stringify({ schema, waivers: [...waivers, ...waivers] }); }, "có hai lần"],
  ])("refuses a broken file with one sentence in each language: %s", (_, change, expected) => {
    waived();
    writeFileSync(path(), change(readFileSync(path(), "utf8")));
    const { status, stdout, stderr } = khop("check", "thang-3/a.md");
    expect(stderr).toContain(expected);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});
