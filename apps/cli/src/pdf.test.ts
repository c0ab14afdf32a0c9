import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPdfEngine } from "@khop/reader/pdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const launcher = join(import.meta.dirname, "../bin/khop.mjs");
const folder = mkdtempSync(join(tmpdir(), "khop-pdf-"));
afterAll(() => rmSync(folder, { recursive: true }));

function khop(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", COLUMNS: "80" }, timeout: 20_000 });
  return { status, stdout, stderr };
}

const page = (trailer = "") => `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R${trailer}>>\n%%EOF\n`;
const locked = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${"ab".repeat(32)}>/U<${"cd".repeat(32)}>>>`;

beforeAll(() => {
  for (const name of ["libreoffice", "chromium"]) copyFileSync(join(import.meta.dirname, `../../../packages/reader/src/pdf/fixtures/${name}.pdf`), join(folder, `${name}.pdf`));
  copyFileSync(join(folder, "libreoffice.pdf"), join(folder, "named.md"));
  writeFileSync(join(folder, "scan.pdf"), page());
  writeFileSync(join(folder, "locked.pdf"), page(locked));
  writeFileSync(join(folder, "half.pdf"), readFileSync(join(folder, "libreoffice.pdf")).subarray(0, 3_000));
  writeFileSync(join(folder, "text.pdf"), "Có 12 hồ sơ.");
});

describe("a PDF", () => {
  it("is checked, and places are pages and lines", () => {
    const { status, stdout, stderr } = khop("check", "libreoffice.pdf");
    expect(stderr).toBe("");
    expect(status).toBe(1);
    expect(stdout).toContain("libreoffice.pdf: trang 1, chú thích 2  share-mismatch");
    expect(stdout).toMatch(/libreoffice\.pdf: trang \d, dòng \d+ {2}base-odd/);
    expect(stdout).toContain("1,94 % nhiều khả năng là 1,64 %");
  });

  it("is told by its content, not by its name", () => {
    expect(khop("check", "named.md", "--lang", "en").stdout).toContain("named.md: page 1, footnote 2  share-mismatch");
  });

  it("gives the text that offsets point into, and the cells of its tables as places", () => {
    const text = khop("figures", "chromium.pdf", "--format", "text").stdout;
    const [document] = JSON.parse(khop("figures", "chromium.pdf", "--format", "json").stdout).documents;
    expect(text).toContain("\n| Cấp huyện | 5.480 | 12.975 | 18.455 |\n");
    for (const figure of document.figures) expect(text.slice(figure.start, figure.end)).toBe(figure.text);
    expect(khop("figures", "chromium.pdf").stdout).toMatch(/^trang 1, bảng 1, hàng 3, cột 2 +5\.480 /m);
  });

  it.each([
    ["a scan",           "scan.pdf",   "scan.pdf (1 trang) không có chữ, có lẽ là bản quét: hãy xin tệp Word gốc"],
    ["a password",       "locked.pdf", "locked.pdf có mật khẩu nên không đọc được"],
    ["its first part",   "half.pdf",   "half.pdf bị hỏng hoặc không phải tệp PDF"],
    ["a PDF by name",    "text.pdf",   "text.pdf có đuôi PDF nhưng bên trong không phải tệp PDF"],
  ])("is turned away with one sentence in each language: %s", (_, file, expected) => {
    const { status, stdout, stderr } = khop("check", file);
    expect(stderr).toContain(expected);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});

describe("--annotate", async () => {
  const pdfjs = await loadPdfEngine();
  async function highlightsIn(file: string) {
    const task = pdfjs.getDocument({ data: new Uint8Array(readFileSync(join(folder, file))), verbosity: 0 });
    const document = await task.promise;
    const found: { page: number; author: string; note: string; rect: number[] }[] = [];
    for (let number = 1; number <= document.numPages; number += 1)
      for (const { subtype, titleObj, contentsObj, rect } of await (await document.getPage(number)).getAnnotations())
        if (subtype === "Highlight") found.push({ page: number, author: titleObj.str, note: contentsObj.str, rect });
    await task.destroy();
    return found;
  }

  it.each(["libreoffice.pdf", "chromium.pdf"])("puts highlights with notes behind the bytes of %s, which stay", async (file) => {
    const { status, stderr } = khop("check", file, "--annotate", `notes-${file}`);
    expect({ status, stderr }).toEqual({ status: 1, stderr: `Đã ghi notes-${file}: 3 ghi chú\n` });
    const [before, after] = [file, `notes-${file}`].map((name) => readFileSync(join(folder, name)));
    expect(after!.subarray(0, before!.length).equals(before!)).toBe(true);
    const highlights = await highlightsIn(`notes-${file}`);
    expect(highlights.length).toBeGreaterThan(5);
    expect(new Set(highlights.map(({ author }) => author))).toEqual(new Set(["Khớp"]));
    expect(highlights.map(({ note }) => note)).toContainEqual(expect.stringMatching(/^Lỗi: .*38 trên 2\.311 là 1,64 %, không phải 1,94 %/));
  });

  it("reads again as it was before", () => {
    expect(khop("figures", "notes-libreoffice.pdf", "--format", "text").stdout).toBe(khop("figures", "libreoffice.pdf", "--format", "text").stdout);
  });
});
