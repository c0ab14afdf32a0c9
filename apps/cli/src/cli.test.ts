import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const launcher = join(import.meta.dirname, "../bin/khop.mjs");
const example = join(import.meta.dirname, "../examples/bao-cao-mau.md");
const folder = mkdtempSync(join(tmpdir(), "khop-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

function khop(args: readonly string[], input: string | Buffer = "", env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: folder, input, encoding: "utf8", env: { ...process.env, NO_COLOR: "", ...env }, timeout: 20_000, maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}

beforeAll(() => {
  if (!existsSync(join(import.meta.dirname, "../dist/main.js"))) throw new Error("apps/cli is not built: run npm test at the root, or pnpm build.");
  const put = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
  for (const name of ["sub", "bare", "bare/.git"]) mkdirSync(join(folder, name));
  put("bare/picture.png", "x");
  put("bare/.git/notes.md", "x");
  put("bare/~$report.docx", "x");
  put("good.md", "Xã có 10 hồ sơ, gồm 4 hồ sơ nộp trực tiếp và 6 hồ sơ nộp trực tuyến.\n");
  put("sub/other.txt", "Không có con số nào.\n");
  put("empty.md", "");
  put("latin.md", Buffer.from([0x54, 0xe1, 0x6e]));
  put("nul.md", Buffer.from("12\0 34"));
  put("odd16.md", Buffer.from([0xff, 0xfe, 0x61]));
  put("report.docx", Buffer.from("PK\u0003\u0004\0\0", "latin1"));
  put("locked.docx", Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from("EncryptedPackage", "utf16le")]));
  put("old.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  put("disguised.md", Buffer.from("PK\u0003\u0004\0\0", "latin1"));
  put("report.pdf", "%PDF-1.4");
  put("deep.html", "<div>".repeat(2_000));
  put("latin.html", Buffer.from([0x3c, 0x70, 0x3e, 0xe1]));
  put("wide.csv", "1;".repeat(1_100_000));
  put("large.txt", "a");
  truncateSync(join(folder, "large.txt"), 50_000_000);
  put("million.md", `${"x".repeat(500_000)} 12 hồ sơ ${"y".repeat(500_000)}`);
  put("quotes.md", `${">".repeat(50_000)} 12 hồ sơ`);
  put("stars.md", `${"*".repeat(50_000)}12${"*".repeat(50_000)}`);
  put("brackets.md", `${"(".repeat(50_000)}12 hồ sơ${")".repeat(50_000)}`);
});

describe("input that cannot be checked", () => {
  it.each([
    ["no file named",           ["check"],                               "Chưa nêu tệp nào để kiểm"],
    ["a missing file",          ["check", "none.md"],                    "Không có tệp none.md"],
    ["a folder of figures",     ["figures", "sub"],                      "sub là thư mục, không phải tệp"],
    ["a folder without reports", ["check", "bare"],                      "Trong thư mục bare không có báo cáo nào"],
    ["a result over a file",    ["check", "good.md", "-o", "./good.md"], "trùng với tệp đang kiểm"],
    ["no number of jobs",       ["check", "good.md", "--jobs", "0"],     'Cờ --jobs cần một số từ 1 đến 999, không phải "0"'],
    ["a path through a file",   ["check", "good.md/x.md"],               "Không có tệp good.md/x.md"],
    ["an empty file",           ["check", "empty.md"],                   "empty.md rỗng"],
    ["nothing on stdin",        ["check", "-"],                          "stdin rỗng"],
    ["invalid UTF-8",           ["check", "latin.md"],                   "latin.md không phải UTF-8 (byte ở vị trí 1 không đọc được)"],
    ["NUL bytes",               ["check", "nul.md"],                     "nul.md có byte NUL ở vị trí 2"],
    ["half a UTF-16 character", ["check", "odd16.md"],                   "odd16.md mở đầu như UTF-16"],
    ["Word, cut off",           ["check", "report.docx"],                "report.docx bị hỏng hoặc thiếu một phần"],
    ["a ZIP under a false name", ["check", "disguised.md"],              "disguised.md bị hỏng hoặc thiếu một phần"],
    ["Word with a password",    ["check", "locked.docx"],                "locked.docx có mật khẩu nên không đọc được"],
    ["Word 97",                 ["check", "old.doc"],                    "old.doc là tài liệu Word 97–2003"],
    ["comments on text",        ["check", "good.md", "--annotate", "x.docx"], "Cờ --annotate chỉ dùng được với tệp Word"],
    ["comments on two files",   ["check", "good.md", "nul.md", "--annotate", "x.docx"], "Cờ --annotate nhận đúng một tệp, ở đây có 2"],
    ["comments over the original", ["check", "report.docx", "--annotate", "./report.docx"], "trùng với tệp đang kiểm"],
    ["comments to nowhere",     ["check", "report.docx", "--annotate"],  "Cờ --annotate cần một giá trị, ví dụ --annotate bao-cao-ghi-chu.docx"],
    ["PDF",                     ["figures", "report.pdf"],               "report.pdf bị hỏng hoặc không phải tệp PDF"],
    ["a page without end",      ["check", "deep.html"],                  "deep.html có quá nhiều phần lồng vào nhau (giới hạn 512)"],
    ["a page in no encoding",   ["check", "latin.html"],                 'latin.html không đúng bảng mã "utf-8"'],
    ["a table without end",     ["check", "wide.csv"],                   "wide.csv có bảng quá lớn (giới hạn 1.000.000)"],
    ["50 MB",                   ["check", "large.txt"],                  "large.txt quá lớn (ít nhất 50,0 MB, giới hạn 10 MB)"],
    ["a pattern without match", ["check", "*.rst"],                      'Không có tệp nào khớp "*.rst"'],
    ["an output nowhere",       ["check", "good.md", "-o", "no/x.json"], "Không ghi được no/x.json"],
    ["two files of figures",    ["figures", "good.md", "empty.md"],      "Lệnh khop figures nhận đúng một tệp"],
    ["an unknown command",      ["chekc"],                               'có phải ý bạn là "khop check"?'],
    ["an unknown flag",         ["check", "good.md", "--severty=info"],  "có phải ý bạn là --severity?"],
    ["an unknown page of help", ["help", "figure"],                      'có phải ý bạn là "khop figures"?'],
  ])("%s: one sentence in each language, exit 2", (_, args, vi) => {
    const { status, stderr, stdout } = khop(args);
    expect(stderr).toContain(vi);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });

  it("puts English first when asked", () => {
    expect(khop(["check", "none.md", "--lang", "en"]).stderr).toMatch(/^khop: There is no file none.md.*\n +Không có tệp none.md/);
  });

  it("reports the files that it could read, and which it could not", () => {
    const { status, stdout, stderr } = khop(["check", "good.md", "none.md", "latin.md", "--format", "json"]);
    expect(JSON.parse(stdout).documents.map(({ file }: { file: string }) => file)).toEqual(["good.md"]);
    expect(stderr.trimEnd().split("\n")).toHaveLength(4);
    expect(status).toBe(2);
  });
});

describe("input that is odd but sound", () => {
  it.each([
    ["a line of a million letters", "million.md"],
    ["quotes 50,000 deep",          "quotes.md"],
    ["stars 50,000 deep",           "stars.md"],
    ["brackets 50,000 deep",        "brackets.md"],
    ["no figures at all",           "sub/other.txt"],
  ])("%s", (_, file) => {
    const { status, stderr } = khop(["check", file]);
    expect(stderr).toBe("");
    expect(status).toBeLessThan(2);
  });
});

describe("khop check", () => {
  it("finds nothing where all fits: exit 0", () => {
    const { status, stdout, stderr } = khop(["check", "good.md"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^good\.md\n/);
  });

  it("takes several files, patterns and standard input, each as it was named", () => {
    const { stdout } = khop(["check", "-", "goo?.md", "sub/*.txt", "--format", "json"], readFileSync(example));
    const { schema, documents } = JSON.parse(stdout) as { schema: string; documents: { file: string }[] };
    expect(schema).toBe("khop.check/1");
    expect(documents.map(({ file }) => file)).toEqual(["-", "good.md", "sub/other.txt"]);
  });

  it("writes to a file", () => {
    const { stdout, stderr } = khop(["check", example, "--format", "sarif", "--output", "out.sarif"]);
    expect(stdout).toBe("");
    expect(stderr).toBe("Đã ghi out.sarif\n");
    expect(JSON.parse(readFileSync(join(folder, "out.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
  });

  it("is in colour only on request where no terminal looks on", () => {
    expect(khop(["check", example]).stdout).not.toContain("\u001b");
    expect(khop(["check", example], "", { FORCE_COLOR: "1" }).stdout).toContain("\u001b[");
    expect(khop(["check", example], "", { FORCE_COLOR: "1", NO_COLOR: "1" }).stdout).not.toContain("\u001b");
  });
});

describe("khop figures", () => {
  it("prints the text that offsets point into, which is the source itself", () => {
    const source = readFileSync(example, "utf8");
    const text = khop(["figures", example, "--format", "text"]).stdout;
    expect(text).toBe(source);
    const { documents } = JSON.parse(khop(["figures", example, "--format", "json"]).stdout);
    expect(documents[0].figures.length).toBeGreaterThan(60);
    for (const figure of documents[0].figures) expect(text.slice(figure.start, figure.end)).toBe(figure.text);
  });

  it("counts offsets from behind a byte order mark", () => {
    expect(khop(["figures", "-", "--format", "text"], "\ufeff12 hồ sơ").stdout).toBe("12 hồ sơ");
  });
});

describe("khop", () => {
  it.each([
    ["--version", [/^\d+\.\d+\.\d+\n$/]],
    ["--help",    [/khop check TỆP/, /In English: khop --help --lang en/]],
  ])("%s", (flag, expected) => {
    const { status, stdout } = khop([flag]);
    for (const each of expected) expect(stdout).toMatch(each);
    expect(status).toBe(0);
  });

  it("demo shows the bundled example, and ends well", () => {
    const { status, stdout } = khop(["demo"]);
    expect(stdout).toContain("Thử tiếp:");
    expect(status).toBe(0);
  });
});
