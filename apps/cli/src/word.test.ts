import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPackage } from "@khop/ooxml";
import { packed, wordFile } from "@khop/ooxml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const launcher = join(import.meta.dirname, "../bin/khop.mjs");
const folder = mkdtempSync(join(tmpdir(), "khop-word-"));
afterAll(() => rmSync(folder, { recursive: true }));

function khop(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", COLUMNS: "80" }, timeout: 20_000 });
  return { status, stdout, stderr };
}

const run = (text: string, properties = ""): string => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs: string[]): string => `<w:p>${runs.join("")}</w:p>`;
const body =
  paragraph(run("Huyện có 2.311 hồ sơ, trong đó 2.273 hồ sơ đúng hạn, 38 hồ sơ trễ hạn chiếm 1,"), run("9", "<w:rPr><w:b/></w:rPr>"), run("4%.")) +
  paragraph(run("Xã có 10 đơn"), '<w:r><w:footnoteReference w:id="1"/></w:r>', run("."));
const footnotes = `<w:footnote w:id="1">${paragraph(run("Toàn huyện có 1.250 hộ vay vốn, trong đó: hộ nghèo 420 hộ chiếm 33,6%; hộ cận nghèo 530 hộ chiếm 42,4%; hộ khác 300 hộ chiếm 25,0%."))}</w:footnote>`;
const sheet = packed({ "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>' });

beforeAll(() => {
  writeFileSync(join(folder, "a.docx"), wordFile(body, { footnotes, styles: "" }));
  writeFileSync(join(folder, "word.md"), wordFile(body, { footnotes }));
  writeFileSync(join(folder, "review.docx"), wordFile(paragraph(run("Xã có 412 đơn, trong đó 38 đơn trễ hạn chiếm 9,32%."))));
  writeFileSync(join(folder, "sheet.docx"), sheet);
  writeFileSync(join(folder, "bomb.docx"), packed({ "word/document.xml": new Uint8Array(30_000_000) }));
});

describe("a Word file", () => {
  it("is checked, and places are named as Word shows them", () => {
    const { status, stdout, stderr } = khop("check", "a.docx", "--severity", "review");
    expect(stderr).toBe("");
    expect(status).toBe(1);
    expect(stdout).toContain("a.docx: đoạn 1  share-mismatch");
    expect(stdout).toContain("a.docx: chú thích 1  ");
    expect(stdout).toContain("1,94 % nhiều khả năng là 1,64 %");
  });

  it("is told by its content, not by its name", () => {
    expect(khop("check", "word.md", "--lang", "en").stdout).toContain("word.md: paragraph 1  share-mismatch");
  });

  it("gives the text that offsets point into", () => {
    const text = khop("figures", "a.docx", "--format", "text").stdout;
    const [document] = JSON.parse(khop("figures", "a.docx", "--format", "json").stdout).documents;
    expect(text.split("\n")[1]).toBe("Xã có 10 đơn[1].");
    expect(document.figures.map(({ text: printed }: { text: string }) => printed).slice(0, 5)).toEqual(["2.311", "2.273", "38", "1,94%", "10"]);
    for (const figure of document.figures) expect(text.slice(figure.start, figure.end)).toBe(figure.text);
  });

  it("has places with names in SARIF, and no offsets into its bytes", () => {
    const [first] = JSON.parse(khop("check", "a.docx", "--format", "sarif").stdout).runs[0].results;
    expect(first.locations[0].physicalLocation).toEqual({ artifactLocation: { uri: "a.docx" } });
    expect(first.locations[0].logicalLocations).toEqual([{ name: "1,94%", fullyQualifiedName: "đoạn 1", kind: "element" }]);
    expect(first.fixes).toBeUndefined();
  });

  it.each([
    ["Excel inside",     "sheet.docx", "sheet.docx là tài liệu Excel"],
    ["a bomb",           "bomb.docx",  "bomb.docx phình ra quá lớn khi mở"],
  ])("is turned away with one sentence in each language: %s", (_, file, expected) => {
    const { status, stdout, stderr } = khop("check", file);
    expect(stderr).toContain(expected);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});

describe("--annotate", () => {
  it("writes the original with a comment at each figure that does not fit", () => {
    const { status, stderr } = khop("check", "a.docx", "--annotate", "b.docx");
    expect(stderr).toBe("Đã ghi b.docx: 2 ghi chú\n");
    expect(status).toBe(1);
    const [before, after] = ["a.docx", "b.docx"].map((file) => openPackage(readFileSync(join(folder, file))));
    const xml = after!.text("word/document.xml");
    expect(xml).toContain('chiếm </w:t></w:r><w:commentRangeStart w:id="1"/><w:r><w:t xml:space="preserve">1,</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">9</w:t></w:r><w:r><w:t xml:space="preserve">4%</w:t></w:r><w:commentRangeEnd w:id="1"/>');
    expect(xml).toContain('<w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeEnd w:id="0"/>');
    const second = after!.xml("word/comments.xml").elements()[1];
    expect(second?.attributes["w:author"]).toBe("Khớp");
    expect(second?.text).toContain("38 trên 2.311 là 1,64 %, không phải 1,94 %");
    for (const part of ["word/footnotes.xml", "word/styles.xml"]) expect(after!.bytes(part)).toEqual(before!.bytes(part));
  });

  it("reads again as it was before", () => {
    khop("check", "a.docx", "--annotate", "c.docx");
    expect(khop("figures", "c.docx", "--format", "text").stdout).toBe(khop("figures", "a.docx", "--format", "text").stdout);
  });

  it("ties what is about a base that no one prints to the figures that give it away", () => {
    const density = (kind: string, count: string, per: string) => paragraph(run(`Tỉnh có ${count} thuê bao ${kind}, đạt mật độ ${per} thuê bao/100 dân.`));
    writeFileSync(join(folder, "bases.docx"), wordFile(density("điện thoại", "1.046.310", "112,4") + density("internet", "612.480", "66,3")));
    expect(khop("check", "bases.docx", "--annotate", "e.docx").stderr).toBe("Đã ghi e.docx: 1 ghi chú\n");
    expect(openPackage(readFileSync(join(folder, "e.docx"))).text("word/document.xml")).toContain('<w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">112,4</w:t>');
  });

  it("comments on what is shown only, in the language that is asked for", () => {
    const { stderr } = khop("check", "review.docx", "--annotate", "d.docx", "--severity", "error", "--lang", "en");
    expect(stderr).toBe("Wrote d.docx: 0 comments\n");
    expect(readFileSync(join(folder, "d.docx"))).toEqual(readFileSync(join(folder, "review.docx")));
  });
});
