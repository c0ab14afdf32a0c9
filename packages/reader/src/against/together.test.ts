import { examine, examineAgainst } from "@khop/core";
import { describe, expect, it } from "vitest";
import { readText } from "../read.ts";
import { together } from "./together.ts";

const other = { file: "phu-luc.md", placeOf: () => ({ vi: "dòng 5", en: "line 5" }) };

function found(report: string, annex: string) {
  const read = readText(report);
  const ties = together(read, readText(annex), other);
  const { checked, findings } = examineAgainst(examine(read.network), ties);
  return { tied: checked.filter(({ relation }) => relation.id.startsWith("beside")).map(({ relation, verdict }) => `${relation.kind.kind} ${verdict}`), findings };
}

const report = "Cấp tỉnh nhận 9.952 hồ sơ, trong đó 2.961 hồ sơ nộp trực tiếp, 6.991 hồ sơ nộp trực tuyến.\n\nCó 128 phản ánh hiện trường.";
const annex = (direct: string, online: string) =>
  `Phụ lục (đơn vị tính: hồ sơ)\n\n| Cấp | Nộp trực tiếp | Nộp trực tuyến |\n|---|---|---|\n| Cấp tỉnh | ${direct} | ${online} |\n| Cấp huyện | 318 | 2.057 |\n| Cấp xã | 593 | 8.479 |`;

describe("a report and its annex", () => {
  it.each([
    ["say the same", annex("2.961", "6.991"), ["equality holds", "equality holds"], []],
    ["differ in a figure", annex("2.961", "6.919"), ["equality holds", "equality violated"], ["review equality-mismatch"]],
    ["are of other things", "| Huyện | Trường học | Trạm y tế |\n|---|---|---|\n| An Bình | 12 | 15 |\n| Phú Lộc | 7 | 9 |", [], []],
    ["are far apart, so of other things", annex("12", "6.991"), ["equality holds"], []],
    ["name alike figures of other levels", "| Cấp | Nộp trực tiếp | Nộp trực tuyến |\n|---|---|---|\n| Cấp huyện | 2.916 | 6.919 |\n| Cấp xã | 593 | 8.479 |", [], []],
    ["name one thing by two values in one file", `${annex("2.961", "6.991")}\n\n${annex("2.961", "6.919")}`, ["equality holds"], []],
    ["have the parts of a total", "| Lĩnh vực | Phản ánh hiện trường |\n|---|---|\n| Giao thông | 60 |\n| Môi trường | 40 |\n| Đô thị | 28 |", ["total holds"], []],
    ["have parts that miss a total by little", "| Lĩnh vực | Phản ánh hiện trường |\n|---|---|\n| Giao thông | 60 |\n| Môi trường | 40 |\n| Đô thị | 29 |", ["total violated"], ["review total-mismatch"]],
    ["have parts of something else", "| Lĩnh vực | Phản ánh hiện trường |\n|---|---|\n| Giao thông | 6 |\n| Môi trường | 4 |\n| Đô thị | 2 |", [], []],
  ])("%s", (_, text, tied, findings) => {
    const got = found(report, text);
    expect([got.tied, got.findings.map(({ severity, code }) => `${severity} ${code}`)]).toEqual([tied, findings]);
  });

  it("names both files, and accuses neither figure", () => {
    const [finding] = found(report, annex("2.961", "6.919")).findings;
    expect(finding?.message.vi).toBe(
      "Hồ sơ nộp trực tuyến (cấp tỉnh): cùng một số liệu nhưng ghi khác nhau: 6.991; 6.919 (tệp kèm: phu-luc.md, dòng 5). Thống nhất một con số.",
    );
    expect([finding?.suspects, finding?.ambiguous]).toEqual([[], true]);
  });
});
