import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");
const seed = join(root, "../shared/seed/bao-cao-2024-10.md");
const isThere = existsSync(seed) && existsSync(join(root, ".git"));

/** What any report may say: titles of laws and programmes, and formulae of office. */
const formulae = [
  "tình hình thực hiện nhiệm vụ tháng và kế hoạch thực hiện nhiệm vụ trọng tâm tháng",
  "Chương trình mục tiêu quốc gia giảm nghèo bền vững",
  "Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi",
  "về quản lý, cung cấp, sử dụng dịch vụ Internet và thông tin trên mạng",
  "Chiến lược phát triển công nghiệp bán dẫn Việt Nam đến năm 2030 và tầm nhìn 2050",
  "tiếp công dân và giải quyết khiếu nại tố cáo",
];

/** Capitalised words that open an office, a law, a day or a heading and name nobody. */
const general = /^(?:Sở|Bộ|Cục|Ban|Luật|Quý|Ngày|Trên|Tiểu|Phòng|Tổng|Điểm|Ngành|Việt|Trạm|Khu|Cổng|Hệ|Đề|Dự|\p{Lu}{2,})$/u;
const known = new Set(["Việt Nam", "Đà Nẵng"]);

const words = (text: string): string[] => text.normalize("NFC").toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:[.,/][\p{L}\p{M}\p{N}]+)*/gu) ?? [];

function runsOf(list: readonly string[], length: number): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + length <= list.length; at += 1) runs.add(list.slice(at, at + length).join(" "));
  return runs;
}

function namesIn(text: string): string[] {
  const names = new Set<string>();
  for (const [run] of text.normalize("NFC").matchAll(/\p{Lu}[\p{L}\p{M}]+(?:[ -]\p{Lu}[\p{L}\p{M}]+)+/gu)) {
    const bare = run.split(" ");
    if (/^\p{Lu}+(?:-\p{Lu}+)+$/u.test(run)) continue;
    const first = bare.findLastIndex((word) => general.test(word)) + 1;
    const name = bare.slice(first).join(" ");
    if (/[ -]/.test(name) && !known.has(name)) names.add(name);
  }
  return [...names];
}

/** Numbers of documents of that one office and province; those of the Government's laws are anybody's. */
const documentNumbersIn = (text: string): string[] =>
  [...new Set(text.match(/\d+(?:\/\d{4})?\/\p{Lu}[\p{Lu}\p{Ll}]*(?:-\p{L}+)*/gu) ?? [])].filter((number) => !/-(?:TTg|CP|QH\d*)$/.test(number));

const shippedFiles = (): { path: string; text: string }[] =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((path) => path !== "" && !/(?:lock\.yaml|package-lock\.json|\.snap)$/.test(path) && existsSync(join(root, path)))
    .filter((path) => statSync(join(root, path)).size < 2_000_000)
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

describe("what is shipped", () => {
  if (!isThere) {
    it.skip("not run: the given sample report does not lie beside this repository (../shared)", () => {});
    return;
  }
  const text = readFileSync(seed, "utf8");

  it("repeats no run of eight words of the given sample report", () => {
    const runs = runsOf(words(text), 8);
    for (const formula of formulae) for (const run of runsOf(words(formula), 8)) runs.delete(run);
    const repeated = shippedFiles().flatMap(({ path, text: shipped }) => {
      const list = words(shipped);
      const hits = list.flatMap((_, at) => (runs.has(list.slice(at, at + 8).join(" ")) ? [`${path}: ${list.slice(at, at + 8).join(" ")}`] : []));
      return hits.slice(0, 3);
    });
    expect(repeated).toEqual([]);
  });

  it("holds none of its names and document numbers", () => {
    const names = namesIn(text);
    const numbers = documentNumbersIn(text);
    expect(names.length).toBeGreaterThan(5);
    expect(numbers.length).toBeGreaterThan(10);
    const held = shippedFiles().flatMap(({ path, text: shipped }) => {
      const plain = shipped.normalize("NFC");
      return [...names.filter((name) => plain.includes(name)), ...numbers.filter((number) => standsIn(plain, number))].map((what) => `${path}: ${what}`);
    });
    expect(held).toEqual([]);
  });
});

function standsIn(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    if (!/\d/.test(text[at - 1] ?? "")) return true;
  }
  return false;
}
