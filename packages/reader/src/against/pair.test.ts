import { worked } from "@khop/ooxml/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readText } from "../read.ts";
import { pairDocuments } from "./pair.ts";

/** "12→15": the figures of two texts that were paired, as printed. */
const paired = (before: string, now: string): string[] =>
  pairDocuments(readText(before), readText(now)).figures.map((pair) => `${pair.before.figure.text}→${pair.now.figure.text}`);

const intake = "Cấp tỉnh tiếp nhận 120 hồ sơ, trong đó 80 hồ sơ nộp trực tuyến và 40 hồ sơ nộp trực tiếp.";
const later = intake.replace("120", "150").replace("80", "105").replace("40", "45");
const letters = "Trong tháng bưu điện phát hành 37 số báo và vận chuyển 12 tấn hàng hóa đến các huyện.";

describe("pairDocuments", () => {
  it.each([
    ["other numbers in the same words", intake, later, ["120→150", "80→105", "40→45"]],
    ["headings renumbered", `## III. Hồ sơ\n\n${intake}`, `## IV. Hồ sơ\n\n${later}`, ["120→150", "80→105", "40→45"]],
    ["a paragraph added before", intake, `${letters}\n\n${later}`, ["120→150", "80→105", "40→45"]],
    ["a paragraph dropped", `${letters}\n\n${intake}`, later, ["120→150", "80→105", "40→45"]],
    ["two paragraphs made one", `${intake}\n\n${letters}`, `${later} ${letters.replace("37", "39")}`, ["120→150", "80→105", "40→45", "37→39", "12→12"]],
    ["one paragraph made two", `${intake} ${letters}`, `${later}\n\n${letters.replace("37", "39")}`, ["120→150", "80→105", "40→45", "37→39", "12→12"]],
    ["a clause added", intake, later.replace("150 hồ sơ,", "150 hồ sơ, tăng 30 hồ sơ so với tháng trước,"), ["120→150", "80→105", "40→45"]],
    ["a list in another order", "Phản ánh theo lĩnh vực: Giao thông: 46; Môi trường: 21; Đô thị: 29.", "Phản ánh theo lĩnh vực: Môi trường: 33; Giao thông: 30; Đô thị: 28.", ["46→30", "21→33", "29→28"]],
    ["a rise beside a fall", "Tiếp nhận 120 hồ sơ, tăng 5,2% so với tháng trước.", "Tiếp nhận 110 hồ sơ, giảm 8,3% so với tháng trước.", ["120→110", "5,2%→8,3%"]],
    ["levels that say the same", "Cấp tỉnh nhận 20 hồ sơ; cấp huyện nhận 30 hồ sơ; cấp xã nhận 40 hồ sơ.", "Cấp huyện nhận 31 hồ sơ; cấp xã nhận 41 hồ sơ; cấp tỉnh nhận 21 hồ sơ.", ["20→21", "30→31", "40→41"]],
    ["units that differ", "Toàn tỉnh có 120 hồ sơ.", "Toàn tỉnh có 120 tỷ đồng.", []],
    ["nothing in common", intake, letters, []],
  ])("%s", (_, before, now, expected) => expect(paired(before, now).sort()).toEqual([...expected].sort()));

  it("pairs cells of a table by row and column, whatever moved", () => {
    const before = "| Xã | Đi | Đến |\n|---|---|---|\n| An Bình | 11 | 12 |\n| Phú Lộc | 21 | 22 |\n| Cộng | 32 | 34 |";
    const now = "| Xã | Đến | Đi |\n|---|---|---|\n| Phú Lộc | 25 | 24 |\n| An Bình | 15 | 14 |\n| Tân Hòa | 5 | 4 |\n| Cộng | 45 | 42 |";
    expect(paired(before, now).sort()).toEqual(["11→14", "12→15", "21→24", "22→25", "32→42", "34→45"]);
  });

  const phrase = fc.constantFrom("hồ sơ nộp trực tuyến", "hồ sơ trễ hạn", "văn bản đi", "văn bản đến", "phản ánh của người dân", "thuê bao di động", "cuộc kiểm tra", "dịch vụ công");
  const sentence = fc.array(fc.tuple(phrase, fc.integer({ min: 1, max: 99_999 })), { minLength: 1, maxLength: 5 }).map((parts) => `${parts.map(([name, count]) => `có ${count} ${name}`).join(", ")}.`);
  const section = fc.tuple(fc.stringMatching(/^[bcdghklmnpqrstvx][aeiou] [bcdghklmnpqrstvx][aeiou]$/), fc.array(sentence, { minLength: 1, maxLength: 4 }));
  const sections = fc.uniqueArray(section, { minLength: 1, maxLength: 6, selector: ([name]) => name });
  const textOf = (parts: readonly (readonly [string, readonly string[]])[]): string => parts.map(([name, lines], i) => `## ${i + 1}. ${name}\n\n${lines.join("\n\n")}`).join("\n\n");

  it("a document against itself: every figure with itself, surely", () => {
    fc.assert(
      fc.property(sections, (parts) => {
        const document = readText(textOf(parts));
        const quantities = document.figures.filter(({ role }) => role === "quantity");
        expect(pairDocuments(document, document).figures.map(({ before, now, sure }) => [before.figure.id, now.figure.id, sure])).toEqual(quantities.map(({ id }) => [id, id, 1]));
      }),
    );
  });

  it("sections in another order: every figure still with itself", () => {
    fc.assert(
      fc.property(sections.chain((parts) => fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length }))), ([parts, shuffled]) => {
        const [before, now] = [readText(textOf(parts)), readText(textOf(shuffled))];
        const { figures } = pairDocuments(before, now);
        expect(figures.map((pair) => pair.now.figure.text)).toEqual(now.figures.filter(({ role }) => role === "quantity").map(({ text }) => text));
        expect(figures.filter((pair) => pair.before.figure.text !== pair.now.figure.text)).toEqual([]);
      }),
    );
  });

  it.each([
    ["500 paragraphs", Array.from({ length: 500 }, (_, i) => `Xã số ${i % 90} của huyện thứ ${i % 7} có ${i} hồ sơ, giải quyết ${i * 2} hồ sơ, còn ${i * 3} phản ánh.`).join("\n\n")],
    ["one paragraph 3.000 times", Array(3000).fill("Xã có 12 hồ sơ, tăng 3 hồ sơ so với tháng trước.").join("\n\n")],
    ["one paragraph of 20.000 figures", Array(20_000).fill("tăng 3 hồ sơ so với tháng trước,").join(" ")],
    ["a table of 1.000 rows", `| Xã | Đi | Đến |\n|---|---|---|\n${Array.from({ length: 1000 }, (_, i) => `| Xã ${i % 40} | 12 | ${i} |`).join("\n")}`],
  ])("hostile sizes take no long time: %s", (_, text) => {
    const [before, now] = [readText(text), readText(text.replaceAll("12", "15"))];
    const started = worked();
    pairDocuments(before, now);
    expect(worked() - started).toBeLessThan(2000);
  });
});
