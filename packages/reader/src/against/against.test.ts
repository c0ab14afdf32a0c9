import { readFileSync } from "node:fs";
import { examine, examineAgainst, type Finding } from "@khop/core";
import { describe, expect, it } from "vitest";
import { readText } from "../read.ts";
import { against } from "./index.ts";

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}.md`, import.meta.url), "utf8");
const [march, april] = [fixture("thang-3"), fixture("thang-4")];
const other = { file: "thang-3.md", placeOf: () => ({ vi: "dòng 1", en: "line 1" }) };

function heldAgainst(now: string, before: string) {
  const read = readText(now);
  const found = against(read, readText(before), other);
  return { ...found, examination: examineAgainst(examine(read.network), found.ties) };
}

const told = (findings: readonly Finding[]): string[] => findings.map(({ severity, code }) => `${severity} ${code}`);

/** What is found in April's report once something in it is written otherwise. */
function slipped(...changes: readonly (readonly [from: string, to: string])[]): Finding[] {
  let text = april;
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`"${from}" is not in the report`);
    text = text.replace(from, to);
  }
  return [...heldAgainst(text, march).examination.findings];
}

const tasks = ["3. Phê duyệt cấp độ cho 12 hệ thống thông tin còn lại trước ngày 30/4/2025."];

describe("a report against that of the month before", () => {
  it("finds nothing in a pair that fits", () => {
    const { examination, pairing, unchecked, isDoubtful } = heldAgainst(april, march);
    expect(told(examination.findings)).toEqual([]);
    expect([pairing.periods.standing, unchecked, isDoubtful]).toEqual(["previous", { sameLastYear: 1, previous: 0 }, false]);
    expect(examination.checked.filter(({ relation }) => relation.id.startsWith("earlier-")).map(({ verdict }) => verdict)).toEqual(Array(17).fill("holds"));
  });

  it.each<[string, [string, string][], string[]]>([
    // what was written wrong                       from → to                                                         what is found
    ["a rise whose base is not printed",            [["tăng 933 hồ sơ so với", "tăng 1.933 hồ sơ so với"]],           ["warning difference-mismatch"]],
    ["a rate whose base is not printed",            [["(tăng 5,92% so với", "(tăng 5,29% so với"]],                   ["warning growth-mismatch"]],
    ["a rise said to be a fall",                    [["(tăng 5,76% so với", "(giảm 5,76% so với"]],                   ["warning growth-mismatch"]],
    ["a change of a rate, neither points nor percent", [["(tăng 0,07% so với", "(tăng 0,70% so với"]],                ["review difference-mismatch"]],
    ["a base that is not what was published",       [["So với 21.456 hồ sơ", "So với 21.356 hồ sơ"], ["tăng 924 hồ sơ (tăng 4,31%)", "tăng 1.024 hồ sơ (tăng 4,79%)"]], ["warning restatement-mismatch"]],
    ["a running total",                             [["lên 2.803 chứng thư", "lên 2.830 chứng thư"]],                 ["warning cumulative-mismatch"]],
    ["an opening stock, and all that follows",      [["Đầu tháng còn 26", "Đầu tháng còn 36"], ["cuối tháng còn 34", "cuối tháng còn 44"]], ["warning continuation-mismatch"]],
    ["a month of a list",                           [["tháng 02: 88,5", "tháng 02: 85,5"], ["đạt 372,6 tỷ", "đạt 369,6 tỷ"], ["bằng 33,3% kế", "bằng 33,0% kế"]], ["warning restatement-mismatch"]],
    ["a month whose figure was estimated",                         [["bằng 102,7% của tháng 3/2025 (18,6", "bằng 105,5% của tháng 3/2025 (18,1"]], ["info restatement-mismatch"]],
    ["two errors far apart",                        [["(tăng 5,92% so với", "(tăng 5,29% so với"], ["lên 2.803 chứng thư", "lên 2.813 chứng thư"]], ["warning growth-mismatch", "warning cumulative-mismatch"]],
    ["the month of the title",                      [["công tác tháng 4/2025 của", "công tác tháng 3/2025 của"]],     ["review stale-period"]],
    ["the month that a stock is of",                [["Tính đến hết tháng 4/2025", "Tính đến hết tháng 3/2025"]],     ["review stale-period"]],
    ["the days of the period",                      [["từ ngày 15/3/2025 đến ngày 14/4/2025", "từ ngày 15/02/2025 đến ngày 14/3/2025"]], ["review stale-period"]],
    ["the month of what is planned",                [["Công việc tháng 5/2025", "Công việc tháng 4/2025"]],           ["review stale-period"]],
  ])("finds %s", (_, changes, expected) => expect(told(slipped(...changes))).toEqual(expected));

  it.each<[string, [string, string][]]>([
    ["the earlier report is rounder", [["So với 21.456 hồ sơ của tháng trước, số hồ sơ tiếp nhận tăng 924 hồ sơ (tăng 4,31%)", "Số hồ sơ tiếp nhận tăng khoảng 900 hồ sơ so với tháng trước"]]],
    ["a comparison with a year ago", [["tăng 933 hồ sơ so với tháng trước", "tăng 5.000 hồ sơ so với cùng kỳ năm trước"]]],
    ["a comparison with New Year", [["So với tháng trước, danh mục tăng 18 dịch vụ, trong đó dịch vụ toàn trình tăng 21 dịch vụ và dịch vụ một phần giảm 3 dịch vụ", "So với đầu năm, danh mục tăng 233 dịch vụ"]]],
    ["a comparison with another month", [["tăng 933 hồ sơ so với tháng trước", "tăng 5.000 hồ sơ so với tháng 01/2025"]]],
    ["a rate of plan that rose", [["bằng 33,3% kế hoạch", "bằng 33,3%, tăng 2% so với tháng trước, kế hoạch"]]],
    ["small counts that did not move", [["Đất đai: 11; Viễn thông: 04", "Đất đai: 08; Viễn thông: 07"]]],
    ["a date of another month in a sentence of its own", [["Kỳ này, từ", "Theo kết luận tháng 3/2025 của Sở. Kỳ này, từ"]]],
  ])("says nothing of %s", (_, changes) => expect(told(slipped(...changes)).filter((one) => !one.startsWith("info"))).toEqual([]));

  it("finds a paragraph that was copied, once", () => {
    const was = march.match(/Đầu tháng còn .*/)?.[0] ?? "";
    const found = slipped([april.match(/Đầu tháng còn .*/)?.[0] ?? "", was]);
    expect(told(found)).toEqual(["warning continuation-mismatch", "review copied-sentence", "review copied-sentence"]);
  });

  it("finds rows of a table that were copied", () => {
    const row = (text: string) => text.match(/\| Cấp xã .*/)?.[0] ?? "";
    expect(told(slipped([row(april), row(march)])).filter((one) => one.includes("copied"))).toEqual(["review copied-figures"]);
  });

  it("notes a task of which nothing is said", () => {
    const found = heldAgainst(april.replace(/ Các hồ sơ trễ hạn ở cấp huyện đã[^.]*\./, ""), march).examination.findings;
    expect(found.map(({ severity, message }) => [severity, message.vi])).toEqual([
      ["info", 'Nhiệm vụ của kỳ trước không thấy nhắc lại: "Rà soát các hồ sơ trễ hạn ở cấp huyện, nêu rõ nguyên nhân và người chịu trách nhiệm." (thang-3.md, dòng 1). Nếu đã làm hoặc còn làm tiếp thì nên ghi.'],
    ]);
    expect(march).toContain(tasks[0]);
  });

  it("names both reports and both values", () => {
    const [found] = slipped(["tăng 933 hồ sơ so với", "tăng 1.933 hồ sơ so với"]);
    expect(found?.message.vi).toBe(
      "Mức tăng hồ sơ: 21.044 so với 20.111 (báo cáo trước: thang-3.md, dòng 1) là tăng 933, không phải tăng 1.933, lệch 1.000 hồ sơ. Xem lại mức tăng hoặc số kỳ gốc.",
    );
    expect(found?.suspects.map(({ cell, expected }) => [cell.quantity?.value.toString(), expected?.toString()])).toEqual([["1933", "933"]]);
  });

  it("holds nothing of a month before against a report of another period, and says how much stays unchecked", () => {
    const { examination, unchecked, pairing } = heldAgainst(april, march.replaceAll("tháng 3/2025", "tháng 4/2024"));
    expect(told(examination.findings)).toEqual(["warning growth-mismatch"]); // 8,3% so với cùng kỳ năm trước
    expect(pairing.periods.standing).toBe("yearBefore");
    expect(unchecked.previous).toBeGreaterThan(5);
  });

  it("doubts that it was given the right report where most bases differ", () => {
    const shifted = march.replace(/\d(?=[\d.,]* (?:hồ sơ|dịch vụ|phản ánh|chứng thư|tỷ))/g, (digit) => String((Number(digit) % 9) + 1));
    const { examination, isDoubtful } = heldAgainst(april, shifted);
    expect(isDoubtful).toBe(true);
    expect(told(examination.findings).filter((one) => /^(?:error|warning)/.test(one))).toEqual([]);
  });

  it("a report against itself: the figures are all as they were", () => {
    const { pairing } = heldAgainst(april, april);
    const quantities = readText(april).figures.filter(({ role }) => role === "quantity").map(({ id }) => id);
    expect(pairing.figures.map(({ before, now, sure }) => [before.figure.id, now.figure.id, sure])).toEqual(quantities.map((id) => [id, id, 1]));
  });
});
